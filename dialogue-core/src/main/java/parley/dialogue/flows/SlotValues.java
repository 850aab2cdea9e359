package parley.dialogue.flows;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Spoken;
import parley.dialogue.understanding.Digits;

/// Slot values as they are written, checked and said. Pure.
final class SlotValues {

  static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");
  static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(\\.[\\w-]+)+");

  /// Letters, digits and what stands between words: nothing that a voice would trip over.
  private static final Pattern SAYABLE = Pattern.compile("[\\p{L}\\p{N} .,'&/:-]+");

  private static final Pattern MONEY = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

  private SlotValues() {}

  /// The value as the kind writes it; empty when it is none. What a service answers passes here
  /// too, so no text of its own is ever said, unless the flow asked for words.
  static Optional<Spoken> checked(SlotKind kind, Spoken told) {
    String value = told.text();
    Optional<String> right =
        switch (kind) {
          case SlotKind.Digits(int least, int most) ->
              only(value, value.matches("\\d{%d,%d}".formatted(least, most)));
          case SlotKind.Day _ -> day(value).map(LocalDate::toString);
          case SlotKind.DayAndTime _ -> time(value).map(LocalDateTime::toString);
          case SlotKind.YesNo _ -> yesOrNo(value);
          case SlotKind.Choice(var options) -> only(value, options.containsKey(value));
          case SlotKind.Amount _ -> only(value, MONEY.matcher(value).matches());
          case SlotKind.Mail _ -> only(value, MAIL.matcher(value).matches());
          case SlotKind.FreeWords(int most) ->
              only(value, value.length() <= most && SAYABLE.matcher(value).matches());
        };
    return right.map(Spoken::new);
  }

  private static Optional<String> only(String value, boolean right) {
    return right ? Optional.of(value) : Optional.empty();
  }

  private static Optional<String> yesOrNo(String value) {
    return switch (value) {
      case "yes", "true" -> Optional.of("yes");
      case "no", "false" -> Optional.of("no");
      default -> Optional.empty();
    };
  }

  /// A day, also where a service writes a time behind it.
  private static Optional<LocalDate> day(String value) {
    try {
      return Optional.of(LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> time(String value) {
    try {
      return Optional.of(LocalDateTime.parse(value));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Where a branch goes on.
  static String branch(Flow flow, FlowStep.Branch branch, Map<String, Spoken> values) {
    Spoken value = values.get(branch.slot());
    if (value == null) {
      return branch.otherwise();
    }
    String name = value.text();
    if (flow.slot(branch.slot()).kind() instanceof SlotKind.Day) {
      name = day(name).orElseThrow().getDayOfWeek().name().toLowerCase(Locale.ROOT);
    }
    String known = branch.cases().getOrDefault("known", branch.otherwise());
    return branch.cases().getOrDefault(name, known);
  }

  /// The sentence with the values in their places.
  static String filled(Flow flow, String text, Map<String, Spoken> values, String language) {
    return PLACE
        .matcher(text)
        .replaceAll((MatchResult place) -> {
          Spoken value = values.getOrDefault(place.group(1), Spoken.NOTHING);
          SlotKind kind = flow.slot(place.group(1)).kind();
          return Matcher.quoteReplacement(
              value.isEmpty() ? "" : spoken(kind, value.text(), language));
        })
        .strip();
  }

  /// As it is read out: digits one by one, the rest written so that the voice spells it right.
  private static String spoken(SlotKind kind, String value, String language) {
    Locale locale = Locale.of(language);
    return switch (kind) {
      case SlotKind.Digits _ -> Digits.spoken(value);
      case SlotKind.Day _ -> day(value).orElseThrow().format(formatter(locale, null));
      case SlotKind.DayAndTime _ ->
          time(value)
              .orElseThrow()
              .format(formatter(locale, FormatStyle.SHORT))
              // CLDR puts a narrow space before PM, which is no space to a voice.
              .replace('\u202f', ' ');
      case SlotKind.Choice(var options) -> {
        SlotKind.Option option = options.get(value);
        yield option == null ? "" : option.say().in(language);
      }
      case SlotKind.Amount(String currency) -> {
        NumberFormat money = NumberFormat.getCurrencyInstance(locale);
        money.setCurrency(Currency.getInstance(currency));
        yield money.format(new BigDecimal(value)).replace('\u00a0', ' ');
      }
      case SlotKind.YesNo _, SlotKind.Mail _, SlotKind.FreeWords _ -> value;
    };
  }

  /// The language's own long form, without the year: nobody books that far ahead.
  private static DateTimeFormatter formatter(Locale locale, @Nullable FormatStyle time) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.FULL, time, IsoChronology.INSTANCE, locale);
    return DateTimeFormatter.ofPattern(pattern.replaceFirst(",?\\s+y+(?=$|[ ,'])", ""), locale);
  }
}
