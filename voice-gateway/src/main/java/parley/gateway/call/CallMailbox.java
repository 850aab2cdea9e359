package parley.gateway.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What waits to be told to one call's thread, most urgent first: the end of the call, then
/// everything else in its order, then audio. When the call falls behind, the oldest audio is
/// dropped and counted; nothing else ever is.
///
/// Thread: any may put; the call's thread takes.
public final class CallMailbox {

  /// Three seconds of audio. Hearing late is made up for within a second, because a recognizer is
  /// many times faster than speech; words with holes in them are not.
  static final int MOST_AUDIO = 150;

  /// Far above what a call can produce; more means that the call's thread is stuck.
  static final int MOST_NEWS = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<CallEvent> endings = new ArrayDeque<>();
  private final ArrayDeque<CallEvent> news = new ArrayDeque<>();
  private final ArrayDeque<CallEvent> audio = new ArrayDeque<>();
  private long droppedAudio;

  /// Never blocks. An event that no room is left for is refused with an [IllegalStateException].
  public void put(CallEvent event) {
    lock.lock();
    try {
      switch (event) {
        case CallEvent.Audio _ -> {
          if (audio.size() == MOST_AUDIO) {
            audio.remove();
            droppedAudio++;
          }
          audio.add(event);
        }
        case CallEvent.CallerGone _, CallEvent.CallerTakenAway _, CallEvent.ParleyStops _ ->
            endings.add(event);
        case CallEvent.MarkReached _,
            CallEvent.WordsSoFar _,
            CallEvent.FinalWords _,
            CallEvent.RecognizerFailed _,
            CallEvent.VoiceReady _,
            CallEvent.VoiceFailed _,
            CallEvent.ServiceAnswered _,
            CallEvent.ModelSaid _,
            CallEvent.ModelEnded _,
            CallEvent.Pressed _,
            CallEvent.MediaEnded _,
            CallEvent.AgentRings _,
            CallEvent.AgentAnswered _,
            CallEvent.AgentGone _ ->
            putNews(event);
      }
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  private void putNews(CallEvent event) {
    if (news.size() == MOST_NEWS) {
      throw new IllegalStateException("A call has not taken its last " + MOST_NEWS + " events");
    }
    news.add(event);
  }

  /// The most urgent event; null when none came within `atMost`.
  public @Nullable CallEvent take(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (endings.isEmpty() && news.isEmpty() && audio.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        left = arrived.awaitNanos(left);
      }
      if (!endings.isEmpty()) {
        return endings.remove();
      }
      return news.isEmpty() ? audio.remove() : news.remove();
    } finally {
      lock.unlock();
    }
  }

  /// The news of the call's end; null when it does not come within `atMost`, or the thread is
  /// interrupted.
  public @Nullable CallEvent takeEnding(Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (endings.isEmpty() && left > 0) {
        left = arrived.awaitNanos(left);
      }
      return endings.poll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /// Frames of audio that came too late to be heard.
  public long droppedAudio() {
    lock.lock();
    try {
      return droppedAudio;
    } finally {
      lock.unlock();
    }
  }
}
