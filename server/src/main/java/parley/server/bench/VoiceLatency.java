package parley.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import parley.gateway.phone.TestPhone;
import parley.server.call.CallRefusedException;
import parley.server.call.CallerTalk;
import parley.server.call.NotRunningException;

/// Callers that ask one question after the other, so many of them at once. Each call hears the
/// greeting out, asks five questions, hears each reply out, and hangs up.
final class VoiceLatency {

  private static final int QUESTIONS_A_CALL = 5;

  /// More calls that fail than this are no measurement.
  private static final int MOST_FAILURES = 20;

  private static final Duration DIALLING = Duration.ofSeconds(35);

  /// What one load gave. Times in ms.
  ///
  /// @param unanswered questions without a reply
  /// @param cutIns questions that Parley spoke into
  /// @param failedCalls calls that were refused or ended too early
  record Result(
      List<Double> voiceToVoice,
      List<Double> greeting,
      int unanswered,
      int cutIns,
      int failedCalls) {}

  private final TestPhone phone;
  private final String extension;
  private final List<short[]> questions;
  private final List<Double> voiceToVoice = new ArrayList<>();
  private final List<Double> greeting = new ArrayList<>();
  private final AtomicInteger nextQuestion = new AtomicInteger();
  private int asked;
  private int unanswered;
  private int cutIns;
  private int failedCalls;

  VoiceLatency(TestPhone phone, String extension, List<short[]> questions) {
    this.phone = phone;
    this.extension = extension;
    this.questions = List.copyOf(questions);
  }

  /// Keeps `callers` calls up until `turns` questions have been asked.
  Result run(int callers, int turns, IntConsumer progress) throws InterruptedException {
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        running.add(each.submit(() -> callAgainUntil(turns, progress)));
      }
      for (Future<?> caller : running) {
        caller.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException("A caller of the bench failed", e);
    }
    synchronized (this) {
      return new Result(
          List.copyOf(voiceToVoice), List.copyOf(greeting), unanswered, cutIns, failedCalls);
    }
  }

  private boolean callAgainUntil(int turns, IntConsumer progress) throws InterruptedException {
    while (count() < turns) {
      try (CallerTalk talk = CallerTalk.dial(phone, extension, DIALLING)) {
        if (!converse(talk, progress) && failed() > MOST_FAILURES) {
          throw new NotRunningException(
              "Calls to " + extension + " are answered but end early or stay silent: see the log.");
        }
      } catch (CallRefusedException e) {
        if (failed() > MOST_FAILURES) {
          throw e;
        }
      }
    }
    return true;
  }

  /// False when there was no greeting, or the call ended before all was asked.
  private boolean converse(CallerTalk talk, IntConsumer progress) throws InterruptedException {
    OptionalLong first = talk.awaitGreeting();
    greeted(talk, first);
    if (first.isEmpty() || !talk.awaitReplyOver()) {
      return false;
    }
    for (int i = 0; i < QUESTIONS_A_CALL; i++) {
      int question = Math.floorMod(nextQuestion.getAndIncrement(), questions.size());
      var result = talk.ask(questions.get(question));
      if (result.isEmpty()) {
        return false;
      }
      progress.accept(answered(result.get()));
    }
    return true;
  }

  private synchronized int count() {
    return asked;
  }

  private synchronized int failed() {
    return ++failedCalls;
  }

  private synchronized void greeted(CallerTalk talk, OptionalLong first) {
    first.ifPresent(nanos -> greeting.add((nanos - talk.invitedNanos()) / 1e6));
  }

  private synchronized int answered(CallerTalk.Asked result) {
    if (result.cutIn()) {
      cutIns++;
    } else if (result.voiceToVoiceNanos().isEmpty()) {
      unanswered++;
    } else {
      voiceToVoice.add(result.voiceToVoiceNanos().getAsLong() / 1e6);
    }
    return ++asked;
  }
}
