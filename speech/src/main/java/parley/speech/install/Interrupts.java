package parley.speech.install;

/// Ctrl-C comes as an interrupt of the installing thread.
final class Interrupts {

  private Interrupts() {}

  /// Work on files does not wait and so is not told: it asks, also after an IOException, because an
  /// interrupt closes the channels that files are written through.
  static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
