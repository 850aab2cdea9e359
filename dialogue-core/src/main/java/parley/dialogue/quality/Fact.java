package parley.dialogue.quality;

import java.util.LinkedHashSet;
import java.util.Set;

/// One checkable thing in a text, in a form in which digits and words are equal.
///
/// @param value of a number or amount a plain decimal ("12.5"), of a time `HH:mm`, of a date
///   `MM-dd`, a month `MM` or a weekday `mon`; of a telephone number its digits; else lower case
///   text
record Fact(Kind kind, String value) {

  enum Kind {
    NUMBER(Fault.UNGROUNDED_NUMBER),
    /// Of days, hours and such: no amount of money rests on it.
    COUNT(Fault.UNGROUNDED_NUMBER),
    AMOUNT(Fault.UNGROUNDED_AMOUNT),
    PERCENT(Fault.UNGROUNDED_PERCENT),
    DATE(Fault.UNGROUNDED_DATE),
    TIME(Fault.UNGROUNDED_TIME),
    PHONE(Fault.UNGROUNDED_PHONE),
    MAIL(Fault.UNGROUNDED_MAIL),
    LINK(Fault.UNGROUNDED_LINK);

    private final Fault fault;

    Kind(Fault fault) {
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  /// Everything in the text that must be true.
  static Set<Fact> in(String text) {
    Set<Fact> facts = new LinkedHashSet<>();
    String rest = Addresses.take(text, facts);
    Dates.take(NumberText.of(rest), facts);
    return facts;
  }
}
