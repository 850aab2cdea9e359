package parley.dialogue.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.dialogue.words.Words;

/// Finds the language that somebody asks for by its name: "do you speak german", "spanish please",
/// "sprechen Sie Deutsch". Names count in the language itself, in English and in the conversation's
/// language; who only names one beside other things does not ask for it. Pure; any thread.
public final class LanguageRequest {

  /// What stands before the name of a language that is asked for.
  private static final Set<String> CUES =
      Set.of(
          "speak",
          "speaks",
          "speaking",
          "talk",
          "understand",
          "understands",
          "in",
          "only",
          "prefer");

  /// Who says these has something else to do with a language.
  private static final Set<String> OTHER =
      Set.of(
          "say",
          "translate",
          "learn",
          "learning",
          "mean",
          "means",
          "write",
          "written",
          "lessons",
          "course",
          "movie",
          "food",
          "invoice",
          "manual");

  private static final Set<String> STAFF =
      Set.of("staff", "agent", "person", "speaker", "somebody", "someone", "anybody", "anyone");
  private static final Set<String> POLITE =
      Set.of("please", "uh", "um", "no", "yes", "hello", "hi");
  private static final int LOOK_BACK = 2;
  private static final int MOST_WORDS_IN_THE_LANGUAGE = 5;
  private static final int LEAST_NAME = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private LanguageRequest() {}

  /// @param spoken the conversation's language, ISO 639-1
  /// @return the language asked for, another than `spoken`
  public static Optional<String> in(Words words, String spoken) {
    if (words.list().stream().anyMatch(OTHER::contains)) {
      return Optional.empty();
    }
    return LinguaDetection.LANGUAGES.stream()
        .filter(code -> !code.equals(spoken) && asked(words, code, spoken))
        .findFirst();
  }

  private static boolean asked(Words words, String code, String spoken) {
    Locale language = Locale.of(code);
    String own = plain(language.getDisplayLanguage(language));
    Set<String> names =
        Set.copyOf(
            java.util.List.of(
                plain(language.getDisplayLanguage(Locale.ENGLISH)),
                plain(language.getDisplayLanguage(Locale.of(spoken)))));
    for (int i = 0; i < words.size(); i++) {
      String word = plain(words.list().get(i));
      boolean ownName = word.length() >= LEAST_NAME && isForm(word, own);
      if ((ownName && words.size() <= MOST_WORDS_IN_THE_LANGUAGE)
          || ((ownName || names.contains(word)) && cued(words, i))) {
        return true;
      }
    }
    return false;
  }

  /// "polsku" is a form of "polski".
  private static boolean isForm(String word, String name) {
    int stem = Math.max(LEAST_NAME, name.length() - 1);
    return word.equals(name)
        || (name.length() > stem
            && word.length() <= name.length() + 1
            && word.startsWith(name.substring(0, stem)));
  }

  private static boolean cued(Words words, int at) {
    boolean alone = words.list().stream().filter(word -> !POLITE.contains(word)).count() == 1;
    boolean staff = at + 1 < words.size() && STAFF.contains(words.list().get(at + 1));
    return alone
        || staff
        || words.list().subList(Math.max(0, at - LOOK_BACK), at).stream().anyMatch(CUES::contains);
  }

  private static String plain(String name) {
    return MARKS
        .matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
        .replaceAll("");
  }
}
