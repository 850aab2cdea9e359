package parley.dialogue.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.words.Words;

/// Tells languages apart by the small words that every sentence has. Knows eight; unsure of short
/// texts. Pure.
final class FunctionWords {

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "en",
              of("the and is are you your to of for with that this it we our have can will not be"),
          "de",
              of(
                  "der die das und ist sind sie ihr ihre nicht ein eine mit für auf wir haben zu den"),
          "fr",
              of("le la les et est sont vous votre nous pas une des pour avec que dans du sur au"),
          "es", of("el la los las y es son usted su nosotros no una para con que del por se lo"),
          "it", of("il lo gli e è sono lei suo noi non una per con che del della si di nel"),
          "nl", of("de het en is zijn u uw wij niet een voor met dat van op te wordt naar"),
          "pt", of("o os as e é são você seu nós não uma para com que do da por se em"),
          "pl", of("i jest są pan pani nie na do z się to w że za przez dla po jak"));
  private static final int LEAST = 3;

  private FunctionWords() {}

  private static Set<String> of(String words) {
    return Set.of(words.split(" "));
  }

  static Optional<String> language(String text) {
    List<String> words = Words.of(text).list();
    String best = "";
    long most = 0;
    long second = 0;
    for (var language : WORDS.entrySet()) {
      long hits = words.stream().filter(language.getValue()::contains).count();
      if (hits > most) {
        second = most;
        most = hits;
        best = language.getKey();
      } else {
        second = Math.max(second, hits);
      }
    }
    return most >= LEAST && most > second + 1 ? Optional.of(best) : Optional.empty();
  }
}
