package parley.dialogue.quality;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parley.dialogue.privacy.PersonalData;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// Looks for personal data of other people in a draft. Pure.
final class OthersData {

  private static final int SHORTEST_NUMBER = 4;

  private OthersData() {}

  /// How many of them there are. What the customer told or has too is theirs.
  static int in(Draft draft) {
    Set<String> others = personal(draft.sources(), source -> !source.grounds());
    if (others.isEmpty()) {
      return 0;
    }
    Set<String> own = personal(draft.sources(), Source::grounds);
    Set<String> said = personal(draft.text());
    return (int) said.stream().filter(others::contains).filter(one -> !own.contains(one)).count();
  }

  private static Set<String> personal(List<Source> sources, Predicate<Source> which) {
    return sources.stream()
        .filter(which)
        .flatMap(source -> personal(source.text()).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> personal(String text) {
    return PersonalData.find(text).stream()
        .map(finding -> plain(finding.in(text)))
        .collect(Collectors.toSet());
  }

  /// Spoken and written forms alike.
  private static String plain(String words) {
    String digits = Digits.from(Words.of(words));
    return digits.length() >= SHORTEST_NUMBER
        ? digits
        : words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
