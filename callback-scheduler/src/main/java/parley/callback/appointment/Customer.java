package parley.callback.appointment;

import parley.dialogue.call.PhoneNumber;

/// Whose appointment it is. Its text form hides all of it.
///
/// @param reference the site's number of the customer; may be empty
/// @param name may be empty
/// @param mail where invitations go; empty: none are sent
/// @param language ISO 639-1, of letters; empty for the site's
public record Customer(
    String reference, String name, String mail, PhoneNumber number, String language) {

  @Override
  public String toString() {
    return "customer";
  }
}
