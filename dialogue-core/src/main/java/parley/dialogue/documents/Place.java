package parley.dialogue.documents;

/// Where the best passage stands beside the best entry.
enum Place {
  BEFORE_THE_ENTRIES,
  BEHIND_THE_BEST_ENTRY,
  NOWHERE
}
