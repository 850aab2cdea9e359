package parley.dialogue.knowledge;

import parley.dialogue.call.Confidence;

/// An entry that may answer what was asked. `confidence` is the share of meaning that question and
/// entry have in common: 1 is a wording of the entry, below about 0.35 is chance.
public record Candidate(KnowledgeEntry entry, Confidence confidence) {}
