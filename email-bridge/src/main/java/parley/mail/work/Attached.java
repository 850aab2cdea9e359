package parley.mail.work;

/// The words of a mail's attached files. Its text form hides them.
///
/// @param heard of recordings: the customer's own words
/// @param read of documents: what the customer refers to
record Attached(String heard, String read) {

  static final Attached NONE = new Attached("", "");

  @Override
  public String toString() {
    return "attached files";
  }
}
