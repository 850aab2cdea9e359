package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.quality.Channel;

/// A site with English and German prompts, and people who speak Spanish besides.
class LanguageOfTheConversationTest {
  private static final Pattern ENGLISH = Pattern.compile("(?m)^( +)en:(.*(?:\\n\\1 +.*)*)");
  private static DialogueParts site;

  private ConversationState state = ConversationState.NEW;

  @BeforeAll
  static void loads(@TempDir Path home) throws IOException {
    copy(home);
    for (String folder : List.of("prompts", "commands")) {
      Path english = home.resolve("config/" + folder + "/en.yaml");
      String text =
          Files.readString(english)
              .replace("Of course, we can speak English.", "Gern auf Deutsch.")
              .replace("Go ahead, I am listening.", "Bitte sehr.")
              .replace("Sure, what is it?", "Bitte sehr.");
      Files.writeString(english.resolveSibling("de.yaml"), text);
    }
    site =
        DialogueParts.load(
            home,
            "en",
            ConversationSettings.usual("Example Rides", false, "support")
                .withPeople(Set.of("en", "es")));
  }

  private static void copy(Path home) throws IOException {
    Path from = Shipped.HOME.resolve("config");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        if (!name.startsWith("src") && !name.startsWith("target")) {
          Path to = home.resolve("config").resolve(name);
          Files.createDirectories(to.getParent());
          String text = Files.readString(file);
          // What a flow says in English it says in German too.
          Files.writeString(
              to,
              name.startsWith("flows") ? ENGLISH.matcher(text).replaceAll("$0\n$1de:$2") : text);
        }
      }
    }
  }

  private void begins(Channel channel, String... spoken) {
    tell(
        new ConversationEvent.Started(
            PhoneNumber.UNKNOWN, "en", "", "", Scenario.MONDAY, channel, Set.of(spoken)));
  }

  private String says(String words) {
    return tell(new ConversationEvent.CallerSaid(new Spoken(words), new Confidence(0.9)));
  }

  private String tell(ConversationEvent event) {
    Step step = site.conversations().step(state, event);
    state = step.state();
    return step.actions().stream()
        .map(action ->
            switch (action) {
              case ConversationAction.Say say -> say.words().text();
              case ConversationAction.ChangeLanguage change -> "[" + change.code() + "]";
              case ConversationAction.HandOver(var request) ->
                  "[person for " + request.language() + "]";
              default -> "";
            })
        .collect(Collectors.joining(" "));
  }

  @Test
  void aCallChangesWhereTheLanguageCanBeHeardAndSpoken() {
    begins(Channel.VOICE, "en", "de");
    assertEquals(
        "[de] Gern auf Deutsch. Bitte sehr.",
        says("do you speak german").strip().replaceAll(" +", " "));
    assertEquals("de", state.line().language());
  }

  @Test
  void aCallOffersAPersonWhereItCannot() {
    begins(Channel.VOICE, "en");
    assertTrue(says("do you speak spanish").contains("I do not speak Spanish"));
    assertTrue(says("yes please").contains("[person for es]"));
  }

  @Test
  void nobodyIsOfferedWhoIsNotThere() {
    begins(Channel.VOICE, "en");
    assertTrue(says("do you speak german").contains("we only speak English"));
    assertEquals("en", state.line().language());
  }

  @Test
  void whoeverDeclinesGoesOnAsBefore() {
    begins(Channel.VOICE, "en");
    String _ = says("is there somebody who speaks spanish");
    assertTrue(!says("no").contains("[person"));
    assertTrue(says("where is my refund").contains("efund"));
  }

  @Test
  void whatAnEnglishRecognizerHearsTellsNoLanguage() {
    begins(Channel.VOICE, "en", "de");
    assertTrue(
        !says("ich habe meine bestellung noch nicht bekommen und warte seit einer woche")
            .contains("[de]"));
  }

  @Test
  void aCallThatIsNotUnderstoodNamesTheLanguagesOnce() {
    begins(Channel.VOICE, "en");
    String _ = says("flim flam wobble");
    assertTrue(says("zibble zabble").contains("say its name: Spanish"));
  }

  @Test
  void aLetterInAnotherLanguageIsAnsweredInIt() {
    begins(Channel.CHAT);
    String done =
        says("Guten Tag, ich habe meine Bestellung noch nicht bekommen und warte seit einer Woche");
    assertTrue(done.contains("[de] Gern auf Deutsch."), done);
  }

  @Test
  void oneOddWordInWritingChangesNothing() {
    begins(Channel.CHAT);
    assertTrue(!says("Danke, where is my refund?").contains("[de]"));
    assertTrue(!says("gesundheit").contains("[de]"));
    assertEquals("en", state.line().language());
  }

  @Test
  void inWritingALanguageThatOnlyPeopleSpeakBringsOne() {
    begins(Channel.CHAT);
    String offered =
        says("Buenos días, todavía no he recibido mi pedido y espero desde hace una semana");
    assertTrue(offered.contains("I do not speak Spanish"), offered);
    String _ = says("sí, por favor, quiero hablar con una persona");
    assertEquals(ConversationState.Phase.HANDING_OVER, state.phase());
  }
}
