package parley.dialogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.ConversationAction.Say;
import parley.dialogue.conversation.ConversationState.LastPrompt;
import parley.dialogue.conversation.ConversationState.Line;
import parley.dialogue.conversation.ConversationState.Memory;
import parley.dialogue.conversation.ConversationState.People;
import parley.dialogue.conversation.ConversationState.Phase;
import parley.dialogue.conversation.ConversationState.Tally;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.escalation.Circumstances;
import parley.dialogue.flows.FlowMemory;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.Sentence;
import parley.dialogue.memory.Earlier;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.services.ServiceRequest;

/// One step in the making: the next state and the actions so far. Lives inside one call of
/// [Conversation#step] only, which stays pure by that.
final class Scene {

  private final Tools tools;
  private final List<ConversationAction> actions = new ArrayList<>();
  private final List<Say> remembered = new ArrayList<>();
  private String answer = "";
  private boolean waits;

  Phase phase;
  Line line;
  Question question;
  LastPrompt last;
  Tally tally;
  Memory memory;
  People people;
  FlowMemory flows;
  ModelMemory model;
  CallbackMemory callback;
  Earlier earlier;

  /// What the caller said in this step; nothing when the recognizer was unsure of it.
  Spoken heard = Spoken.NOTHING;

  Scene(Tools tools, ConversationState state) {
    this.tools = tools;
    this.phase = state.phase();
    this.line = state.line();
    this.question = state.question();
    this.last = state.last();
    this.tally = state.tally();
    this.memory = state.memory();
    this.people = state.people();
    this.flows = state.flows();
    this.model = state.model();
    this.callback = state.callback();
    this.earlier = state.earlier();
  }

  Tools tools() {
    return tools;
  }

  /// Where and when it is spoken.
  CallerContext context() {
    return new CallerContext(
        line.began().toInstant(), line.began().getZone(), settings().country());
  }

  /// What rules may look at besides the turn. The time is that of the call's beginning.
  Circumstances circumstances() {
    return new Circumstances(line.began().toLocalDateTime(), line.channel(), flows.tier());
  }

  ConversationSettings settings() {
    return tools.settings();
  }

  void note(String understoodAs, Confidence confidence, String rule) {
    note(understoodAs, confidence, rule, false);
  }

  void note(String understoodAs, Confidence confidence, String rule, boolean secret) {
    actions.add(new ConversationAction.Note(understoodAs, confidence, rule, secret));
  }

  /// A service has said who the caller is; where it named an address too, that is noted.
  void identified() {
    Spoken mail = flows.mail();
    if (!mail.isEmpty()) {
      actions.add(new ConversationAction.Identified(mail));
    }
  }

  /// Says a prompt that "repeat" will repeat.
  void say(Prompt prompt) {
    say(prompt, Map.of());
  }

  void say(Prompt prompt, Map<String, String> values) {
    speak(new Say(new Spoken(wording(prompt, values)), true, List.of()), true);
  }

  /// Says something beside the matter, which "repeat" passes over.
  void aside(Prompt prompt) {
    aside(prompt, Map.of());
  }

  void aside(Prompt prompt, Map<String, String> values) {
    speak(new Say(new Spoken(wording(prompt, values)), true, List.of()), false);
  }

  /// Says what the caller must hear to its end.
  void sayWhole(Prompt prompt) {
    sayWhole(prompt, Map.of());
  }

  void sayWhole(Prompt prompt, Map<String, String> values) {
    speak(new Say(new Spoken(wording(prompt, values)), false, List.of()), false);
  }

  /// Says a sentence of a flow.
  void sayText(String text) {
    speak(new Say(new Spoken(text), true, List.of()), true);
  }

  void callService(int id, ServiceRequest request) {
    actions.add(new ConversationAction.CallService(id, request));
  }

  /// Says a sentence of a language model.
  void sayOfModel(Sentence sentence) {
    speak(new Say(sentence.words(), true, sentence.citations()), true);
  }

