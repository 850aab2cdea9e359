package parley.mail.text;

/// Lines without what cannot be seen.
final class CleanText {

  private CleanText() {}

  /// Line ends become `\n`, at most one empty line stays between two others; control characters,
  /// marks that turn text around and padding of no width go.
  static String of(String text) {
    return text.replaceAll("\\r\\n?|[\\u2028\\u2029\\x0b\\f]", "\n")
        .replaceAll("[\\u00a0\\u2007\\u202f\\t]", " ")
        .replaceAll(
            "[\\p{Cc}&&[^\\n]]|[\\u00ad\\u034f\\u200b\\u2060\\ufeff\\u202a-\\u202e\\u2066-\\u2069]",
            "")
        .replaceAll("(?<! ) +(?=\\n)", "")
        .replaceAll("\\n{3,}", "\n\n")
        .replaceAll("^\\n+", "")
        .stripTrailing();
  }
}
