package parley.gateway.call;

/// Opens the conversations of calls. Thread: any.
public interface Dialogues {

  /// A new conversation in a language (ISO 639-1 code); in the site's own where that one is not
  /// there.
  Dialogue open(String language);
}
