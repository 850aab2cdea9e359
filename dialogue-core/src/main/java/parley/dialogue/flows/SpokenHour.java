package parley.dialogue.flows;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The time of day that was said in English: "half past three", "three thirty", "ten a m", "15 30",
/// "noon". An hour from one to seven without morning or evening is in the afternoon, as
/// appointments are. Pure.
final class SpokenHour {

  private static final int FIRST_OF_THE_DAY = 8;
  private static final Set<String> MORNING = Set.of("am", "morning");
  private static final Set<String> LATER = Set.of("pm", "afternoon", "evening", "night");

  private final List<String> words;

  private SpokenHour(List<String> words) {
    this.words = words;
  }

  /// `words`: the day's own words left out.
  static Optional<LocalTime> in(List<String> words) {
    List<String> joined =
        List.of(String.join(" ", words).replaceAll("\\b([ap]) m\\b", "$1m").split(" "));
    SpokenHour hour = new SpokenHour(joined);
    for (int at = 0; at < joined.size(); at++) {
      Optional<LocalTime> time = hour.at(at);
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private Optional<LocalTime> at(int at) {
    return switch (words.get(at)) {
      case "noon", "midday" -> Optional.of(LocalTime.NOON);
      case "midnight" -> Optional.of(LocalTime.MIDNIGHT);
      case "half" -> past(at + 1, 30);
      case "quarter" -> past(at + 1, 15).or(() -> to(at + 1, 15));
      default ->
          Numerals.at(words, at)
              .flatMap(number ->
                  past(at + number.words(), number.value())
                      .or(() -> to(at + number.words(), number.value()))
                      .or(() -> plain(number, at + number.words())));
    };
  }

  private Optional<LocalTime> past(int at, int minutes) {
    return has(at, "past") ? hour(at + 1).flatMap(hour -> time(hour, minutes)) : Optional.empty();
  }

  private Optional<LocalTime> to(int at, int minutes) {
    return has(at, "to")
        ? hour(at + 1).flatMap(hour -> time(hour, 0)).map(time -> time.minusMinutes(minutes))
        : Optional.empty();
  }

  /// "Three", "three thirty", "three oh five".
  private Optional<LocalTime> plain(Numerals.Numeral hour, int after) {
    int next = after + (has(after, "oh") || has(after, "o") ? 1 : 0);
    int minutes = Numerals.at(words, next).map(Numerals.Numeral::value).orElse(0);
    return time(hour.value(), minutes);
  }

  private Optional<Integer> hour(int at) {
    return Numerals.at(words, at).map(Numerals.Numeral::value);
  }

  private Optional<LocalTime> time(int hour, int minutes) {
    if (hour > 23 || minutes > 59) {
      return Optional.empty();
    }
    int of24 = hour;
    if (hour == 12 && said(MORNING)) {
      of24 = 0;
    } else if (hour < 12 && hour > 0 && !said(MORNING)) {
      of24 = said(LATER) || hour < FIRST_OF_THE_DAY ? hour + 12 : hour;
    }
    return Optional.of(LocalTime.of(of24, minutes));
  }

  private boolean said(Set<String> some) {
    return some.stream().anyMatch(words::contains);
  }

  private boolean has(int at, String word) {
    return at < words.size() && words.get(at).equals(word);
  }
}
