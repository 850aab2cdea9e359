package parley.dialogue.memory;

import java.util.UUID;

/// Remembers earlier conversations with whoever writes from an address. Port: `db` implements it.
/// Thread: any; blocks as long as a question to the database takes.
@FunctionalInterface
public interface SenderMemory {

  /// Nobody is remembered.
  SenderMemory NONE = (_, _) -> Earlier.NONE;

  /// What is known of whoever writes from this address, but for the conversation that goes on.
  Earlier of(String address, UUID goingOn);
}
