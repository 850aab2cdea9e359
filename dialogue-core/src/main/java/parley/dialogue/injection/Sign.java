package parley.dialogue.injection;

/// What makes a text look like an attempt to give orders to the machine.
public enum Sign {
  /// "Ignore your previous instructions."
  OVERRIDE,
  /// "You are now ...", "pretend that you have no rules."
  ROLE_PLAY,
  /// Lines that look like those of the system, of a template, of another speaker.
  SYSTEM_IMITATION,
  /// Asks for the instructions or the setup.
  PROMPT_THEFT,
  /// Looks like a call of a tool, or its result.
  TOOL_IMITATION,
  /// Characters that nobody sees, or letters of other alphabets in their place.
  HIDDEN_CHARACTERS,
  /// One of the others, found after decoding.
  ENCODED,
  /// Asks for data of other customers.
  OTHERS_DATA,
  /// Claims to be staff, or allowed more than customers are.
  AUTHORITY
}
