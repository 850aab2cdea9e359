package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds parts of the day that no time goes before: "tonight", "this afternoon", "in the morning",
/// "tomorrow evening". Pure; any thread.
final class PartFinder {
  private static final Set<String> DAYS = Set.of("tomorrow", "yesterday", "today");

  /// @param from the first token
  /// @param to the token after the last
  /// @param today whether it is today's ("this afternoon")
  record PartFind(int from, int to, DayPart part, boolean today) {}

  List<PartFind> find(Tokens tokens) {
    List<PartFind> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      add(tokens, i, finds);
    }
    return finds;
  }

  private static void add(Tokens tokens, int i, List<PartFind> finds) {
    DayPart.of(tokens.word(i))
        .ifPresent(part -> {
          if (tokens.is(i, "tonight")) {
            finds.add(new PartFind(i, i + 1, part, true));
          } else if (tokens.is(i - 1, "this")) {
            finds.add(new PartFind(i - 1, i + 1, part, true));
          } else if (tokens.is(i - 1, "the") && tokens.is(i - 2, "in")) {
            finds.add(new PartFind(i - 2, i + 1, part, false));
          } else if (afterDay(tokens, i)) {
            finds.add(new PartFind(i, i + 1, part, false));
          }
        });
  }

  private static boolean afterDay(Tokens tokens, int i) {
    return tokens.is(i - 1, DAYS) || CalendarWords.weekday(tokens.word(i - 1)).isPresent();
  }
}
