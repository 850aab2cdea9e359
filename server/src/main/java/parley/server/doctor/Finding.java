package parley.server.doctor;

/// What one check has found.
///
/// @param remedy what to do about it, empty when nothing is to be done
public record Finding(String name, Level level, String text, String remedy) {

  /// How bad it is.
  public enum Level {
    OK,
    /// Parley works, with less.
    WARN,
    /// `up` or calls will fail.
    FAIL
  }

  public static Finding ok(String name, String text) {
    return new Finding(name, Level.OK, text, "");
  }

  public static Finding warn(String name, String text, String remedy) {
    return new Finding(name, Level.WARN, text, remedy);
  }

  public static Finding fail(String name, String text, String remedy) {
    return new Finding(name, Level.FAIL, text, remedy);
  }
}