  void askModel(int id, Inquiry inquiry) {
    actions.add(new ConversationAction.AskModel(id, inquiry));
  }

  void leaveModel(int id) {
    actions.add(new ConversationAction.LeaveModel(id));
  }

  /// What was said in this step, as one turn; empty when nothing was.
  Spoken said() {
    return new Spoken(
        actions.stream()
            .filter(Say.class::isInstance)
            .map(say -> ((Say) say).words().text())
            .collect(Collectors.joining(" ")));
  }

  /// Whether the caller's turn held a secret.
  boolean secret() {
    return actions.stream()
        .anyMatch(action -> action instanceof ConversationAction.Note note && note.secret());
  }

  void sayKey(String key) {
    String text = tools.prompts().byKey(key, memory.turnsOf(Prompt.CONNECTING));
    speak(new Say(new Spoken(text), true, List.of()), true);
  }

  void sayAnswer(KnowledgeEntry entry, String text) {
    speak(new Say(new Spoken(text), true, List.of(entry.id())), true);
    answer = entry.id();
  }

  /// Says once more what was said last; false when there was nothing.
  boolean sayLastAgain() {
    LastPrompt before = last;
    before.says().forEach(say -> speak(say, true));
    answer = before.answer();
    return !before.says().isEmpty();
  }

  void ask(Question next) {
    question = next;
  }

  /// From now on the conversation is held in another language.
  void changeLanguage(String code, Spoken said) {
    actions.add(new ConversationAction.ChangeLanguage(code, said));
  }

  /// From now on words are spoken slowly, or as usual.
  void pace(boolean slow) {
    actions.add(new ConversationAction.Pace(slow));
  }

  /// Leaves the caller in peace for a while.
  void pause() {
    waits = true;
  }

  void promise(PhoneNumber number, String reason, Optional<CallbackWindow> window) {
    boolean keepsPlace = window.isEmpty() && people.attempts() > 0;
    actions.add(
        new ConversationAction.PromiseCallback(
            number, reason, window, callback.queue(), keepsPlace));
  }

  void cancelCallback(UUID promise) {
    actions.add(new ConversationAction.CancelCallback(promise));
  }

  void moveCallback(UUID promise, CallbackWindow window) {
    actions.add(new ConversationAction.MoveCallback(promise, window));
  }

  void neverCall(PhoneNumber number) {
    actions.add(new ConversationAction.NeverCall(number));
  }

  /// Nothing is open any more that runs beside the conversation.
  private void dropAll() {
    flows = flows.dropped();
    model.pending().ifPresent(answer -> leaveModel(answer.id()));
    model = model.settled();
  }

  void handOver(HandOverRequest request) {
    people = new People(people.attempts() + 1, people.missed());
    phase = Phase.HANDING_OVER;
    dropAll();
    actions.add(new ConversationAction.HandOver(request));
  }

  void end(Outcome outcome) {
    phase = Phase.ENDED;
    dropAll();
    actions.add(new ConversationAction.End(outcome));
  }

  /// The sentence for a prompt, with the wording whose turn it is.
  String wording(Prompt prompt, Map<String, String> values) {
    int turn = memory.turnsOf(prompt);
    memory = memory.saying(prompt);
    return tools.prompts().text(prompt, turn, values);
  }

  private void speak(Say say, boolean remember) {
    if (say.words().isEmpty()) {
      return;
    }
    actions.add(say);
    if (remember) {
      remembered.add(say);
    }
  }

  Step finish() {
    if (!remembered.isEmpty()) {
      last = new LastPrompt(remembered, answer, false);
    }
    if (phase == Phase.OPEN) {
      actions.add(
          waits
              ? new ConversationAction.Wait(settings().patience())
              : new ConversationAction.Listen(question.expectation(), question.secret()));
    }
    return new Step(
        new ConversationState(
            phase, line, question, last, tally, memory, people, flows, model, callback, waits,
            earlier),
        actions);
  }
}
