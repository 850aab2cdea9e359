package parley.mail.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that may be sent with an answer: those in one folder, up to a size, and nothing that a
/// link leads to outside of it. Thread: any.
///
/// @param folder the site's documents
public record EnclosedFiles(Path folder) {

  private static final Logger log = LoggerFactory.getLogger(EnclosedFiles.class);

  /// Of one file.
  static final long LARGEST_BYTES = 5_000_000;

  /// Many mailboxes refuse mails of more than 10 MB, and Base64 makes four bytes of three.
  private static final long MOST_BYTES = 7_000_000;

  private static final int MOST_FILES = 5;

  private static final int MOST_OF_A_FOLDER = 5;

  /// A file, or those of a folder; what cannot be sent is left out, and the log says why.
  ///
  /// @param name its path in the folder
  List<Path> files(String name) {
    Path named = folder.resolve(name);
    try {
      Path inside = folder.toRealPath();
      List<Path> found = new ArrayList<>();
      for (Path file : Files.isDirectory(named) ? in(named) : List.of(named)) {
        if (maySend(file, inside)) {
          found.add(file);
        }
      }
      return found;
    } catch (IOException e) {
      log.warn("The file {} cannot be sent along: {}", name, e.getClass().getSimpleName());
      return List.of();
    }
  }

  /// The first of them, as many as one mail can take.
  public static List<Path> together(List<Path> files) {
    List<Path> taken = new ArrayList<>();
    long bytes = 0;
    for (Path file : files) {
      bytes += file.toFile().length();
      if (bytes > MOST_BYTES || taken.size() == MOST_FILES) {
        log.warn("The file {} and those behind it are not sent along: the mail is full", file);
        break;
      }
      taken.add(file);
    }
    return List.copyOf(taken);
  }

  private static List<Path> in(Path named) throws IOException {
    try (Stream<Path> all = Files.list(named)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .limit(MOST_OF_A_FOLDER)
          .toList();
    }
  }

  private static boolean maySend(Path file, Path inside) throws IOException {
    boolean there = file.toRealPath().startsWith(inside);
    boolean small = Files.size(file) <= LARGEST_BYTES;
    boolean plain = Files.isRegularFile(file.toRealPath(), LinkOption.NOFOLLOW_LINKS);
    if (!there || !small || !plain) {
      log.warn(
          "The file {} is not sent along: {}",
          file,
          there ? "expected a file of at most 5 MB" : "it lies outside of the documents");
    }
    return there && small && plain;
  }
}
