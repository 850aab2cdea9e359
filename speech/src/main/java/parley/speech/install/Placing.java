package parley.speech.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.speech.recognize.ModelFolder;

/// From a zip that is on this machine to a model in its place: checks, unpacks, renames, writes
/// down. The caller holds the [InstallLock].
final class Placing {
  private final InstallFolders folders;
  private final Clock clock;

  Placing(InstallFolders folders, Clock clock) {
    this.folders = folders;
    this.clock = clock;
  }

  /// A zip to install.
  ///
  /// @param url where it came from, without secrets
  /// @param model what the list says of it; null when there was no list
  record Zip(String name, Path path, URI url, @Nullable VendorModel model) {

    static Zip listed(VendorModel model, Path path) {
      return new Zip(model.name(), path, model.url(), model);
    }

    static Zip atHand(String name, Path path) {
      return new Zip(name, path, path.toAbsolutePath().normalize().toUri(), null);
    }

    private String shown() {
      return name + ".zip";
    }
  }

  /// The model of that name, when it lies in its place.
  ///
  /// @throws InstallException when something else lies there
  Optional<InstallOutcome> there(String name) {
    Path folder = folders.target(name);
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    ModelFolder.problem(folder)
        .ifPresent(problem -> {
          throw new InstallException(problem + "; install it with --again to replace it");
        });
    return Optional.of(new InstallOutcome.AlreadyThere(folder));
  }

  /// @throws BadZipException when the zip is not what it should be
  InstallOutcome.Installed place(Zip zip, boolean acceptChange) throws InterruptedException {
    Digests digests = Digests.of(zip.path());
    checkMd5(zip, digests.md5());
    String url = Address.plain(zip.url());
    LockFile lock = folders.lock();
    if (!acceptChange) {
      lock.refuseChange(zip.name(), url, digests.sha256());
    }
    Path fresh = folders.unpacking(zip.name());
    InstallFolders.delete(fresh);
    try {
      List<String> changed = unpack(zip, fresh);
      move(zip.name(), fresh);
      VendorModel listed = zip.model();
      lock.put(
          new LockFile.Entry(
              zip.name(),
              url,
              listed == null ? null : listed.size(),
              listed == null ? null : listed.md5(),
              digests.sha256(),
              clock.instant().truncatedTo(ChronoUnit.SECONDS),
              changed));
      return new InstallOutcome.Installed(folders.target(zip.name()), digests.sha256(), changed);
    } finally {
      InstallFolders.delete(fresh);
    }
  }

  private static void checkMd5(Zip zip, String md5) {
    VendorModel listed = zip.model();
    if (listed != null && !listed.md5().equals(md5)) {
      throw new BadZipException(
          "%s is not the file that the list means: its MD5 is %s, the list says %s; nothing was kept, try again later or use another list with speech.model-list"
              .formatted(Address.plain(zip.url()), md5, listed.md5()));
    }
  }

  private List<String> unpack(Zip zip, Path fresh) throws InterruptedException {
    new ModelZip(zip.path(), zip.shown(), new PartFile(zip.path()).length()).unpack(fresh, folders);
    ModelFolder.problem(fresh)
        .ifPresent(problem -> {
          throw new BadZipException(problem.replace(fresh.toString(), zip.shown()));
        });
    return TelephoneRate.allow(fresh, zip.shown());
  }

  /// A rename, and back again when it fails: at any moment a whole model or none is there.
  private void move(String name, Path fresh) {
    Path target = folders.target(name);
    Path old = folders.replaced(name);
    InstallFolders.delete(old);
    try {
      boolean replaces = Files.exists(target);
      if (replaces) {
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      }
      try {
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException failed) {
        if (replaces) {
          Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        }
        throw failed;
      }
    } catch (IOException failed) {
      throw InstallFolders.unwritable(target, failed);
    }
    InstallFolders.delete(old);
  }
}
