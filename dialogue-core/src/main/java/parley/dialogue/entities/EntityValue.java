package parley.dialogue.entities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;

/// What an entity stands for. [#canonical] is one text for one value, for tests, conditions and
/// storing; the text form hides the value, because it is what a customer said.
public sealed interface EntityValue {

  /// What stands before the `=` in [#canonical], but for references, which name their own kind.
  List<String> KINDS =
      List.of(
          "money",
          "date",
          "dates",
          "time",
          "times",
          "moment",
          "moments",
          "phone",
          "email",
          "name",
          "street",
          "place",
          "quantity");

  /// For instance `money=49.90 EUR`.
  String canonical();

  /// Which number it is, "order" for instance, and the number in capitals.
  record Reference(String kind, String id) implements EntityValue {

    @Override
    public String canonical() {
      return kind + "=" + id;
    }

    @Override
    public String toString() {
      return "[" + kind + "]";
    }
  }

  /// An amount, rounded to the currency's smallest coin.
  record Money(BigDecimal amount, Currency currency) implements EntityValue {

    public Money {
      amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    @Override
    public String canonical() {
      return "money=" + amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    @Override
    public String toString() {
      return "[money]";
    }
  }

  /// One day or several in a row.
  ///
  /// @param last the same as `first` for one day
  record Dates(LocalDate first, LocalDate last) implements EntityValue {

    public Dates {
      ordered(!last.isBefore(first), "day");
    }

    static Dates of(LocalDate day) {
      return new Dates(day, day);
    }

    public boolean single() {
      return first.equals(last);
    }

    @Override
    public String canonical() {
      return single() ? "date=" + first : "dates=" + first + "/" + last;
    }

    @Override
    public String toString() {
      return "[dates]";
    }
  }

  /// A time of some day, or from one to another. `to` is before `from` over midnight.
  ///
  /// @param to the same as `from` for one time
  record Times(LocalTime from, LocalTime to) implements EntityValue {

    boolean single() {
      return from.equals(to);
    }

    @Override
    public String canonical() {
      return single() ? "time=" + from : "times=" + from + "/" + to;
    }

    @Override
    public String toString() {
      return "[times]";
    }
  }

  /// A moment, or from one to another, in the customer's zone.
  ///
  /// @param to the same as `from` for one moment
  record Moments(ZonedDateTime from, ZonedDateTime to) implements EntityValue {
    private static final DateTimeFormatter FORM =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");

    public Moments {
      ordered(!to.isBefore(from), "moment");
    }

    boolean single() {
      return from.equals(to);
    }

    @Override
    public String canonical() {
      return single()
          ? "moment=" + FORM.format(from)
          : "moments=" + FORM.format(from) + "/" + FORM.format(to);
    }

    @Override
    public String toString() {
      return "[moments]";
    }
  }

  /// A telephone number with plus and country code (E.164).
  ///
  /// @param dialled its digits as they were said, with a plus or a zero before them or without
  record Phone(String number, String dialled) implements EntityValue {

    @Override
    public String canonical() {
      return "phone=" + number;
    }

    @Override
    public String toString() {
      return "[phone]";
    }
  }

  /// A mail address in lower case.
  record MailAddress(String address) implements EntityValue {

    @Override
    public String canonical() {
      return "email=" + address;
    }

    @Override
    public String toString() {
      return "[email]";
    }
  }

  /// A person's name, each word with a capital.
  record PersonName(String name) implements EntityValue {

    @Override
    public String canonical() {
      return "name=" + name;
    }

    @Override
    public String toString() {
      return "[name]";
    }
  }

  /// A town, or a street with the house's number where it was said.
  record Place(boolean street, String name) implements EntityValue {

    @Override
    public String canonical() {
      return (street ? "street=" : "place=") + name;
    }

    @Override
    public String toString() {
      return "[place]";
    }
  }

  /// How many of what.
  ///
  /// @param unit in the singular; empty where only the number was said ("a dozen")
  record Quantity(BigDecimal amount, String unit) implements EntityValue {

    public Quantity {
      amount = amount.stripTrailingZeros();
    }

    @Override
    public String canonical() {
      return ("quantity=" + amount.toPlainString() + " " + unit).strip();
    }

    @Override
    public String toString() {
      return "[quantity]";
    }
  }

  private static void ordered(boolean inOrder, String what) {
    if (!inOrder) {
      throw new IllegalArgumentException("The last " + what + " lies before the first");
    }
  }
}
