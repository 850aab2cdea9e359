package parley.dialogue.drafting;

import parley.dialogue.knowledge.KnowledgeEntry;

/// The words by which an entry is asked for. Pure.
final class EntryWords {
  private EntryWords() {}

  /// Its wordings and keywords, in one text.
  static String of(KnowledgeEntry entry) {
    return String.join(" ", entry.variants().toList()) + " " + String.join(" ", entry.keywords());
  }
}
