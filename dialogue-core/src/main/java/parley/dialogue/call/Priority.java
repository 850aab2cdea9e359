package parley.dialogue.call;

/// How urgently a person is needed, as rules and the API name it.
public enum Priority {
  LOW,
  MEDIUM,
  HIGH,
  URGENT
}
