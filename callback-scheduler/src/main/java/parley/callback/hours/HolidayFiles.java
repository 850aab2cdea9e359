package parley.callback.hours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;

/// Finds the iCalendar files that `holidays` names, relative to the folder of the hours. Thread:
/// the one that loads.
///
/// @param home to which messages name the files
/// @param looked takes the files that were read, or were to be
record HolidayFiles(Path home, @Nullable Path folder, Problems problems, Set<Path> looked) {

  private static final String REMEDY =
      "Give the path of an iCalendar file beside hours.yaml, a list of them, or none.";

  /// The days that these fields name; empty where they say nothing of holidays.
  Optional<Set<LocalDate>> of(Fields fields) {
    if (!fields.has("holidays")) {
      return Optional.empty();
    }
    List<String> names = fields.texts("holidays");
    if (names.isEmpty()) {
      fields.problem(fields.line("holidays"), "`holidays` is empty.", REMEDY);
    }
    Set<LocalDate> days = new HashSet<>();
    if (!names.equals(List.of("none"))) {
      names.forEach(name -> days.addAll(days(fields, name)));
    }
    return Optional.of(days);
  }

  private Set<LocalDate> days(Fields fields, String name) {
    try {
      Path file = folder == null ? Path.of(name) : folder.resolve(name);
      looked.add(file);
      return new HolidayFile(YamlFile.name(home, file), problems).days(Files.readString(file));
    } catch (IOException | InvalidPathException unreadable) {
      fields.problem(
          fields.line("holidays"),
          "The file `%s` cannot be read (%s)."
              .formatted(name, unreadable.getClass().getSimpleName()),
          REMEDY);
      return Set.of();
    }
  }
}
