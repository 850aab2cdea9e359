package parley.dialogue.words;

import java.util.List;

/// The English names of numbers, for whatever reads numbers out of words.
public final class NumberNames {

  /// `zero` to `nine`, each at its value.
  public static final List<String> ONES =
      names("zero one two three four five six seven eight nine");

  /// `ten` to `nineteen`.
  public static final List<String> TEENS =
      names("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");

  /// `twenty` to `ninety`.
  public static final List<String> TENS =
      names("twenty thirty forty fifty sixty seventy eighty ninety");

  /// `first` to `nineteenth`.
  public static final List<String> ORDINALS =
      names(
          "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
              + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth");

  private NumberNames() {}

  private static List<String> names(String words) {
    return List.of(words.split(" "));
  }
}
