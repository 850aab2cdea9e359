package parley.dialogue.entities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.dialogue.entities.EntityValue.Dates;
import parley.dialogue.entities.EntityValue.MailAddress;
import parley.dialogue.entities.EntityValue.Moments;
import parley.dialogue.entities.EntityValue.Money;
import parley.dialogue.entities.EntityValue.Phone;
import parley.dialogue.entities.EntityValue.Times;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// The value in an answer, to which the question gives its meaning: "three" is a time where a time
/// was asked for, "twelve" an amount, a row of figures a telephone number. English. A pure function
/// of its arguments; any thread.
public final class AnswerReader {

  /// Fewer figures beside a telephone number are words such as "one moment".
  private static final int STRAY_FIGURES = 3;

  private final EntityFinder finder;

  public AnswerReader(EntityFinder finder) {
    this.finder = finder;
  }

  /// The day that was asked for, today or later.
  public Optional<LocalDate> day(String text, CallerContext context) {
    return finder.find(text, context.asAhead()).stream()
        .flatMap(entity -> day(entity.value()).stream())
        .findFirst()
        .filter(day -> !day.isBefore(context.today()));
  }

  private static Optional<LocalDate> day(EntityValue value) {
    return switch (value) {
      case Dates dates when dates.single() -> Optional.of(dates.first());
      case Moments moments -> Optional.of(moments.from().toLocalDate());
      default -> Optional.empty();
    };
  }

  /// The day and the time that were asked for, today or later, in the caller's zone.
  public Optional<LocalDateTime> moment(String text, CallerContext context) {
    List<Entity> found = finder.find(text, context.asAhead());
    return values(found, Moments.class)
        .filter(Moments::single)
        .map(moment -> moment.from().toLocalDateTime())
        .findFirst()
        .or(() -> apart(text, found, context))
        .filter(moment -> !moment.toLocalDate().isBefore(context.today()));
  }

  /// "On Monday, let me see, make it three": the day, and the time from the words around it.
  private Optional<LocalDateTime> apart(String text, List<Entity> found, CallerContext context) {
    Optional<Entity> day =
        found.stream()
            .filter(entity -> entity.value() instanceof Dates dates && dates.single())
            .findFirst();
    if (day.isEmpty()) {
      return Optional.empty();
    }
    String rest =
        text.substring(0, day.get().start()).strip() + " " + text.substring(day.get().end());
    LocalDate date = ((Dates) day.get().value()).first();
    return time(rest, context).or(() -> time("at " + rest.strip(), context)).map(date::atTime);
  }

  private Optional<LocalTime> time(String text, CallerContext context) {
    return values(finder.find(text, context), Times.class)
        .filter(Times::single)
        .map(Times::from)
        .findFirst();
  }

  /// The amount of money, or where no currency was named the first number.
  public Optional<BigDecimal> amount(String text, CallerContext context) {
    return values(finder.find(text, context), Money.class)
        .map(Money::amount)
        .findFirst()
        .or(() -> number(Tokens.of(text), context));
  }

  private static Optional<BigDecimal> number(Tokens tokens, CallerContext context) {
    for (int i = 0; i < tokens.size(); i++) {
      Optional<NumberReader.Amount> read = NumberReader.read(tokens, i, context);
      if (read.isPresent()) {
        return read.map(NumberReader.Amount::value);
      }
    }
    return Optional.empty();
  }

  public Optional<String> mail(String text, CallerContext context) {
    return values(finder.find(text, context), MailAddress.class)
        .map(MailAddress::address)
        .findFirst();
  }

  /// The digits to dial, as they were said; all digits in the text where they are no telephone
  /// number that can exist, such as an extension. Empty when there are none.
  public String phone(String text, CallerContext context) {
    String all = Digits.from(Words.of(text));
    return finder.find("call " + text, context).stream()
        .filter(entity -> entity.value() instanceof Phone)
        .map(entity -> ((Phone) entity.value()).dialled())
        .filter(dialled -> all.length() - dialled.length() < STRAY_FIGURES)
        .findFirst()
        .orElse(all);
  }

  private static <T> Stream<T> values(List<Entity> found, Class<T> kind) {
    return found.stream().map(Entity::value).filter(kind::isInstance).map(kind::cast);
  }
}
