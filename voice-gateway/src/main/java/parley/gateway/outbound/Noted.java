package parley.gateway.outbound;

import java.util.Optional;

/// What Asterisk has noted of an attempt; see `parley-callback` in `extensions_parley.conf`.
sealed interface Noted {

  /// It must not be dialled any more: no agent took it.
  record Withdrawn() implements Noted {

    /// What AstDB has of it.
    static final String TEXT = "WITHDRAWN";
  }

  /// It is being dialled or talked, or Asterisk ended in the middle of it.
  record Dialled() implements Noted {}

  /// It is over.
  ///
  /// @param status DIALSTATUS; empty when it was hung up before `Dial` said anything
  /// @param cause Q.850; 0 when there is none
  /// @param sip the SIP status; 0 when there is none
  record Ended(String status, int cause, int sip) implements Noted {}

  /// Reads AstDB's text; empty for an attempt that is not noted.
  static Optional<Noted> read(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.equals(Withdrawn.TEXT)) {
      return Optional.of(new Withdrawn());
    }
    String[] parts = text.split("\\|", 4);
    return parts.length < 4
        ? Optional.of(new Dialled())
        : Optional.of(new Ended(parts[1], number(parts[2]), sip(parts[3])));
  }

  private static int sip(String said) {
    return said.startsWith("SIP ") ? number(said.substring(4).split(" ", 2)[0]) : 0;
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }
}
