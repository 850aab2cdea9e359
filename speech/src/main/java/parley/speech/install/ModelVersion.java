package parley.speech.install;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model's version: numbers, compared one by one (`0.22` is newer than `0.6`), and perhaps a word
/// for what the model is special in (`0.42-gigaspeech` is for podcasts). A model for everything
/// comes after all special ones, so that the greatest version is the one to take.
public record ModelVersion(String text) implements Comparable<ModelVersion> {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})*)(.*)");

  private static final Comparator<ModelVersion> ORDER =
      Comparator.comparing(ModelVersion::isPlain)
          .thenComparing(version -> version.numbers().toArray(Integer[]::new), Arrays::compare)
          .thenComparing(ModelVersion::text);

  @Override
  public int compareTo(ModelVersion other) {
    return ORDER.compare(this, other);
  }

  private boolean isPlain() {
    Matcher matcher = NUMBERS.matcher(text);
    return matcher.matches() && matcher.group(2).isEmpty();
  }

  private List<Integer> numbers() {
    Matcher matcher = NUMBERS.matcher(text);
    return matcher.matches()
        ? Arrays.stream(matcher.group(1).split("\\.")).map(Integer::valueOf).toList()
        : List.of();
  }
}
