package parley.dialogue.flows;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.call.Spoken;
import parley.dialogue.understanding.Digits;
import parley.dialogue.understanding.YesNo;
import parley.dialogue.words.Words;

/// Finds a slot's value in what a caller said. Pure; any thread. Days, times, amounts and addresses
/// are read in English only; the other kinds in every language that has word lists.
public final class SlotListening {

  private static final int LONGEST_MAIL = 120;

  private final YesNo yesNo;
  private final String language;

  public SlotListening(YesNo yesNo, String language) {
    this.yesNo = yesNo;
    this.language = language;
  }

  /// The value as a service takes it, empty when there is none.
  ///
  /// @param now the time at the site, for "tomorrow"
  public Optional<Spoken> value(SlotKind kind, Spoken said, LocalDateTime now) {
    Words words = Words.of(said.text());
    Optional<String> value =
        switch (kind) {
          case SlotKind.Digits _ -> Optional.of(Digits.from(words).replace("+", ""));
          case SlotKind.Day _ ->
              SpokenDay.in(words.list(), now.toLocalDate()).map(found -> found.day().toString());
          case SlotKind.DayAndTime _ -> dayAndTime(words, now);
          case SlotKind.YesNo _ -> yesOrNo(words);
          case SlotKind.Choice(var options) -> option(options, words);
          case SlotKind.Amount _ -> SpokenAmount.in(said.text(), words.list());
          case SlotKind.Mail _ ->
              said.text().length() > LONGEST_MAIL ? Optional.empty() : SpokenMail.in(said.text());
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

  private static Optional<String> dayAndTime(Words words, LocalDateTime now) {
    return SpokenDay.in(words.list(), now.toLocalDate())
        .flatMap(found -> {
          List<String> rest = new ArrayList<>(words.list().subList(0, found.from()));
          rest.addAll(words.list().subList(found.to(), words.size()));
          return SpokenHour.in(rest).map(time -> found.day().atTime(time).toString());
        });
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
