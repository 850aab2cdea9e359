package parley.server.call;

import parley.dialogue.call.PhoneNumber;
import parley.gateway.phone.PhoneSettings;

/// The phone of a caller with a number of one's choice.
final class CallersPhone {

  /// As telephony calls somebody who does not show their number.
  private static final String WITHHELD = "anonymous";

  private CallersPhone() {}

  /// A phone that logs in has the login's number, whatever is asked for.
  static PhoneSettings of(RunningParley running, PhoneNumber caller) {
    PhoneSettings usual = running.phone();
    return running.logsIn()
        ? usual
        : new PhoneSettings(
            usual.server(),
            usual.bind(),
            caller.known() ? caller.value() : WITHHELD,
            usual.password(),
            usual.roundTrip(),
            usual.ringing());
  }
}
