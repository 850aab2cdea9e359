package parley.transfer.agent;

/// What an agent says of themselves, set by hand and independent of their phone.
public enum Availability {
  AVAILABLE,
  BUSY,
  OFFLINE
}
