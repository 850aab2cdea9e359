package parley.server.eval.speech;

import java.util.List;
import parley.server.eval.speech.Alignment.Step;

/// How many words were taken for another, left out or put in.
///
/// @param words said
record WordErrors(int words, int substitutions, int deletions, int insertions) {

  static final WordErrors NONE = new WordErrors(0, 0, 0, 0);

  static WordErrors of(List<Step> steps) {
    int right = 0;
    int substitutions = 0;
    int deletions = 0;
    int insertions = 0;
    for (Step step : steps) {
      switch (step) {
        case Step.Right _ -> right++;
        case Step.Replaced _ -> substitutions++;
        case Step.LeftOut _ -> deletions++;
        case Step.PutIn _ -> insertions++;
      }
    }
    return new WordErrors(right + substitutions + deletions, substitutions, deletions, insertions);
  }

  /// The fewest edits that make one of the other.
  static WordErrors between(List<String> said, List<String> heard) {
    return of(Alignment.of(said, heard));
  }

  int errors() {
    return substitutions + deletions + insertions;
  }

  /// Errors a word said; 0 when none was.
  double rate() {
    return words == 0 ? 0 : (double) errors() / words;
  }

  WordErrors plus(WordErrors more) {
    return new WordErrors(
        words + more.words,
        substitutions + more.substitutions,
        deletions + more.deletions,
        insertions + more.insertions);
  }
}
