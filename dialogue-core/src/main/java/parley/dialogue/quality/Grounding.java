package parley.dialogue.quality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.dialogue.privacy.PersonalData;
import parley.dialogue.privacy.PersonalKind;
import parley.dialogue.words.Words;

/// All that the sources of a draft say, as facts and words. Pure.
final class Grounding {

  private static final Pattern ISO = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})");
  private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)(?:s?|nes|rs|ur)(?:day)?s?";
  private static final Pattern RANGE =
      Pattern.compile("(?i)\\b" + DAY + " ?(?:to|through|until|till|-|–|and) ?" + DAY + "\\b");
  private static final Pattern EVERY_DAY =
      Pattern.compile(
          "(?i)\\b(?:every day|daily|all week|seven days|7 days|24/7|around the clock)\\b");
  private static final Pattern WEEKDAYS =
      Pattern.compile("(?i)\\b(?:weekdays?|working days?|business days?)\\b");
  private static final int WORKING = 5;
  private static final Set<String> NO_NAMES =
      Set.of("mr", "mrs", "ms", "miss", "dr", "doctor", "prof", "herr", "frau", "mister");

  private final Set<Fact> facts = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  private Grounding() {}

  static Grounding of(List<Source> sources) {
    Grounding grounding = new Grounding();
    sources.stream().filter(Source::grounds).map(Source::text).forEach(grounding::add);
    return grounding;
  }

  private void add(String text) {
    facts.addAll(Fact.in(text));
    words.addAll(Words.of(text).list());
    weekdays(text);
  }

  /// The weekdays that a source means without naming them.
  private void weekdays(String text) {
    Matcher iso = ISO.matcher(text);
    while (iso.find()) {
      try {
        day(LocalDate.parse(iso.group(1)).getDayOfWeek().getValue() - 1);
      } catch (DateTimeException noDate) {
        // Looks like a date and is none: it grounds nothing.
      }
    }
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      int last = index(range.group(2));
      for (int day = index(range.group(1)); day != last; day = (day + 1) % Dates.DAYS.size()) {
        day(day);
      }
      day(last);
    }
    int days = EVERY_DAY.matcher(text).find() ? Dates.DAYS.size() : 0;
    days = Math.max(days, WEEKDAYS.matcher(text).find() ? WORKING : 0);
    for (int day = 0; day < days; day++) {
      day(day);
    }
  }

  private static int index(String start) {
    String lower = start.toLowerCase(java.util.Locale.ROOT);
    for (int day = 0; day < Dates.DAYS.size(); day++) {
      if (Dates.DAYS.get(day).startsWith(lower)) {
        return day;
      }
    }
    return 0;
  }

  private void day(int index) {
    facts.add(new Fact(Fact.Kind.DATE, Dates.DAYS.get(index)));
  }

  Set<Fact> missing(Set<Fact> said) {
    return said.stream()
        .filter(fact -> facts.stream().noneMatch(source -> Match.grounds(source, fact)))
        .collect(Collectors.toSet());
  }

  /// Names of people in the draft of which a word is nowhere in the sources.
  int unknownNames(String draft) {
    return (int)
        PersonalData.find(draft).stream()
            .filter(finding -> finding.kind() == PersonalKind.NAME)
            .map(finding -> Words.of(finding.in(draft)).list())
            .filter(name ->
                name.stream().anyMatch(word -> !NO_NAMES.contains(word) && !words.contains(word)))
            .count();
  }
}
