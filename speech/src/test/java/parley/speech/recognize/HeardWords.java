package parley.speech.recognize;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A listener for tests: keeps what it is told, waits for results with a deadline.
public final class HeardWords implements RecognizerStream.Listener {

  /// One thing told.
  public record Told(long utterance, Transcript words) {}

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final List<Told> partials = new CopyOnWriteArrayList<>();
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<Told> results = new LinkedBlockingQueue<>();

  @Override
  public void partial(long utterance, Transcript words) {
    partials.add(new Told(utterance, words));
  }

  @Override
  public void finished(long utterance, Transcript words) {
    results.add(new Told(utterance, words));
  }

  @Override
  public void failed(RuntimeException why) {
    failures.add(why);
    results.add(new Told(-1, Transcript.EMPTY));
  }

  public List<Told> partials() {
    return List.copyOf(partials);
  }

  public List<RuntimeException> failures() {
    return List.copyOf(failures);
  }

  /// The next result; fails when none comes in time.
  public Told awaitResult() throws InterruptedException {
    Told told = results.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    if (told == null) {
      throw new AssertionError("No result within " + DEADLINE);
    }
    return told;
  }

  public boolean toldNothingMore() {
    return results.isEmpty();
  }
}
