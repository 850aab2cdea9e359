package parley.dialogue.flows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.call.Spoken;
import parley.dialogue.entities.AnswerReader;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.understanding.Digits;
import parley.dialogue.understanding.YesNo;
import parley.dialogue.words.Words;

/// Finds a slot's value in what a caller said. Pure; any thread. Days, times, amounts and addresses
/// are read in English only; the other kinds in every language that has word lists.
public final class SlotListening {

  private static final int CENTS = 2;

  private final YesNo yesNo;
  private final AnswerReader answers;
  private final String language;

  public SlotListening(YesNo yesNo, AnswerReader answers, String language) {
    this.yesNo = yesNo;
    this.answers = answers;
    this.language = language;
  }

  /// The value as a service takes it, empty when there is none.
  ///
  /// @param context what "tomorrow" and "dollars" mean
  public Optional<Spoken> value(SlotKind kind, Spoken said, CallerContext context) {
    Words words = Words.of(said.text());
    Optional<String> value =
        switch (kind) {
          case SlotKind.Digits _ -> Optional.of(Digits.from(words).replace("+", ""));
          case SlotKind.Day _ -> answers.day(said.text(), context).map(LocalDate::toString);
          case SlotKind.DayAndTime _ ->
              answers.moment(said.text(), context).map(LocalDateTime::toString);
          case SlotKind.YesNo _ -> yesOrNo(words);
          case SlotKind.Choice(var options) -> option(options, words);
          case SlotKind.Amount _ ->
              answers.amount(said.text(), context).map(SlotListening::inCents);
          case SlotKind.Mail _ -> answers.mail(said.text(), context);
          case SlotKind.FreeWords(int most) -> {
            String text = words.text();
            yield Optional.of(text.length() > most ? text.substring(0, most).strip() : text);
          }
        };
    return value.map(Spoken::new).flatMap(found -> SlotValues.checked(kind, found));
  }

  /// The option that a key stands for: 1 is the first.
  public Optional<Spoken> option(SlotKind kind, int number) {
    return kind instanceof SlotKind.Choice(var options) && number >= 1 && number <= options.size()
        ? Optional.of(new Spoken(List.copyOf(options.keySet()).get(number - 1)))
        : Optional.empty();
  }

  private static String inCents(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
  }

  private Optional<String> yesOrNo(Words words) {
    return switch (yesNo.parse(words).kind()) {
      case YES -> Optional.of("yes");
      case NO -> Optional.of("no");
      case UNCLEAR -> Optional.empty();
    };
  }

  /// The option with the longest phrase that was said; none when two are as long.
  private Optional<String> option(Map<String, SlotKind.Option> options, Words words) {
    record Hit(String option, int size) {}
    List<Hit> hits = new ArrayList<>();
    options.forEach((name, option) -> {
      for (Words phrase : option.hear().getOrDefault(language, List.of())) {
        if (words.contains(phrase)) {
          hits.add(new Hit(name, phrase.size()));
        }
      }
    });
    int longest = hits.stream().map(Hit::size).max(Comparator.naturalOrder()).orElse(0);
    Set<String> best =
        hits.stream()
            .filter(hit -> hit.size() == longest)
            .map(Hit::option)
            .collect(Collectors.toSet());
    return best.size() == 1 ? best.stream().findFirst() : Optional.empty();
  }
}
