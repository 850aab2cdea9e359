package parley.dialogue.entities;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// Finds telephone numbers, spoken ("oh one seven double five ...") or written. A number of the
/// region, or one with its country, that can exist; after "call me on" and such one whose length is
/// right is enough.
final class PhoneFinder implements Finder {
  private static final int LEAST_DIGITS = 7;
  private static final int SURE_DIGITS = 9;
  private static final int MOST_TOKENS = 30;
  private static final int LOOK_BACK = 6;
  private static final Set<String> SIGNS = Set.of("-", ".", "/", "(", ")");
  private static final Set<String> CUES =
      Set.of(
          "phone",
          "telephone",
          "mobile",
          "cell",
          "number",
          "call",
          "ring",
          "reach",
          "tel",
          "landline",
          "whatsapp",
          "text",
          "fax",
          "dial");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /// @param valid whether such a number is given out in its country, not only of the right length
  private record Parsed(String number, String dialled, boolean valid) {}

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int end = runEnd(tokens, i);
      if (end - i <= MOST_TOKENS) {
        number(tokens, i, end, context).ifPresent(finds::add);
      }
      i = Math.max(end, i + 1);
    }
    return finds;
  }

  /// Where the figures and the signs between them end that begin here.
  private static int runEnd(Tokens tokens, int from) {
    int at = from;
    if (isPlus(tokens, at) || tokens.is(at, "(")) {
      at++;
    }
    while (isFigures(tokens, at)
        || (at > from && tokens.is(at, SIGNS))
        || (tokens.is(at, "hundred") && at > from)) {
      at++;
    }
    while (at > from && tokens.is(at - 1, SIGNS)) {
      at--;
    }
    return at;
  }

  private static boolean isPlus(Tokens tokens, int at) {
    return tokens.is(at, "+") || tokens.is(at, "plus");
  }

  private static boolean isFigures(Tokens tokens, int at) {
    return tokens.token(at).isDigits() || Numerals.isReadOut(tokens.word(at));
  }

  private Optional<Find> number(Tokens tokens, int from, int end, CallerContext context) {
    boolean cued = cued(tokens, from);
    List<Parsed> parsed =
        readings(tokens, from, end)
            .flatMap(digits -> parse(digits, cued, context).stream())
            .toList();
    return parsed.stream()
        .filter(Parsed::valid)
        .findFirst()
        .or(() -> parsed.stream().findFirst())
        .map(phone -> new Find(from, end, new EntityValue.Phone(phone.number(), phone.dialled())));
  }

  /// The digits as they were most likely meant, then with "twenty seven" as 20 and 7.
  private static Stream<String> readings(Tokens tokens, int from, int end) {
    List<String> words = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    for (int i = from; i < end; i++) {
      String word = tokens.is(i, "+") ? "plus" : tokens.word(i);
      if (!SIGNS.contains(word) && !isTrunkZero(tokens, i)) {
        words.add(word);
        boolean country = isPlus(tokens, i - 1);
        boolean split = Numerals.isTens(word) && !country;
        apart.add(split ? String.valueOf(Numerals.value(word).orElse(0)) : word);
      }
    }
    return words.size() > MOST_TOKENS
        ? Stream.empty()
        : Stream.of(Digits.from(new Words(words)), Digits.from(new Words(apart)));
  }

  /// The zero in "+49 (0)30".
  private static boolean isTrunkZero(Tokens tokens, int at) {
    return tokens.is(at, "0") && tokens.is(at - 1, "(") && tokens.is(at + 1, ")") && at > 2;
  }

  private static boolean cued(Tokens tokens, int from) {
    for (int i = from - 1; i >= from - LOOK_BACK && i >= 0; i--) {
      if (tokens.is(i, CUES)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Parsed> parse(String digits, boolean cued, CallerContext context) {
    boolean prefixed = digits.startsWith("+") || digits.startsWith("0");
    boolean sure = cued || (prefixed && digits.length() > SURE_DIGITS);
    if (digits.length() < LEAST_DIGITS
        || digits.length() > MOST_TOKENS
        || !(prefixed || cued || digits.length() >= SURE_DIGITS)) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = numbers.parse(digits, context.region());
      boolean valid = numbers.isValidNumber(number);
      return valid || (sure && numbers.isPossibleNumber(number))
          ? Optional.of(new Parsed(numbers.format(number, PhoneNumberFormat.E164), digits, valid))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
