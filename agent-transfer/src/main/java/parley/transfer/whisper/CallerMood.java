package parley.transfer.whisper;

/// How the caller sounded, as far as the agent should be prepared for it.
public enum CallerMood {
  CALM,
  UPSET,
  ANGRY
}
