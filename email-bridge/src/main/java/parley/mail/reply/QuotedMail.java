package parley.mail.reply;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.mail.header.OneLine;

/// What is repeated of the question: its first lines, under a line that says whose they are.
final class QuotedMail {

  private static final int LONGEST_LINE = 400;

  /// With a date; without one, in [#UNDATED].
  private static final Map<String, String> DATED =
      Map.of(
          "en", "On %s you wrote:",
          "de", "Am %s schrieben Sie:",
          "fr", "Le %s, vous avez écrit :",
          "es", "El %s usted escribió:",
          "it", "Il %s ha scritto:",
          "nl", "Op %s schreef u:",
          "pl", "W dniu %s napisano:",
          "pt", "Em %s escreveu:");

  private static final Map<String, String> UNDATED =
      Map.of(
          "en", "You wrote:",
          "de", "Sie schrieben:",
          "fr", "Vous avez écrit :",
          "es", "Usted escribió:",
          "it", "Ha scritto:",
          "nl", "U schreef:",
          "pl", "Napisano:",
          "pt", "Escreveu:");

  private QuotedMail() {}

  static String attribution(String language, Optional<Instant> date, ZoneId zone) {
    String known = DATED.containsKey(language) ? language : "en";
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.of(known));
    return date.map(at -> DATED.getOrDefault(known, "%s").formatted(day.format(at.atZone(zone))))
        .orElseGet(() -> UNDATED.getOrDefault(known, ""));
  }

  static List<String> lines(String question) {
    List<String> lines = question.lines().map(line -> OneLine.of(line, LONGEST_LINE)).toList();
    return lines.size() <= Reply.MOST_QUOTED
        ? lines
        : Stream.concat(lines.stream().limit(Reply.MOST_QUOTED), Stream.of("[…]")).toList();
  }
}
