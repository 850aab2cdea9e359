package parley.dialogue.llm;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.config.Settings;
import parley.dialogue.llm.chat.ChatDelta;
import parley.dialogue.llm.chat.ChatFault;
import parley.dialogue.llm.chat.ChatRequest;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.llm.chat.GuardedChat;

/// Texts by the same model, breaker and limits as answers. A text may take
/// `language-model.timeout`, and all texts together at most a quarter of the requests a minute: the
/// others are for customers who wait.
///
/// Thread: any; each text has a virtual thread of its own, which is interrupted when it is late.
final class Dictation implements Scribe {

  private static final int SHARE = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final int LONGEST = 20_000;

  private final Settings.LanguageModel settings;
  private final GuardedChat chat;
  private final Transcript transcript;
  private final RateLimiter limiter;

  Dictation(Settings.LanguageModel settings, GuardedChat chat, Transcript transcript) {
    this.settings = settings;
    this.chat = chat;
    this.transcript = transcript;
    this.limiter =
        RateLimiter.of(
            "texts of the language model",
            RateLimiterConfig.custom()
                .limitForPeriod(Math.max(1, settings.requestsAMinute() / SHARE))
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(LONGEST_WAIT)
                .build());
  }

  @Override
  public Text write(String instructions, List<Turn> turns) throws InterruptedException {
    if (!limiter.acquirePermission()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new NotWritten(FailureReason.RATE_LIMITED, "too many texts at once");
    }
    return ask(new ChatRequest(transcript.messages(instructions, turns), List.of()));
  }

  private Text ask(ChatRequest request) throws InterruptedException {
    AtomicBoolean late = new AtomicBoolean();
    FutureTask<Text> task = new FutureTask<>(() -> stream(request, late));
    Thread thread = Thread.ofVirtual().name("language-model-text").start(task);
    try {
      return task.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      late.set(true);
      return new NotWritten(FailureReason.TIMED_OUT, "not finished");
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof ChatFault fault
          ? new NotWritten(fault.reason(), String.valueOf(fault.getMessage()))
          : new NotWritten(FailureReason.NONSENSE, String.valueOf(failed.getCause()));
    } finally {
      thread.interrupt();
    }
  }

  private Text stream(ChatRequest request, AtomicBoolean late) throws InterruptedException {
    StringBuilder text = new StringBuilder();
    chat.stream(request, delta -> take(delta, text), late::get);
    return new Written(text.toString());
  }

  private static void take(ChatDelta delta, StringBuilder text) {
    switch (delta) {
      case ChatDelta.Text(String more) -> {
        if (text.length() + more.length() > LONGEST) {
          throw ChatFault.lasting(FailureReason.NONSENSE, "The text does not end.");
        }
        text.append(more);
      }
      case ChatDelta.ToolPart _ ->
          throw ChatFault.lasting(FailureReason.NONSENSE, "A tool was asked for, not offered.");
      case ChatDelta.Finished(ChatDelta.Finish how) -> {
        if (how != ChatDelta.Finish.COMPLETE) {
          throw ChatFault.lasting(FailureReason.REFUSED, "The text was cut or filtered.");
        }
      }
    }
  }
}
