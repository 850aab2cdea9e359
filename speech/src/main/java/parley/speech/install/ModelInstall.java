package parley.speech.install;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Installs speech models below the state folder: from the vendor's list, or from a zip at hand.
/// Thread: one; an interrupt ends it, and what was fetched stays for the next try.
public final class ModelInstall implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelInstall.class);

  /** A server that sends nothing for so long is given up. */
  private static final Duration STALL = Duration.ofSeconds(30);

  private final InstallFolders folders;
  private final URI listAddress;
  private final Placing placing;
  private final InstallProgress progress;
  private final Web web;

  /// @param state the folder below which `models` is
  /// @param list the address of the vendor's list or a mirror's
  public ModelInstall(Path state, URI list, Clock clock, InstallProgress progress) {
    this(state, list, clock, progress, new Web(Web.builder().build(), STALL));
  }

  ModelInstall(Path state, URI list, Clock clock, InstallProgress progress, Web web) {
    this.folders = InstallFolders.below(state);
    this.listAddress = list;
    this.placing = new Placing(folders, clock);
    this.progress = progress;
    this.web = web;
  }

  /// @param again whether a model that is there is replaced
  /// @param acceptChange whether a zip may differ from the one that was installed before
  public record Wishes(boolean again, boolean acceptChange) {}

  /// The list as it is now.
  ///
  /// @throws InstallException when it cannot be had
  public ModelList available() {
    try {
      return ModelList.fetch(web, listAddress);
    } catch (InterruptedException stopped) {
      throw interrupted("Reading the list of models", stopped);
    }
  }

  /// Installs a listed model.
  ///
  /// @param name a model's name, or a language for its big model, or the language and `-small`
  /// @throws InstallException when that fails; only a part of the zip may be left then
  public InstallOutcome install(String name, Wishes wishes) {
    try (InstallLock _ = InstallLock.take(folders)) {
      Optional<InstallOutcome> named = there(name, wishes);
      if (named.isPresent()) {
        return named.get();
      }
      ModelList list = ModelList.fetch(web, listAddress);
      if (list.broken() > 0) {
        progress.line("Entries of the list that could not be read: " + list.broken());
      }
      VendorModel model = new ModelNames(list).find(name);
      Optional<InstallOutcome> found = there(model.name(), wishes);
      return found.isPresent() ? found.get() : fetch(model, wishes);
    } catch (InterruptedException stopped) {
      throw interrupted("The install of " + name, stopped);
    }
  }

  /// Installs a zip that is on this machine; the model is called as the zip is.
  ///
  /// @throws InstallException when that fails; nothing is left then
  public InstallOutcome installFrom(Path zip, Wishes wishes) {
    String file = String.valueOf(zip.getFileName());
    String name = file.endsWith(".zip") ? file.substring(0, file.length() - 4) : "";
    if (!VendorModel.isName(name) || !Files.isRegularFile(zip)) {
      throw new InstallException(
          zip
              + " is no zip to install: expected a file NAME.zip, NAME being letters, digits and"
              + " . _ - and the model's name afterwards");
    }
    try (InstallLock _ = InstallLock.take(folders)) {
      Optional<InstallOutcome> there = there(name, wishes);
      return there.isPresent() ? there.get() : place(Placing.Zip.atHand(name, zip), wishes);
    } catch (InterruptedException stopped) {
      throw interrupted("The install of " + name, stopped);
    }
  }

  private Optional<InstallOutcome> there(String name, Wishes wishes) {
    return wishes.again() || !VendorModel.isName(name) ? Optional.empty() : placing.there(name);
  }

  private InstallOutcome fetch(VendorModel model, Wishes wishes) throws InterruptedException {
    Address.checkNamedBy(listAddress, model.url());
    progress.line(
        "%s (%s, %s, %s) from %s"
            .formatted(
                model.name(),
                model.languageText(),
                model.type(),
                Megabytes.of(model.size()),
                Address.plain(model.url())));
    PartFile part = new PartFile(folders.part(model.name()));
    new Download(web, model, part, progress).complete(folders);
    try {
      InstallOutcome outcome = place(Placing.Zip.listed(model, part.path()), wishes);
      part.delete();
      return outcome;
    } catch (BadZipException useless) {
      part.delete();
      throw useless;
    }
  }

  private InstallOutcome place(Placing.Zip zip, Wishes wishes) throws InterruptedException {
    progress.line(zip.name() + ": checking and unpacking");
    InstallOutcome.Installed installed = placing.place(zip, wishes.acceptChange());
    LOG.info("Installed speech model {} with SHA-256 {}", zip.name(), installed.sha256());
    return installed;
  }

  private static InstallException interrupted(String what, InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new InstallException(what + " was interrupted; the same command resumes it", stopped);
  }

  @Override
  public void close() {
    web.close();
  }
}
