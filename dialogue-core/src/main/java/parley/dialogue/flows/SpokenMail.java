package parley.dialogue.flows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// The mail address that was written or spelled: "anna dot smith at example dot org". Pure.
final class SpokenMail {

  private static final Map<String, String> SIGNS =
      Map.of(
          "dot",
          ".",
          "point",
          ".",
          "underscore",
          "_",
          "dash",
          "-",
          "hyphen",
          "-",
          "minus",
          "-",
          "plus",
          "+");
  private static final List<String> DIGITS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final Set<String> BEFORE =
      Set.of("is", "it", "its", "address", "mail", "email", "my", "the", "uh", "um", "to", "yes");

  private SpokenMail() {}

  static Optional<String> in(String text) {
    Matcher written = SlotValues.MAIL.matcher(text);
    if (written.find()) {
      return Optional.of(written.group().toLowerCase(Locale.ROOT));
    }
    List<String> words =
        List.of(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", " ").strip().split(" +"));
    int at = words.lastIndexOf("at");
    if (at < 1) {
      return Optional.empty();
    }
    List<String> name = new ArrayList<>();
    for (int i = at - 1; i >= 0 && !BEFORE.contains(words.get(i)); i--) {
      name.addFirst(sign(words.get(i)));
    }
    String host =
        String.join(
            "", words.subList(at + 1, words.size()).stream().map(SpokenMail::sign).toList());
    String address = String.join("", name) + "@" + host;
    return SlotValues.MAIL.matcher(address).matches() ? Optional.of(address) : Optional.empty();
  }

  private static String sign(String word) {
    int digit = DIGITS.indexOf(word);
    return digit >= 0 ? String.valueOf(digit) : SIGNS.getOrDefault(word, word);
  }
}
