package parley.dialogue.knowledge;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Fields;

/// Reads one entry. What is wrong becomes a problem and a harmless stand-in.
public final class EntryFields {

  /// Says of an imported entry that it stands for one of another file.
  public static final String REPLACES = "replaces";

  private static final String URL = "url";
  private static final String FILES = "files";

  /// Every key that an entry may have, as one reads them.
  public static final List<String> KEYS =
      List.of(
          "id",
          "category",
          "question",
          "also",
          "keywords",
          "answer",
          "language",
          "valid-from",
          "valid-until",
          "updated",
          "active",
          URL,
          FILES,
          REPLACES);

  /// An export has them; they follow from use, and are nobody's to set.
  public static final List<String> FOLLOWS_FROM_USE = List.of("usage-count", "success-rate");

  private static final Set<String> ALLOWED =
      Stream.concat(KEYS.stream(), FOLLOWS_FROM_USE.stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// Longer answers cannot be followed by ear (about 40 seconds of speech).
  private static final int LONGEST_ANSWER = 600;

  private EntryFields() {}

  /// @param category for entries that name none
  /// @param language for entries that name none
  public static KnowledgeEntry read(String category, String language, Fields fields) {
    fields.allowOnly(ALLOWED);
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
    return new KnowledgeEntry(
        id,
        fields.optionalText("category").orElse(category),
        question,
        fields.texts("also"),
        fields.texts("keywords"),
        answer,
        standing(language, fields),
        reference(fields));
  }

  private static Reference reference(Fields fields) {
    Optional<String> url = fields.optionalText(URL);
    Optional<URI> page = url.flatMap(Reference::page);
    if (url.isPresent() && page.isEmpty()) {
      fields.problem(
          fields.line(URL),
          "`url` is no address of a page.",
          "Expected one that begins with https:// or http://, such as https://shop.example/help.");
    }
    List<String> files = fields.texts(FILES);
    files.stream()
        .filter(file -> !Reference.isFile(file))
        .forEach(file ->
            fields.problem(
                fields.line(FILES),
                "`files` holds `" + file + "`.",
                "Expected the path of a file or folder below the documents, such as"
                    + " forms/return.pdf."));
    return new Reference(page, files.stream().filter(Reference::isFile).toList());
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
}
