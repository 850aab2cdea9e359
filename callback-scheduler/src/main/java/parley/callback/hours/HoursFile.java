package parley.callback.hours;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import parley.dialogue.files.Edits;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;

/// Reads `config/hours.yaml`. Everything that is wrong goes to the problems, with its line.
///
/// Thread: the one that loads.
public final class HoursFile {

  private static final int NEAR = 3;

  private final Set<Path> files = new HashSet<>();
  private final HolidayFiles holidays;
  private final Problems problems;

  private HoursFile(Path home, Path file, Problems problems) {
    this.problems = problems;
    this.files.add(file);
    this.holidays = new HolidayFiles(home, file.toAbsolutePath().getParent(), problems, files);
  }

  /// What was read.
  ///
  /// @param files all that it was read from
  record Read(HoursBook book, Set<Path> files) {
    Read {
      files = Set.copyOf(files);
    }
  }

  /// The hours of all queues; not to be used when there is a problem.
  ///
  /// @param site the zone of hours that name none
  public static HoursBook read(Path home, Path file, ZoneId site, Problems problems) {
    return look(home, file, site, problems).book();
  }

  /// The same, with the names of the files.
  static Read look(Path home, Path file, ZoneId site, Problems problems) {
    HoursFile reader = new HoursFile(home, file, problems);
    HoursBook book = reader.book(YamlFile.read(home, file, problems), site);
    return new Read(book, reader.files);
  }

  private HoursBook book(Fields top, ZoneId site) {
    top.allowOnly(Set.of("zone", "holidays", "queues"));
    ZoneId zone = zone(top).orElse(site);
    Set<LocalDate> usual = holidays.of(top).orElse(Set.of());
    Map<String, QueueHours> queues = new TreeMap<>();
    top.below("queues")
        .ifPresent(all ->
            all.all()
                .keySet()
                .forEach(name ->
                    all.below(name)
                        .ifPresent(queue -> queues.put(name, queue(queue, zone, usual)))));
    QueueHours closed = new QueueHours(zone, Map.of(), Map.of(), Set.of());
    if (top.has("queues") && !queues.containsKey(HoursBook.GENERAL)) {
      top.problem(
          top.line("queues"),
          "The queue `general` is missing.",
          "Give its hours: they count for every queue that has none of its own.");
    }
    return new HoursBook(queues.getOrDefault(HoursBook.GENERAL, closed), queues);
  }

  private QueueHours queue(Fields queue, ZoneId usualZone, Set<LocalDate> usual) {
    queue.allowOnly(Set.of("zone", "holidays", "week", "exceptions"));
    SpanReader reader = new SpanReader(queue.file(), problems);
    return new QueueHours(
        zone(queue).orElse(usualZone),
        queue.below("week").map(reader::week).orElse(Map.of()),
        queue.has("exceptions")
            ? queue.below("exceptions").map(reader::exceptions).orElse(Map.of())
            : Map.of(),
        holidays.of(queue).orElse(usual));
  }

  private static Optional<ZoneId> zone(Fields fields) {
    return fields
        .optionalText("zone")
        .flatMap(name -> {
          try {
            return Optional.of(ZoneId.of(name));
          } catch (DateTimeException unknown) {
            fields.problem(
                fields.line("zone"),
                "There is no time zone `" + name + "`.",
                "Expected one such as Europe/Helsinki or UTC." + near(name));
            return Optional.empty();
          }
        });
  }

  private static String near(String name) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> Edits.distance(zone, name) <= NEAR)
        .min(
            Comparator.comparingInt((String zone) -> Edits.distance(zone, name))
                .thenComparing(Comparator.naturalOrder()))
        .map(zone -> " Nearest is " + zone + ".")
        .orElse("");
  }
}
