package parley.server.eval.sentiment;

import org.jspecify.annotations.Nullable;

/// How well a flag is raised.
///
/// @param labelled messages that should raise it
/// @param raised messages that did
/// @param right those that did and should
record FlagScore(int labelled, int raised, int right) {
  static final FlagScore NONE = new FlagScore(0, 0, 0);

  FlagScore with(boolean should, boolean does) {
    return new FlagScore(
        labelled + (should ? 1 : 0), raised + (does ? 1 : 0), right + (should && does ? 1 : 0));
  }

  /// Share of the raised ones that should be; null when none was raised.
  @Nullable Double precision() {
    return raised == 0 ? null : (double) right / raised;
  }

  /// Share of those that should be raised that were; null when there are none.
  @Nullable Double recall() {
    return labelled == 0 ? null : (double) right / labelled;
  }
}
