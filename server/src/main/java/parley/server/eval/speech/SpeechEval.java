package parley.server.eval.speech;

import java.io.PrintWriter;

/// Lets a test set be heard and counts the errors. Thread: one owner, which blocks.
final class SpeechEval {
  private static final int TELL_EVERY = 50;

  private final Hearing hearing;
  private final PrintWriter progress;

  SpeechEval(Hearing hearing, PrintWriter progress) {
    this.hearing = hearing;
    this.progress = progress;
  }

  Scores run(TestSet set) throws InterruptedException {
    Scores scores = new Scores();
    int done = 0;
    for (TestSet.Utterance utterance : set.utterances()) {
      scores.add(utterance, hearing.hear(utterance));
      done++;
      if (done % TELL_EVERY == 0) {
        progress.println(done + " of " + set.utterances().size());
        progress.flush();
      }
    }
    return scores;
  }
}
