package parley.gateway.call;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import parley.gateway.ari.AriException;
import parley.gateway.media.MediaLineBroken;
import parley.gateway.media.MediaLink;

/// A telephone line without a telephone, which enforces what Asterisk enforces: nothing is done
/// with a channel that is gone.
final class ScriptedLine implements CallLine {
  final List<String> done = new ArrayList<>();
  final Set<String> agentLegs = new HashSet<>();
  boolean released;
  boolean phonesUnreachable;

  /// HTTP status of a refused renewal, 1 for no answer, 0 when renewals work.
  int leaseRefusedWith;

  private final Consumer<CallEvent> mailbox;
  private final Link link = new Link();
  private int legs;

  ScriptedLine(Consumer<CallEvent> mailbox) {
    this.mailbox = mailbox;
  }

  Link link() {
    return link;
  }

  private void note(String what) {
    if (released) {
      throw new AssertionError(what + " after the line was released");
    }
    done.add(what);
  }

  @Override
  public MediaLink open(MediaLink.Listener listener) {
    note("open");
    link.listener = listener;
    return link;
  }

  @Override
  public Optional<String> record(String name) {
    note("record");
    return Optional.of("2026/03/02/" + name + ".wav");
  }

  @Override
  public void renewLease() {
    if (released) {
      throw new AssertionError("lease of a released line");
    }
    if (leaseRefusedWith > 0) {
      throw new AriException(leaseRefusedWith == 1 ? 0 : leaseRefusedWith, "refused by the test");
    }
  }

  @Override
  public String ring(String endpoint, Duration atMost) {
    if (phonesUnreachable) {
      throw new AriException(500, "Allocation failed");
    }
    String leg = "leg" + ++legs;
    note("ring " + endpoint);
    agentLegs.add(leg);
    return leg;
  }

  @Override
  public void adopt(String leg) {
    if (phonesUnreachable) {
      throw new AriException(404, "Channel not found");
    }
    note("adopt " + leg);
    agentLegs.add(leg);
  }

  @Override
  public void hangUpAgent(String leg) {
    note("hang up " + leg);
    agentLegs.remove(leg);
  }

  @Override
  public void holdMusic(boolean on) {
    note(on ? "music" : "no music");
  }

  @Override
  public void whisperTo(String leg) {
    note("whisper to " + leg);
  }

  @Override
  public void backToCaller() {
    note("back to caller");
  }

  @Override
  public void join(String leg) {
    note("join " + leg);
    link.close();
  }

  @Override
  public void leaveToDialplan() {
    note("leave to dialplan");
  }

  @Override
  public void leaveToAgent() {
    note("leave to agent");
    agentLegs.clear();
  }

  @Override
  public void hangUp() {
    note("hang up");
    mailbox.accept(new CallEvent.CallerTakenAway());
  }

  @Override
  public void release() {
    released = true;
    agentLegs.clear();
    link.close();
  }

  /// Plays on virtual time.
  static final class Link implements MediaLink {
    private record Waiting(long samples, String mark) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private MediaLink.Listener listener = new Silent();
    private long owed;
    private boolean paused;
    private boolean open = true;
    int flushed;
    int pauses;

    boolean isOpen() {
      return open;
    }

    boolean isPaused() {
      return paused;
    }

    boolean isPlaying() {
      return !waiting.isEmpty() && !paused;
    }

    long waitingMs() {
      return waiting.stream().mapToLong(Waiting::samples).sum() * 1_000 / CallHarness.RATE;
    }

    void advance(long ms) {
      if (paused || !open) {
        return;
      }
      owed += ms * CallHarness.RATE / 1000;
      while (!waiting.isEmpty() && waiting.peek().samples <= owed) {
        Waiting next = waiting.remove();
        owed -= next.samples;
        listener.markReached(next.mark);
      }
      owed = waiting.isEmpty() ? 0 : owed;
    }

    private void refuseWhenClosed() {
      if (!open) {
        throw new MediaLineBroken("the line is closed", new IOException("Output closed"));
      }
    }

    void breakDown() {
      open = false;
      listener.ended("broken by the test");
    }

    @Override
    public void play(short[] audio, List<Mark> marks) {
      int from = 0;
      for (Mark mark : marks) {
        waiting.add(new Waiting(mark.afterSamples() - from, mark.name()));
        from = mark.afterSamples();
      }
    }

    @Override
    public void pause() {
      refuseWhenClosed();
      paused = true;
      pauses++;
    }

    @Override
    public void resume() {
      refuseWhenClosed();
      paused = false;
    }

    @Override
    public void flush() {
      waiting.clear();
      owed = 0;
      paused = false;
      flushed++;
    }

    @Override
    public void close() {
      open = false;
    }

    private static final class Silent implements MediaLink.Listener {
      @Override
      public void audio(short[] frame) {}

      @Override
      public void markReached(String mark) {}

      @Override
      public void ended(String why) {}
    }
  }
}
