package parley.dialogue.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// By which a change of files is noticed.
public final class Stamps {

  private Stamps() {}

  /// The files that a folder has now.
  @FunctionalInterface
  public interface Listing {
    List<Path> files() throws IOException;
  }

  /// When each file was last written, and how long it is.
  public static Map<Path, String> of(Listing listing) {
    Map<Path, String> stamps = new TreeMap<>();
    try {
      for (Path file : listing.files()) {
        stamps.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    } catch (IOException | UncheckedIOException e) {
      // A file that goes while it is looked at: the next look finds the rest.
      stamps.clear();
    }
    return stamps;
  }
}
