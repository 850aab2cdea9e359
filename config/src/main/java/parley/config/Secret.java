package parley.config;

/// A password or key. Its text form is hidden; [#reveal] is for the one place that must send it.
public record Secret(String reveal) {

  @Override
  public String toString() {
    return "[secret]";
  }
}
