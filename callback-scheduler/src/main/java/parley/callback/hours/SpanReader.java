package parley.callback.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;
import parley.dialogue.files.Problems;

/// Reads the hours of days: `monday-friday: 08:00-20:00`, `2026-12-24: closed`. Thread: the one
/// that loads.
///
/// @param file as messages name it
record SpanReader(String file, Problems problems) {

  private static final String DAYS = "monday to sunday, or several such as monday-friday";
  private static final int WEEK = 7 * Span.DAY;

  /// Hours with the line on which they are written.
  private record Line(Span span, int line) {}

  /// Hours with the day for which they are written.
  ///
  /// @param from minutes after the first midnight of the week, or of the one day
  private record Written(String day, Span span, int from, int line) {
    int until() {
      return from + span.until() - span.from();
    }
  }

  Map<DayOfWeek, List<Span>> week(Fields week) {
    Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    List<Written> written = new ArrayList<>();
    week.all()
        .forEach((key, node) -> {
          List<Line> lines = lines(key, node);
          for (DayOfWeek day : days(key, node.line())) {
            if (days.putIfAbsent(day, spans(lines)) != null) {
              problems.add(
                  file,
                  node.line(),
                  "`%s` is there twice.".formatted(name(day)),
                  "Give each day its hours once.");
            } else {
              written.addAll(written(name(day), lines, (day.getValue() - 1) * Span.DAY));
            }
          }
        });
    overlaps(written, WEEK);
    return days;
  }

  Map<LocalDate, List<Span>> exceptions(Fields exceptions) {
    Map<LocalDate, List<Span>> dates = new HashMap<>();
    exceptions
        .all()
        .forEach((key, node) -> {
          List<Line> lines = lines(key, node);
          overlaps(written(key, lines, 0), Integer.MAX_VALUE);
          date(key, node.line()).ifPresent(date -> dates.put(date, spans(lines)));
        });
    return dates;
  }

  private static List<Span> spans(List<Line> lines) {
    return lines.stream().map(Line::span).toList();
  }

  private static List<Written> written(String day, List<Line> lines, int midnight) {
    return lines.stream()
        .map(one -> new Written(day, one.span(), midnight + one.span().from(), one.line()))
        .toList();
  }

  private List<Line> lines(String key, Node node) {
    return switch (node) {
      case Node.Scalar(_, String text) when text.equals("closed") -> List.of();
      case Node.Scalar one -> line(key, one).stream().toList();
      case Node.Sequence(_, List<Node> items) ->
          items.stream().flatMap(item -> line(key, item).stream()).toList();
      case Node.Mapping wrong -> line(key, wrong).stream().toList();
    };
  }

  private Optional<Line> line(String key, Node node) {
    Optional<Span> span =
        node instanceof Node.Scalar(_, String text) ? Span.parse(text) : Optional.empty();
    if (span.isEmpty()) {
      problems.add(
          file,
          node.line(),
          "`%s` holds %s.".formatted(key, shown(node)),
          "Expected " + Span.FORM + ", or closed.");
    }
    return span.map(found -> new Line(found, node.line()));
  }

  private static String shown(Node node) {
    return node instanceof Node.Scalar(_, String text) && !text.isEmpty()
        ? "`" + text + "`"
        : node.kind();
  }

  private void overlaps(List<Written> written, int circle) {
    List<Written> sorted = written.stream().sorted(Comparator.comparingInt(Written::from)).toList();
    for (int i = 0; i < sorted.size(); i++) {
      boolean last = i == sorted.size() - 1;
      Written one = sorted.get(i);
      Written next = sorted.get(last ? 0 : i + 1);
      long begins = last ? (long) next.from() + circle : next.from();
      if (one.until() > begins) {
        problems.add(
            file,
            Math.max(one.line(), next.line()),
            "`%s` %s and `%s` %s overlap."
                .formatted(one.day(), one.span(), next.day(), next.span()),
            "Join them, or let one end where the other begins.");
      }
    }
  }

  private List<DayOfWeek> days(String key, int line) {
    String[] ends = key.split("-", -1);
    Optional<DayOfWeek> first = day(ends[0]);
    Optional<DayOfWeek> last = day(ends[ends.length - 1]);
    if (first.isEmpty() || last.isEmpty() || ends.length > 2) {
      problems.add(file, line, "There is no day `" + key + "`.", "Expected " + DAYS + ".");
      return List.of();
    }
    List<DayOfWeek> days = new ArrayList<>(List.of(first.get()));
    while (days.getLast() != last.get()) {
      days.add(days.getLast().plus(1));
    }
    return days;
  }

  private static Optional<DayOfWeek> day(String name) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> name(day).equals(name)).findFirst();
  }

  private static String name(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private Optional<LocalDate> date(String key, int line) {
    try {
      return Optional.of(LocalDate.parse(key));
    } catch (DateTimeException noDate) {
      problems.add(
          file, line, "There is no date `" + key + "`.", "Expected one such as 2026-12-24.");
      return Optional.empty();
    }
  }
}
