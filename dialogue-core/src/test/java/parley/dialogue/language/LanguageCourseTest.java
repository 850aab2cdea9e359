package parley.dialogue.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// When a conversation changes its language, with the real detector.
class LanguageCourseTest {
  private static final LinguaDetection DETECTION =
      new LinguaDetection(LinguaDetection.LANGUAGES, LinguaDetection.Models.SMALL);
  private static final Set<String> SERVED = Set.of("en", "de", "fr");

  private LanguageCourse course = LanguageCourse.in("en");
  private final List<LanguageDecision> decisions = new ArrayList<>();

  private void said(String... messages) {
    for (String message : messages) {
      LanguageCourse.Next next = course.with(DETECTION.of(message), SERVED);
      course = next.course();
      if (!(next.decision() instanceof LanguageDecision.Stay)) {
        decisions.add(next.decision());
      }
    }
  }

  private void decided(LanguageDecision... expected) {
    assertEquals(List.of(expected), decisions);
  }

  @Test
  void oneOddWordChangesNothing() {
    said("bonjour", "i am calling about my ticket to paris");
    said("it is called la vie en rose", "danke", "where can i print it", "gesundheit");
    decided();
    assertEquals("en", course.language());
  }

  @Test
  void oneShortSentenceInAnotherLanguageIsOnlyASign() {
    said("parlez vous français", "okay then please tell me when the office opens");
    said("ich verstehe sie nicht");
    decided();
  }

  @Test
  void twoSentencesInARowSwitch() {
    said("ich verstehe sie nicht", "können wir bitte deutsch sprechen");
    decided(new LanguageDecision.SwitchTo("de"));
    assertEquals(LanguageCourse.in("de"), course);
  }

  @Test
  void aBackchannelBetweenTheTwoIsNoAnswerInEnglish() {
    said("ich verstehe sie nicht", "mhm", "okay", "können wir bitte deutsch sprechen");
    decided(new LanguageDecision.SwitchTo("de"));
  }

  @Test
  void oneLongPlainMessageSwitchesAtOnce() {
    said(
        "Bonjour, j'ai commandé une lampe il y a deux semaines et je ne l'ai toujours pas reçue."
            + " Pouvez-vous vérifier où elle se trouve ?");
    decided(new LanguageDecision.SwitchTo("fr"));
  }

  @Test
  void theWayBackIsAsLong() {
    said("ich verstehe sie nicht", "können wir bitte deutsch sprechen");
    said("yes", "no", "could you tell me where my parcel is");
    assertEquals("de", course.language());
    said("i would like to speak english again please");
    decided(new LanguageDecision.SwitchTo("de"), new LanguageDecision.SwitchTo("en"));
  }

  @Test
  void namesNumbersAndSpelledLettersNeverSwitch() {
    said("Jürgen Müller-Lüdenscheidt", "Rue de la Paix 14, Paris", "Giovanni Bianchi");
    said(
        "b i a n c h i",
        "b i a n c h i",
        "0049 170 123 456",
        "bianchi@esempio.it",
        "García Márquez");
    said("https://www.esempio.it/ordini/la-mia-spedizione", "https://www.esempio.it/la-mia-carta");
    decided();
    assertEquals("en", course.language());
    assertEquals("", course.other());
  }

  @Test
  void aLanguageThatIsNotServedIsOfferedAPersonOnce() {
    said("¿Dónde está mi paquete por favor?", "quisiera hablar con alguien en español");
    said("no entiendo nada de lo que me dice", "quisiera cambiar mi reserva para el jueves");
    decided(new LanguageDecision.OfferPerson("es"));
    assertEquals("en", course.language(), "Parley itself goes on as before");
  }

  @Test
  void signsOfDifferentLanguagesDoNotAddUp() {
    said("parlez vous français", "ich verstehe sie nicht", "parlez vous français");
    decided();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> LanguageCourse.in(""));
    assertThrows(IllegalArgumentException.class, () -> new LanguageCourse("de", "de", Set.of()));
  }
}
