package parley.dialogue.quality;

import java.math.BigDecimal;
import java.util.Arrays;

/// Whether what a source says grounds what a draft says, in other words and forms. Pure.
final class Match {

  private static final int ENDING = 7;

  private Match() {}

  static boolean grounds(Fact source, Fact said) {
    return source.equals(said)
        || switch (said.kind()) {
          case NUMBER, COUNT -> number(source, said.value());
          case AMOUNT -> amount(source, said.value());
          case PERCENT -> source.kind() == Fact.Kind.NUMBER && source.value().equals(said.value());
          case DATE -> source.kind() == Fact.Kind.DATE && date(source.value(), said.value());
          case TIME -> time(source, said.value());
          case PHONE -> phone(source, said.value());
          case LINK -> link(source, said.value());
          case MAIL -> false;
        };
  }

  /// A number may be the day of a date, the hour of a time, the sum of an amount.
  private static boolean number(Fact source, String number) {
    return switch (source.kind()) {
      case AMOUNT -> source.value().split(" ")[0].equals(number);
      case PERCENT -> source.value().equals(number);
      case DATE ->
          source
              .value()
              .matches(
                  "(?:.*\\|)?\\d{2}-0?" + java.util.regex.Pattern.quote(number) + "(?:\\|.*)?");
      case TIME -> onTheHour(source.value(), number);
      case PHONE -> source.value().equals(number);
      case NUMBER, COUNT -> source.value().equals(number);
      case MAIL, LINK -> false;
    };
  }

  private static boolean amount(Fact source, String said) {
    String value = said.split(" ")[0];
    return switch (source.kind()) {
      case NUMBER -> source.value().equals(value) || cents(source.value(), value);
      case AMOUNT ->
          source.value().split(" ")[0].equals(value)
              && (!said.contains(" ") || !source.value().contains(" "));
      case COUNT, PERCENT, DATE, TIME, PHONE, MAIL, LINK -> false;
    };
  }

  /// Services often give amounts in cents: 1250 is 12.50.
  private static boolean cents(String number, String amount) {
    return amount.contains(".")
        && !number.contains(".")
        && new BigDecimal(amount).movePointRight(2).compareTo(new BigDecimal(number)) == 0;
  }

  /// "03" is grounded by any day of March; of "03-12|12-03" either.
  private static boolean date(String source, String said) {
    return Arrays.stream(said.split("\\|"))
        .anyMatch(one ->
            Arrays.stream(source.split("\\|"))
                .anyMatch(other -> other.equals(one) || other.startsWith(one + "-")));
  }

  private static boolean time(Fact source, String said) {
    if (source.kind() == Fact.Kind.NUMBER) {
      return onTheHour(said, source.value());
    }
    if (source.kind() != Fact.Kind.TIME) {
      return false;
    }
    boolean open = said.startsWith("?") || source.value().startsWith("?");
    return open && twelve(said).equals(twelve(source.value()));
  }

  private static boolean onTheHour(String time, String number) {
    String plain = time.replace("?", "");
    return plain.endsWith(":00")
        && number.matches("\\d{1,2}")
        && (Integer.parseInt(plain.substring(0, 2)) == Integer.parseInt(number)
            || twelve(time).equals("%02d:00".formatted(Integer.parseInt(number) % 12)));
  }

  private static String twelve(String time) {
    String plain = time.replace("?", "");
    return "%02d%s".formatted(Integer.parseInt(plain.substring(0, 2)) % 12, plain.substring(2));
  }

  /// With and without the country's code.
  private static boolean phone(Fact source, String said) {
    boolean number = source.kind() == Fact.Kind.PHONE || source.kind() == Fact.Kind.NUMBER;
    return number
        && source.value().length() >= ENDING
        && said.length() >= ENDING
        && (source.value().endsWith(said) || said.endsWith(source.value()));
  }

  /// The start of a site's address is grounded by any page of it, not the other way around.
  private static boolean link(Fact source, String said) {
    return switch (source.kind()) {
      case LINK -> source.value().startsWith(said + "/");
      case MAIL -> source.value().endsWith("@" + said);
      case NUMBER, COUNT, AMOUNT, PERCENT, DATE, TIME, PHONE -> false;
    };
  }
}
