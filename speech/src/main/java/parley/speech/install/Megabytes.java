package parley.speech.install;

import java.util.Locale;

/// Sizes of models as people read them, in millions of bytes.
public final class Megabytes {

  private Megabytes() {}

  /// Such as `41.2 MB`.
  public static String of(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
