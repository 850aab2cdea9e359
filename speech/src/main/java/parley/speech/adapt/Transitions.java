package parley.speech.adapt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The transition ids of the network's outputs. An output ("class") is a phone together with the
/// phone before it in the word; Kaldi numbers the pairs of positioned phone and class in order, and
/// the n-th has the transitions 2n - 1, which stays in the phone, and 2n, which leaves it.
/// Immutable; any thread. Source: speech/training/FORMATS.md.
final class Transitions {
  /** Context of a class at the begin of a word, and of one for all other contexts. */
  private static final String WORD_BEGIN = "#";

  static final String ANY = "*";

  private record Output(String phone, String context) {}

  private record Place(int phone, int output) {}

  private final Map<Output, Integer> outputs = new HashMap<>();
  private final Map<Place, Integer> numbers = new HashMap<>();

  /// @param classes `phone context` in the order of the network's outputs
  Transitions(List<String> classes) {
    for (String line : classes) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length != 2) {
        throw new AdaptException("The list of classes has a line that is no phone with a context");
      }
      outputs.put(new Output(columns[0], columns[1]), outputs.size());
    }
    List<Place> places = new ArrayList<>();
    Phones.numbersByName()
        .forEach((name, number) ->
            outputs.forEach((output, index) -> {
              if (belongs(name, output)) {
                places.add(new Place(number, index));
              }
            }));
    places.sort(Comparator.comparingInt(Place::phone).thenComparingInt(Place::output));
    places.forEach(place -> numbers.put(place, numbers.size() + 1));
  }

  private static boolean belongs(String name, Output output) {
    String[] parts = name.split("_");
    if (!parts[0].equals(output.phone())) {
      return false;
    }
    boolean starts = name.endsWith(Phones.BEGIN) || name.endsWith(Phones.ALONE);
    return output.phone().equals(Phones.SILENCE)
        || output.context().equals(ANY)
        || output.context().equals(WORD_BEGIN) == starts;
  }

  /// The highest transition id.
  int last() {
    return 2 * numbers.size();
  }

  /// The id that leaves a phone; one less stays in it.
  ///
  /// @param positioned the phone with its position in the word
  /// @param before the phone before it in the word, without position; [#ANY]; null at the begin
  int leaving(String positioned, @Nullable String before) {
    String phone = positioned.split("_")[0];
    Integer output = outputs.get(new Output(phone, before == null ? WORD_BEGIN : before));
    if (output == null) {
      output = outputs.get(new Output(phone, ANY));
    }
    Integer number =
        output == null ? null : numbers.get(new Place(Phones.number(positioned), output));
    if (number == null) {
      throw new AdaptException("The model's list of classes has none for the phone " + positioned);
    }
    return 2 * number;
  }
}
