package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.Sentence;
import parley.dialogue.llm.Tool;
import parley.dialogue.llm.Toolbox;
import parley.dialogue.llm.Turn;
import parley.dialogue.llm.chat.FailureReason;

/// A conversation with a language model beside it. The test plays the model.
class LanguageModelTalkTest {

  private static final DialogueParts WITH = parts(true);
  private static final DialogueParts WITHOUT = Shipped.withServices();
  private static final String STRANGE = "do you have boats for a wedding on the river";

  private Conversation conversation = WITH.language("en").conversation();
  private ConversationState state = ConversationState.NEW;
  private List<ConversationAction> actions = List.of();

  private static DialogueParts parts(boolean model) {
    return DialogueParts.load(
        Shipped.HOME,
        "en",
        ConversationSettings.usual("Example Rides", true, "support")
            .with(Set.copyOf(Settings.Services.NAMES))
            .withModel(model));
  }

  @BeforeEach
  void start() {
    happen(
        new ConversationEvent.Started(
            new PhoneNumber("+491709988776"),
            "en",
            "",
            "",
            ZonedDateTime.parse("2026-03-02T09:00Z")));
  }

  @Test
  void whatParleyDoesNotKnowIsGivenToTheModelWithTheConversation() {
    says(STRANGE);

    Inquiry inquiry = only(ConversationAction.AskModel.class).inquiry();
    assertEquals(Turn.customer(STRANGE), inquiry.turns().getLast());
    assertEquals(Turn.Who.PARLEY, inquiry.turns().getFirst().who());
    assertTrue(inquiry.tools().contains("start_order-status"), inquiry.tools()::toString);
    assertFalse(inquiry.tools().contains(Toolbox.SEARCH));
    assertEquals(List.of(), said());
    assertInstanceOf(ConversationAction.Wait.class, actions.getLast());
  }

  @Test
  void itsSentencesAreSaidAsTheyComeAndThenParleyListens() {
    says(STRANGE);
    happen(new ConversationEvent.ModelSaid(1, sentence("We have two boats.", "boats")));
    assertEquals(List.of("We have two boats."), said());
    assertEquals(List.of("boats"), only(ConversationAction.Say.class).citations());
    assertInstanceOf(ConversationAction.Wait.class, actions.getLast());

    happen(new ConversationEvent.ModelEnded(1, new Answer.Answered(List.of(), List.of())));
    assertEquals(List.of(), said());
    assertInstanceOf(ConversationAction.Listen.class, actions.getLast());
    assertEquals(0, state.tally().failures());
  }

  @Test
  void aModelThatFailsChangesNothing() {
    says(STRANGE);
    happen(failed());
    List<String> with = said();
    int failures = state.tally().failures();

    conversation = WITHOUT.language("en").conversation();
    state = ConversationState.NEW;
    start();
    says(STRANGE);

    assertFalse(said().isEmpty());
    assertEquals(said(), with);
    assertEquals(state.tally().failures(), failures);
  }

  @Test
  void aModelThatFailsInTheMiddleIsListenedAfter() {
    says(STRANGE);
    happen(new ConversationEvent.ModelSaid(1, sentence("We have two boats.")));
    happen(failed());

    assertEquals(List.of(), said());
    assertInstanceOf(ConversationAction.Listen.class, actions.getLast());
  }

  @Test
  void aCallerWhoSpeaksMeanwhileIsAnsweredInstead() {
    says(STRANGE);
    says("i want to talk to a person");

    assertEquals(1, only(ConversationAction.LeaveModel.class).id());
    only(ConversationAction.HandOver.class);
    happen(new ConversationEvent.ModelSaid(1, sentence("Too late.")));
    assertEquals(List.of(), actions);
  }

  @Test
  void aCallerWhoInterruptsIsHeard() {
    says(STRANGE);
    happen(new ConversationEvent.ModelSaid(1, sentence("We have two boats.")));
    happen(new ConversationEvent.PromptInterrupted(new Spoken("We have")));

    assertEquals(1, only(ConversationAction.LeaveModel.class).id());
    happen(new ConversationEvent.ModelSaid(1, sentence("Both are white.")));
    assertEquals(List.of(), said());
    says("what about a bus on the river for the wedding");
    List<Turn> turns = only(ConversationAction.AskModel.class).inquiry().turns();
    assertEquals(Turn.parley("We have"), turns.get(turns.size() - 2));
  }

  @Test
  void aPersonIsProposedAndFetchedOnlyAfterAYes() {
    says(STRANGE);
    happen(wanted(Toolbox.HAND_OVER));
    assertTrue(actions.stream().noneMatch(ConversationAction.HandOver.class::isInstance));
    assertEquals(1, said().size());

    says("yes please");
    only(ConversationAction.HandOver.class);
  }

  @Test
  void aFlowIsOfferedAndStartedOnlyAfterAYes() {
    says(STRANGE);
    happen(wanted("start_order-status"));
    assertEquals(List.of("I can also look up your order. Shall I?"), said());

    says("yes");
    assertTrue(state.flows().running());
  }

  @Test
  void aGoodbyeOfTheModelEndsNoCall() {
    says(STRANGE);
    happen(wanted(Toolbox.END));

    assertTrue(state.open());
  }

  @Test
  void whatParleyKnowsTheModelIsNotAsked() {
    says(WITH.knowledge().entries().getFirst().question());

    assertTrue(actions.stream().noneMatch(ConversationAction.AskModel.class::isInstance));
    assertFalse(said().isEmpty());
  }

  @Test
  void wordsThatTheRecognizerDoubtsGoNowhere() {
    happen(new ConversationEvent.CallerSaid(new Spoken(STRANGE), new Confidence(0.2)));

    assertTrue(actions.stream().noneMatch(ConversationAction.AskModel.class::isInstance));
  }

  private static ConversationEvent wanted(String tool) {
    Tool found = ModelTools.of(WITH.flows()).find(tool).orElseThrow();
    return new ConversationEvent.ModelEnded(
        1, new Answer.ToolWanted(found, Map.of("reason", "x"), List.of()));
  }

  private static ConversationEvent failed() {
    return new ConversationEvent.ModelEnded(
        1, new Answer.Failed(FailureReason.TIMED_OUT, "no first token", List.of()));
  }

  private static Sentence sentence(String words, String... citations) {
    return new Sentence(new Spoken(words), List.of(citations));
  }

  private void says(String words) {
    happen(new ConversationEvent.CallerSaid(new Spoken(words), new Confidence(0.9)));
  }

  private void happen(ConversationEvent event) {
    Step step = conversation.step(state, event);
    state = step.state();
    actions = step.actions();
  }

  private List<String> said() {
    return actions.stream()
        .filter(ConversationAction.Say.class::isInstance)
        .map(say -> ((ConversationAction.Say) say).words().text())
        .toList();
  }

  private <T extends ConversationAction> T only(Class<T> kind) {
    List<T> found = actions.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertEquals(1, found.size(), kind.getSimpleName());
    return found.getFirst();
  }
}
