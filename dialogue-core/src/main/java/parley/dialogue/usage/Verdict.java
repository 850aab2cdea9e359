package parley.dialogue.usage;

/// Whether an answer helped who got it, as far as anybody can tell.
public enum Verdict {
  HELPED,
  FAILED,
  UNKNOWN
}
