package parley.dialogue.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;
import parley.dialogue.files.Stamps;
import parley.dialogue.files.YamlFile;

/// Reads a folder of documents and the folders in it. A file that cannot be used is told and left
/// out; the others are there. A first folder that is named for a language, such as `de`, holds
/// documents in it.
final class DocumentFiles {

  /** Larger ones are pictures, or not what a caller asks about. */
  private static final long LARGEST_BYTES = 20_000_000;

  /** With so many passages of ten vectors each, the first start takes a quarter of an hour. */
  private static final int MOST_PASSAGES = 20_000;

  private static final int DEEPEST = 8;
  private static final Set<String> LANGUAGES =
      Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

  private final Path home;
  private final Path folder;
  private final DocumentPages pages;
  private final Problems problems = new Problems();
  private final List<Passage> passages = new ArrayList<>();
  private final Map<String, Integer> used = new HashMap<>();

  private DocumentFiles(Path home, Path folder, DocumentPages pages) {
    this.home = home;
    this.folder = folder;
    this.pages = pages;
  }

  /// What a folder holds.
  ///
  /// @param files that could be used
  record Found(List<Passage> passages, int files, List<Problem> problems) {
    Found {
      passages = List.copyOf(passages);
      problems = List.copyOf(problems);
    }
  }

  /// @param home messages name files relative to it
  /// @param folder may be missing
  /// @param pages where customers can read the files
  static Found read(Path home, Path folder, DocumentPages pages) {
    DocumentFiles files = new DocumentFiles(home, folder, pages);
    int usable = 0;
    for (Path file : files.list()) {
      usable += files.add(file) ? 1 : 0;
    }
    return new Found(files.passages, usable, files.problems.sorted());
  }

  /// See [Stamps].
  static Map<Path, String> stamp(Path folder) {
    return Stamps.of(() -> files(folder));
  }

  private List<Path> list() {
    try {
      return files(folder);
    } catch (IOException | UncheckedIOException e) {
      problem(folder, "The folder cannot be read.", "Let Parley read it and the folders in it.");
      return List.of();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile).filter(DocumentFiles::meant).sorted().toList();
    }
  }

  /// Hidden files and what explains the folder are no documents.
  private static boolean meant(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && !name.equalsIgnoreCase("README.md");
  }

  private boolean add(Path file) {
    String name = file.getFileName().toString();
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        problem(file, "It is larger than 20 MB.", "Cut it into parts, or leave its pictures out.");
        return false;
      }
      return Format.of(name)
          .map(format -> add(file, format.read(read(file))))
          .orElseGet(() -> {
            problem(
                file,
                "Files of this kind cannot be read.",
                "Expected Markdown (.md), HTML (.html), PDF (.pdf) or text (.txt): save it as one"
                    + " of these, or take it out of the folder.");
            return false;
          });
    } catch (IOException | UncheckedIOException e) {
      problem(file, "It cannot be read.", "Let Parley read it, or take it out of the folder.");
      return false;
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean add(Path file, Content content) {
    return switch (content) {
      case Content.Unreadable(String what, String remedy) -> {
        problem(file, what, remedy);
        yield false;
      }
      case Content.Usable(String title, List<Block> blocks, Optional<URI> page) -> {
        Path inside = folder.relativize(file);
        String name = inside.toString().replace('\\', '/');
        String shown = title.isBlank() ? title(file) : title;
        PassageCutter cutter =
            new PassageCutter(name, shown, language(inside), page.or(() -> pages.of(name)), used);
        yield add(file, cutter.cut(blocks));
      }
    };
  }

  private boolean add(Path file, List<Passage> cut) {
    if (cut.isEmpty()) {
      problem(file, "There is no text in it.", "Write some, or take it out of the folder.");
    } else if (passages.size() + cut.size() > MOST_PASSAGES) {
      problem(
          file,
          "It is left out: all documents together have more than " + MOST_PASSAGES + " passages.",
          "Take out what nobody asks about.");
    } else {
      passages.addAll(cut);
      return true;
    }
    return false;
  }

  private static String language(Path inside) {
    String first = inside.getName(0).toString();
    return inside.getNameCount() > 1 && LANGUAGES.contains(first) ? first : "";
  }

  /// "delivery-terms.md" is "Delivery terms".
  private static String title(Path file) {
    String name = file.getFileName().toString();
    String words = name.substring(0, name.lastIndexOf('.')).replaceAll("[-_ ]+", " ").strip();
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private void problem(Path file, String what, String remedy) {
    problems.add(YamlFile.name(home, file), 0, what, remedy);
  }
}
