package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Key;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackDirectory;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CalleeNotes;
import parley.dialogue.callback.OfficeHours;
import parley.dialogue.callback.Outbound;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Tool;
import parley.dialogue.llm.Toolbox;
import parley.dialogue.memory.Earlier;
import parley.dialogue.memory.Recollection;
import parley.dialogue.quality.Channel;

/// A conversation about calling back, with the shipped files and plain office hours, on Monday, 2
/// March 2026, at 9:00 in London.
final class CallbackScene {

  static final String CALLER = "+441632960123";

  /// Waits for a call on Wednesday.
  static final String WAITING = "+441632960222";

  static final String REFUSED = "+441632960999";
  static final UUID PROMISE = UUID.fromString("018f3f5e-0000-7000-8000-000000000001");

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final CallbackDirectory DIRECTORY =
      number ->
          number.value().equals(WAITING)
              ? List.of(
                  new CallbackDirectory.Waiting(
                      PROMISE,
                      Optional.of(
                          new CallbackWindow(
                              Instant.parse("2026-03-04T10:00:00Z"),
                              Instant.parse("2026-03-04T11:00:00Z"),
                              LONDON)),
                      ""))
              : List.of();
  private static final DialogueParts PARTS =
      DialogueParts.load(
          Shipped.HOME,
          "en",
          ConversationSettings.usual("Example Rides", false, "support")
              .with(Set.copyOf(Settings.Services.NAMES))
              .withModel(true),
          DialogueModels.NONE,
          CallbackPorts.of(
                  new OfficeHours(
                      LONDON,
                      Map.of("+44", LONDON, "+49", ZoneId.of("Europe/Berlin")),
                      Set.of(REFUSED)))
              .with(DIRECTORY));

  private final Conversation conversation = PARTS.language("en").conversation();
  private ConversationState state = ConversationState.NEW;
  private List<ConversationAction> actions = List.of();
  private boolean reached;

  private CallbackScene() {}

  static CallbackScene call(String number) {
    return started(number, "2026-03-02T09:00Z", Channel.VOICE, Earlier.NONE, Optional.empty());
  }

  static CallbackScene callAt(String number, String time) {
    return started(number, time, Channel.VOICE, Earlier.NONE, Optional.empty());
  }

  static CallbackScene mail() {
    return started("", "2026-03-02T09:00Z", Channel.EMAIL, Earlier.NONE, Optional.empty());
  }

  static CallbackScene weCall(String reason) {
    return started(CALLER, "2026-03-02T09:00Z", Channel.VOICE, Earlier.NONE, outbound(reason));
  }

  static CallbackScene weCall(Outbound.Cause cause, String reason) {
    return started(
        CALLER,
        "2026-03-02T09:00Z",
        Channel.VOICE,
        Earlier.NONE,
        Optional.of(new Outbound(PROMISE, cause, reason, Optional.empty(), Optional.empty())));
  }

  /// Before, the customer asked this, and was not helped.
  static CallbackScene weCallAbout(String topic) {
    Recollection before =
        new Recollection(
            Duration.ofHours(2),
            "VOICE",
            Disposition.CALLBACK_PROMISED,
            false,
            new Spoken(topic),
            Spoken.NOTHING);
    return started(
        CALLER,
        "2026-03-02T09:00Z",
        Channel.VOICE,
        new Earlier(List.of(before), true, false),
        outbound("The caller said: something else."));
  }

  private static Optional<Outbound> outbound(String reason) {
    return Optional.of(new Outbound(PROMISE, reason, Optional.empty(), Optional.empty()));
  }

  private static CallbackScene started(
      String number, String time, Channel channel, Earlier earlier, Optional<Outbound> outbound) {
    CallbackScene scene = new CallbackScene();
    scene.step(
        new ConversationEvent.Started(
            new PhoneNumber(number),
            "en",
            "",
            "",
            ZonedDateTime.parse(time).withZoneSameInstant(LONDON),
            channel,
            Set.of(),
            earlier,
            outbound));
    return scene;
  }

  CallbackScene says(String words) {
    step(new ConversationEvent.CallerSaid(new Spoken(words), new Confidence(0.9)));
    return this;
  }

  CallbackScene presses(String keys) {
    List<ConversationAction> all = new ArrayList<>();
    for (int at = 0; at < keys.length(); at++) {
      step(new ConversationEvent.CallerPressed(new Key(keys.charAt(at))));
      all.addAll(actions);
    }
    actions = all;
    return this;
  }

  /// Calls are promised with an hour.
  static Conversation withHours() {
    return PARTS.language("en").conversation();
  }

  /// The language model that was asked proposes a call.
  CallbackScene modelProposesACall() {
    int id = only(ConversationAction.AskModel.class).getFirst().id();
    Tool tool = ModelTools.of(PARTS.flows()).find(Toolbox.CALLBACK).orElseThrow();
    return happens(
        new ConversationEvent.ModelEnded(
            id, new Answer.ToolWanted(tool, Map.of("reason", "x"), List.of())));
  }

  CallbackScene happens(ConversationEvent event) {
    step(event);
    return this;
  }

  private void step(ConversationEvent event) {
    Step step = conversation.step(state, event);
    state = step.state();
    actions = step.actions();
    reached |=
        only(ConversationAction.Note.class).stream()
            .anyMatch(note -> note.understoodAs().equals(CalleeNotes.CUSTOMER));
  }

  CallbackScene hears(String... parts) {
    for (String part : parts) {
      assertTrue(said().contains(part), () -> "not \"" + part + "\" in: " + said());
    }
    return this;
  }

  CallbackScene doesNotHear(String... parts) {
    for (String part : parts) {
      assertFalse(said().contains(part), this::said);
    }
    return this;
  }

  /// @param window from/until in UTC, or empty
  CallbackScene isPromised(String number, String window) {
    List<ConversationAction.PromiseCallback> promises =
        only(ConversationAction.PromiseCallback.class);
    assertEquals(1, promises.size(), said());
    assertEquals(number, promises.getFirst().number().value());
    assertEquals(
        window,
        promises
            .getFirst()
            .window()
            .map(agreed -> agreed.from() + "/" + agreed.until())
            .orElse(""));
    return this;
  }

  /// Whether the promise that was just made is for who waited for a person.
  CallbackScene keepsPlace(boolean expected) {
    assertEquals(
        expected, only(ConversationAction.PromiseCallback.class).getFirst().keepsPlace(), said());
    return this;
  }

  CallbackScene isNotPromised() {
    assertEquals(List.of(), only(ConversationAction.PromiseCallback.class));
    return this;
  }

  CallbackScene neverCalls(String... numbers) {
    assertEquals(
        List.of(numbers),
        only(ConversationAction.NeverCall.class).stream().map(no -> no.number().value()).toList(),
        said());
    return this;
  }

  CallbackScene ends(Outcome outcome) {
    assertEquals(
        List.of(outcome),
        only(ConversationAction.End.class).stream().map(ConversationAction.End::outcome).toList(),
        said());
    return this;
  }

  <T extends ConversationAction> List<T> only(Class<T> kind) {
    return actions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Whether it was noted that who answered is the one who asked for the call.
  boolean reached() {
    return reached;
  }

  private String said() {
    return only(ConversationAction.Say.class).stream()
        .map(say -> say.words().text())
        .collect(Collectors.joining(" "));
  }
}
