package parley.dialogue.memory;

import java.util.Locale;
import parley.dialogue.call.PhoneNumber;

/// By what a customer is reached. Text forms are masked; the values are for the database and for
/// operators.
public sealed interface ContactPoint {

  /// As it is written.
  String value();

  record Phone(PhoneNumber number) implements ContactPoint {

    @Override
    public String value() {
      return number.value();
    }

    @Override
    public String toString() {
      return number.toString();
    }
  }

  /// @param address in lower case
  record Mail(String address) implements ContactPoint {
    public Mail {
      address = address.strip().toLowerCase(Locale.ROOT);
      if (!address.matches("[^@\\s]{1,200}@[^@\\s]{1,200}")) {
        throw new IllegalArgumentException("A mail address has one @ and no spaces");
      }
    }

    @Override
    public String value() {
      return address;
    }

    @Override
    public String toString() {
      return "*".repeat(address.indexOf('@')) + address.substring(address.indexOf('@'));
    }
  }
}
