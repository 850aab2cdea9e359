package parley.speech.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where an install works: all below `state/models`, so that the last step is a rename.
///
/// @param models the folder of all models
record InstallFolders(Path models) {

  static InstallFolders below(Path state) {
    return new InstallFolders(state.resolve("models"));
  }

  Path target(String name) {
    return models.resolve(name);
  }

  /// Where a model is unpacked: its name begins with a dot, so nobody takes it for a model.
  Path unpacking(String name) {
    return models.resolve("." + name + ".new");
  }

  /// Where the model lies that another one takes the place of.
  Path replaced(String name) {
    return models.resolve("." + name + ".old");
  }

  Path downloads() {
    return models.resolve(".download");
  }

  Path part(String name) {
    return downloads().resolve(name + ".zip.part");
  }

  LockFile lock() {
    return new LockFile(models.resolve("models.lock.json"));
  }

  /// @throws InstallException when they cannot be made
  void make() {
    try {
      Files.createDirectories(downloads());
    } catch (IOException failed) {
      throw unwritable(downloads(), failed);
    }
  }

  /// Refuses to begin what cannot end.
  void needSpace(long bytes) {
    long free;
    try {
      free = Files.getFileStore(models).getUsableSpace();
    } catch (IOException unknown) {
      return;
    }
    if (bytes > free) {
      throw new InstallException(
          "%s needs %s more and %s are free there; free some, or choose another folder with the setting state"
              .formatted(models, Megabytes.of(bytes), Megabytes.of(free)));
    }
  }

  static InstallException unwritable(Path file, IOException why) {
    return new InstallException(
        file + " cannot be written (" + why.getMessage() + "); make it writable", why);
  }

  /// Deletes a folder with all that is in it, if it is there; links are deleted, not followed.
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> inner = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inner) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new InstallException(
          folder + " cannot be deleted (" + failed.getMessage() + "); delete it by hand", failed);
    }
  }
}
