package parley.dialogue.flows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.call.Expectation;
import parley.dialogue.words.Words;

/// What a slot holds, how it is asked for, and how its value is written. Values are texts that a
/// service takes and gives as they are.
public sealed interface SlotKind {

  /// An order number, a PIN: so many digits.
  record Digits(int least, int most) implements SlotKind {}

  /// A day: `2026-03-05`.
  record Day() implements SlotKind {}

  /// A day and a time at the site: `2026-03-05T15:30`.
  record DayAndTime() implements SlotKind {}

  /// `yes` or `no`.
  record YesNo() implements SlotKind {}

  /// One of a few; the value is the option's name.
  record Choice(Map<String, Option> options) implements SlotKind {
    public Choice {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
  }

  /// Money: `49.90`. The currency is an ISO 4217 code.
  record Amount(String currency) implements SlotKind {}

  /// A mail address.
  record Mail() implements SlotKind {}

  /// Free words, at most so many characters.
  record FreeWords(int most) implements SlotKind {}

  /// How an option is said, and what callers say for it, by language.
  record Option(FlowText say, Map<String, List<Words>> hear) {
    public Option {
      hear = Map.copyOf(hear);
    }
  }

  /// What the recognizer should expect in answer.
  default Expectation expectation() {
    return switch (this) {
      case Digits _ -> Expectation.DIGITS;
      case Day _, DayAndTime _ -> Expectation.DATE_TIME;
      case YesNo _ -> Expectation.YES_NO;
      case Choice _, Amount _, Mail _, FreeWords _ -> Expectation.ANYTHING;
    };
  }
}
