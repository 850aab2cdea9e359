package parley.dialogue.language;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Lingua, in this process. Nothing is loaded before the first message; the models then stay, for
/// they belong to the process, not to an instance. Thread: any, several at a time.
public final class LinguaDetection implements LanguageDetection {

  /// What callers of a site may speak, as long as it does not name fewer. Norwegian is `nb`.
  public static final List<String> LANGUAGES =
      List.of(
          "ar", "bg", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "it", "ja",
          "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh");

  /// How much of Lingua's models is loaded; see docs/results/language.md for what they cost.
  public enum Models {
    /// Three letters at a time: 42 MB for 27 languages.
    SMALL,
    /// One to five letters at a time: 634 MB, for somewhat better guesses on a few words.
    FULL
  }

  /**
   * How far a group of three letters is believed: all the way would be 5 or so, if neighbouring
   * groups told different things. With 1 hardly any wrong guess is a sign
   * (docs/results/language.md).
   */
  private static final double TRUST = 1;

  private final List<String> codes;
  private final Models models;
  private @Nullable LanguageDetector detector;

  /// @param codes two languages at least, of those that Lingua knows, as ISO 639-1
  /// @throws IllegalArgumentException with one sentence, for others
  public LinguaDetection(Collection<String> codes, Models models) {
    this.codes = List.copyOf(new TreeSet<>(codes));
    this.models = models;
    if (this.codes.size() < 2) {
      throw new IllegalArgumentException("Expected two languages at least to tell apart");
    }
    this.codes.forEach(LinguaDetection::iso);
  }

  @Override
  public LanguageGuess of(String message) {
    Telling telling = Telling.of(message);
    if (telling.isEmpty()) {
      return LanguageGuess.NONE;
    }
    SortedMap<Language, Double> found = detector().computeLanguageConfidenceValues(telling.text());
    return found.isEmpty()
        ? LanguageGuess.NONE
        : LanguageGuess.of(code(found.firstKey()), confidence(found, telling), telling);
  }

  public List<String> codes() {
    return codes;
  }

  /// Lingua gives each language the quotient of the best one's logarithm of probability and its
  /// own: near 1 for all of a long text. Undone, that is the probability of each beside the others,
  /// tempered because neighbouring groups of letters share most of them.
  private static double confidence(Map<Language, Double> found, Telling telling) {
    int groups = Math.max(1, telling.text().length() - 2 * telling.words().size());
    double sum = 0;
    for (double quotient : found.values()) {
      sum += Math.exp(-TRUST * groups * (1 / Math.max(quotient, 1e-6) - 1));
    }
    return Math.clamp(1 / sum, 0, 1);
  }

  private synchronized LanguageDetector detector() {
    if (detector == null) {
      IsoCode639_1[] chosen = codes.stream().map(LinguaDetection::iso).toArray(IsoCode639_1[]::new);
      LanguageDetectorBuilder builder = LanguageDetectorBuilder.fromIsoCodes639_1(chosen);
      detector = (models == Models.SMALL ? builder.withLowAccuracyMode() : builder).build();
    }
    return detector;
  }

  private static IsoCode639_1 iso(String code) {
    try {
      IsoCode639_1 iso = IsoCode639_1.valueOf(code.toUpperCase(Locale.ROOT));
      if (iso != IsoCode639_1.NONE) {
        return iso;
      }
    } catch (IllegalArgumentException unknown) {
      // told below
    }
    throw new IllegalArgumentException(
        "`%s` is no language that can be told from others; expected two letters of ISO 639-1, such as %s"
            .formatted(code, String.join(", ", LANGUAGES)));
  }

  private static String code(Language language) {
    return language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
  }
}
