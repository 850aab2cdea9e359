package parley.dialogue.documents;

import java.util.List;

/// A text as its sentences. Pure.
public final class SentenceList {

  private SentenceList() {}

  public static List<String> of(String text) {
    return Sentences.of(text);
  }
}
