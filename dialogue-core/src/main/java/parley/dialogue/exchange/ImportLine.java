package parley.dialogue.exchange;

/// What became of one entry of a file that is imported.
///
/// @param place file and line
/// @param id empty where the entry has none
public record ImportLine(String place, String id, Result result) {

  public sealed interface Result {
    record Added() implements Result {}

    record Changed() implements Result {}

    record Same() implements Result {}

    /// @param why one sentence or more, with what to do
    record Refused(String why) implements Result {}
  }

  public boolean refused() {
    return result instanceof Result.Refused;
  }

  @Override
  public String toString() {
    String what =
        switch (result) {
          case Result.Added _ -> "added";
          case Result.Changed _ -> "changed";
          case Result.Same _ -> "same";
          case Result.Refused(String why) -> "refused: " + why;
        };
    return place + "  " + (id.isEmpty() ? "-" : id) + "  " + what;
  }
}
