package parley.speech.install;

import java.nio.file.Path;
import java.util.List;

/// How an install ended when nothing was wrong.
public sealed interface InstallOutcome {

  /// The model's folder.
  Path folder();

  /// @param changedFiles files of the model that were changed for telephone sound, by their names
  ///   below the folder
  record Installed(Path folder, String sha256, List<String> changedFiles)
      implements InstallOutcome {
    public Installed {
      changedFiles = List.copyOf(changedFiles);
    }
  }

  /// It had been there before; nothing was done.
  record AlreadyThere(Path folder) implements InstallOutcome {}
}
