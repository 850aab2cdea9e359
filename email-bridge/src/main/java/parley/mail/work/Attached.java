package parley.mail.work;

/// The words of a mail's attached files. Its text form hides them.
///
/// @param heard of recordings: the customer's own words
/// @param read of documents: what the customer refers to
/// @param unheard how many recordings nobody could be heard in
record Attached(String heard, String read, int unheard) {

  static final Attached NONE = new Attached("", "", 0);

  @Override
  public String toString() {
    return "attached files";
  }
}
