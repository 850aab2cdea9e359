package parley.dialogue.llm;

/// Where an answer goes; it decides how long it may be and how it is worded.
public enum Channel {
  VOICE,
  CHAT,
  MAIL
}
