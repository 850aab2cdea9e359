package parley.dialogue.knowledge;

/// How an entry relates to a question. Cosines are -1 to 1.
///
/// @param words the share of words in common, 0 to 1
/// @param nearest cosine to the nearest wording
/// @param best the same without what all of the knowledge has in common, see [Center]
/// @param mean that of all wordings
/// @param answer that of the answer; 0 without one
record Traits(
    KnowledgeEntry entry, double words, double nearest, double best, double mean, double answer) {}
