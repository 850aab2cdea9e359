package parley.dialogue.memory;

import parley.dialogue.call.PhoneNumber;

/// Remembers customers' earlier conversations. Port: `db` implements it. Thread: any; a call waits
/// for it before its greeting, see [BoundedMemory].
@FunctionalInterface
public interface CustomerMemory {

  /// Nobody is remembered.
  CustomerMemory NONE = _ -> Earlier.NONE;

  /// What is known of whoever calls from this number; nothing for one that is withheld or is no
  /// customer's.
  Earlier of(PhoneNumber caller);
}
