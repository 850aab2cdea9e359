package parley.speech.install;

/// Told how an install gets on, for a person who waits. Called on the installing thread.
@FunctionalInterface
public interface InstallProgress {

  /// @param text one line without its end
  void line(String text);
}
