package parley.dialogue.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;

/// Reads the knowledge: every `*.yaml` of a folder, each `category:`, if wanted `language:`, and
/// `entries:`. All problems of all files are collected.
public final class KnowledgeFiles {

  private static final Set<String> TOP_KEYS = Set.of("category", "language", "entries");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "question",
          "also",
          "keywords",
          "answer",
          "language",
          "valid-from",
          "valid-until",
          "updated",
          "active");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// Longer answers cannot be followed by ear (about 40 seconds of speech).
  private static final int LONGEST_ANSWER = 600;

  private final Path home;
  private final Problems problems;
  private final List<KnowledgeEntry> entries = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();

  private KnowledgeFiles(Path home, Problems problems) {
    this.home = home;
    this.problems = problems;
  }

  public static KnowledgeBase read(Path home, Path folder, Problems problems) {
    KnowledgeFiles files = new KnowledgeFiles(home, problems);
    List<Path> found = files.files(folder);
    found.forEach(files::readFile);
    if (files.entries.isEmpty() && problems.isEmpty()) {
      problems.add(
          YamlFile.name(home, folder),
          0,
          "There is no knowledge in this folder.",
          "Expected `*.yaml` files with `category:` and `entries:`.");
    }
    return new KnowledgeBase(files.entries);
  }

  private List<Path> files(Path folder) {
    try (var list = Files.list(folder)) {
      return list.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      problems.add(
          YamlFile.name(home, folder),
          0,
          "The folder cannot be read (" + e.getClass().getSimpleName() + ").",
          "Put the knowledge files there.");
      return List.of();
    }
  }

  private void readFile(Path file) {
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(TOP_KEYS);
    String category = top.text("category");
    String language = top.optionalText("language").orElse("");
    top.list("entries").forEach(fields -> readEntry(category, language, fields));
  }

  private void readEntry(String category, String language, Fields fields) {
    fields.allowOnly(KEYS);
    String id = fields.text("id");
    String question = fields.text("question");
    String answer = fields.text("answer");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      fields.problem(
          fields.line("id"),
          "The id `" + id + "` is not usable.",
          "Expected lower-case words joined by dashes, such as `forgot-password`.");
    }
    if (answer.length() > LONGEST_ANSWER) {
      fields.problem(
          fields.line("answer"),
          "The answer has " + answer.length() + " characters, too long to listen to.",
          "Expected at most " + LONGEST_ANSWER + ": shorten it or make two entries of it.");
    }
    List<String> also = fields.texts("also");
    List<String> keywords = fields.texts("keywords");
    Standing standing = standing(language, fields);
    if (!id.isEmpty() && isNew(id, fields)) {
      entries.add(new KnowledgeEntry(id, category, question, also, keywords, answer, standing));
    }
  }

  private static Standing standing(String language, Fields fields) {
    LocalDate from = date("valid-from", LocalDate.MIN, fields);
    LocalDate until = date("valid-until", LocalDate.MAX, fields);
    if (until.isBefore(from)) {
      fields.problem(
          fields.line("valid-until"),
          "`valid-until` is " + until + ", before `valid-from`, which is " + from + ".",
          "Expected a later day: the entry would never be found.");
      until = LocalDate.MAX;
    }
    return new Standing(
        fields.optionalText("language").orElse(language),
        from,
        until,
        date("updated", LocalDate.MIN, fields),
        fields.flag("active", true));
  }

  private static LocalDate date(String key, LocalDate otherwise, Fields fields) {
    String text = fields.optionalText(key).orElse("");
    try {
      return text.isEmpty() ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      fields.problem(
          fields.line(key),
          "`" + key + "` is `" + text + "`.",
          "Expected a day as year-month-day, such as 2026-12-31.");
      return otherwise;
    }
  }

  private boolean isNew(String id, Fields fields) {
    String place = fields.file() + ":" + fields.line("id");
    String other = places.putIfAbsent(id, place);
    if (other != null) {
      fields.problem(
          fields.line("id"),
          "The id `" + id + "` is also at " + other + ".",
          "Ids are unique over all files: rename one.");
    }
    return other == null;
  }
}
