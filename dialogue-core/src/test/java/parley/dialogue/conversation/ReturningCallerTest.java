package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.flows.FlowMemory;
import parley.dialogue.memory.Earlier;
import parley.dialogue.memory.Recollection;
import parley.dialogue.quality.Channel;

/// A number that was in touch before: what is said to whoever calls from it, what the language
/// model is told, and what the person who takes over is.
class ReturningCallerTest {

  private static final String SECRET = "chemotherapy wig";
  private static final String STRANGE = "do you have boats for a wedding on the river";
  private static final DialogueParts PARTS =
      DialogueParts.load(
          Shipped.HOME,
          "en",
          ConversationSettings.usual("Example Rides", true, "support")
              .with(Set.copyOf(Settings.Services.NAMES))
              .withModel(true));

  private final Conversation conversation = PARTS.language("en").conversation();
  private ConversationState state = ConversationState.NEW;
  private final List<ConversationAction> actions = new ArrayList<>();

  private void happen(ConversationEvent event) {
    Step step = conversation.step(state, event);
    state = step.state();
    actions.addAll(step.actions());
  }

  private void starts(boolean callBackDue, boolean mayBeSaid) {
    Earlier earlier =
        new Earlier(
            List.of(
                new Recollection(
                    Duration.ofDays(1),
                    "VOICE",
                    Disposition.NOT_ANSWERED,
                    false,
                    new Spoken("the " + SECRET + " that i ordered"),
                    new Spoken("The customer said: the " + SECRET + " that i ordered."))),
            callBackDue,
            mayBeSaid);
    happen(
        new ConversationEvent.Started(
            new PhoneNumber("+491709988776"),
            "en",
            "",
            "",
            Scenario.MONDAY,
            Channel.VOICE,
            Set.of(),
            earlier));
  }

  private void says(String words) {
    happen(new ConversationEvent.CallerSaid(new Spoken(words), Confidence.of(0.9)));
  }

  private String said() {
    StringBuilder text = new StringBuilder();
    for (ConversationAction action : actions) {
      if (action instanceof ConversationAction.Say say) {
        text.append(say.words().text()).append(' ');
      }
    }
    return text.toString();
  }

  private <A extends ConversationAction> A only(Class<A> kind) {
    return actions.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  @Test
  void aCallBackThatIsDueIsOwnedUpTo() {
    starts(true, true);
    assertTrue(said().contains("we have promised to call you back"), said());
    assertTrue(said().endsWith("How can I help you? "), said());
  }

  @Test
  void whoeverWasNotHelpedLastTimeHearsSoAndNotWithWhat() {
    starts(false, true);
    assertTrue(said().contains("could not help last time"), said());
    assertFalse(said().contains("wig"), said());
  }

  @Test
  void nothingIsSaidWhereTheSettingsSayNo() {
    starts(true, false);
    assertFalse(said().contains("call back"), said());
    assertFalse(said().contains("last time"), said());
  }

  @Test
  void aModelIsToldNothingThatAMereNumberMustNotHear() {
    starts(false, true);
    says(STRANGE);

    String earlier = only(ConversationAction.AskModel.class).inquiry().earlier();
    assertEquals("The last call from this number could not be helped.", earlier);
  }

  @Test
  void aModelIsToldWhatItWasAboutOnceTheCallerIsIdentified() {
    starts(false, true);
    FlowMemory identified =
        new FlowMemory(null, Map.of("identified", new Spoken("123456")), Map.of(), Set.of(), 0);
    state =
        new ConversationState(
            state.phase(),
            state.line(),
            state.question(),
            state.last(),
            state.tally(),
            state.memory(),
            state.people(),
            identified,
            state.model(),
            state.callback(),
            state.waiting(),
            state.earlier());
    says(STRANGE);

    String earlier = only(ConversationAction.AskModel.class).inquiry().earlier();
    assertTrue(earlier.contains(SECRET), earlier);
    assertTrue(earlier.startsWith("yesterday (voice, not resolved)"), earlier);
  }

  @Test
  void thePersonWhoTakesOverIsToldInAnyCase() {
    starts(false, false);
    says("i want to talk to a person");

    String whispered = only(ConversationAction.HandOver.class).request().summary().text();
    assertTrue(whispered.contains("called before and was not helped, about: the " + SECRET));
    assertFalse(said().contains("wig"), said());
  }

  @Test
  void thePersonWhoTakesOverIsToldOfAPromise() {
    starts(true, false);
    says("i want to talk to a person");

    String whispered = only(ConversationAction.HandOver.class).request().summary().text();
    assertTrue(whispered.contains("was promised a call back before"), whispered);
  }
}
