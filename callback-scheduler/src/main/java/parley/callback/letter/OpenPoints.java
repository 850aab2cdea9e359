package parley.callback.letter;

import java.util.List;
import parley.dialogue.call.PhoneNumber;

/// What earlier conversations have left to be done for a customer. Port: `db` implements it.
/// Thread: any.
@FunctionalInterface
public interface OpenPoints {

  /// In the order in which they are due, without personal data; empty for an unknown number.
  List<String> of(PhoneNumber number);
}
