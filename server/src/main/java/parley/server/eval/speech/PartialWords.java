package parley.server.eval.speech;

import java.util.List;

/// Counts how often words were taken back while someone still spoke: a word that was shown is taken
/// back when a later partial has another one in its place or none. Thread: any.
final class PartialWords {

  /// What was counted.
  ///
  /// @param updates partials shown
  /// @param changed of them, those that took a word back
  /// @param takenBack words taken back
  /// @param words heard in the end
  record Counts(long updates, long changed, long takenBack, long words) {

    /// The share of updates that took a word back; 0 when there was none.
    double changedShare() {
      return updates == 0 ? 0 : (double) changed / updates;
    }

    double takenBackPer100Words() {
      return words == 0 ? 0 : 100.0 * takenBack / words;
    }
  }

  private List<String> shown = List.of();
  private long updates;
  private long changed;
  private long takenBack;
  private long words;

  /// The words so far of the utterance that goes on.
  synchronized void show(List<String> now) {
    WordErrors errors = WordErrors.between(shown, now);
    int back = errors.substitutions() + errors.deletions();
    updates++;
    changed += back == 0 ? 0 : 1;
    takenBack += back;
    shown = List.copyOf(now);
  }

  /// The utterance is over with so many words. Its final words take nothing back: they are no
  /// partial.
  synchronized void end(int finalWords) {
    words += finalWords;
    shown = List.of();
  }

  synchronized Counts counts() {
    return new Counts(updates, changed, takenBack, words);
  }
}
