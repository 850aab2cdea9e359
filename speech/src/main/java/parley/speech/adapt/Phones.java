package parley.speech.adapt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sounds of English as CMUdict names them, and Kaldi's numbers for them: 1 is silence, then
/// each phone at the begin, end, inside of a word and as a word alone (speech/training/FORMATS.md).
final class Phones {
  static final String SILENCE = "SIL";

  /** In the order of their numbers. */
  static final List<String> ALL =
      List.of(
          ("AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH"
                  + " UW V W Y Z ZH")
              .split(" "));

  static final String BEGIN = "_B";
  static final String END = "_E";
  static final String INSIDE = "_I";
  static final String ALONE = "_S";

  private static final Map<String, Integer> NUMBERS = numbers();

  private Phones() {}

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    numbers.put(SILENCE, 1);
    for (String phone : ALL) {
      for (String position : List.of(BEGIN, END, INSIDE, ALONE)) {
        numbers.put(phone + position, numbers.size() + 1);
      }
    }
    return Map.copyOf(numbers);
  }

  /// Kaldi's number of a phone with its position; all of them count from 1.
  static int number(String positioned) {
    Integer number = NUMBERS.get(positioned);
    if (number == null) {
      throw new IllegalArgumentException("There is no phone " + positioned);
    }
    return number;
  }

  static Map<String, Integer> numbersByName() {
    return NUMBERS;
  }

  /// A word's phones with their positions.
  static List<String> positioned(List<String> phones) {
    if (phones.size() == 1) {
      return List.of(phones.getFirst() + ALONE);
    }
    List<String> named = new ArrayList<>();
    named.add(phones.getFirst() + BEGIN);
    phones.subList(1, phones.size() - 1).forEach(phone -> named.add(phone + INSIDE));
    named.add(phones.getLast() + END);
    return named;
  }
}
