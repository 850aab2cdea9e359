package parley.gateway.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import parley.callback.promise.CallbackDesk;
import parley.callback.promise.DialableNumbers;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Key;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.HandOverRequest;
import parley.dialogue.llm.Answer;
import parley.dialogue.log.LogEntry;
import parley.dialogue.memory.CustomerMemory;
import parley.dialogue.services.ServiceResult;
import parley.dialogue.turn.TurnRules;
import parley.dialogue.turn.TurnTaking;
import parley.mail.notice.NoNotices;
import parley.speech.recognize.Vocabulary;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Agents;
import parley.transfer.agent.PhoneState;
import parley.transfer.handover.HandOver;
import parley.transfer.handover.HandOverLimits;

/// One call on virtual time: the real session with a scripted caller, line, recognizer, voice and
/// conversation. Every 20 ms the clock moves, playback moves, and a frame of the caller's audio
/// comes.
final class CallHarness {
  static final int RATE = 8_000;
  static final int MS_A_WORD = 300;

  private long nanos = 1_000_000_000L;
  final CallId id = CallId.random();
  final List<LogEntry> log = new ArrayList<>();
  final List<PhoneNumber> neverCalled = new ArrayList<>();
  final List<String> heardByConversation = new ArrayList<>();
  final ScriptedLine line = new ScriptedLine(this::put);
  final ScriptedServices services = new ScriptedServices();
  final ScriptedModel model = new ScriptedModel();
  final ScriptedRecognizers recognizers = new ScriptedRecognizers();
  final WordLongVoice voice = new WordLongVoice();
  final CallLedger ledger = new CallLedger();
  final AgentBoard board;
  private final ArrayDeque<CallEvent> mailbox = new ArrayDeque<>();
  private final CallSession session;
  private Spoken notice = Spoken.NOTHING;

  CallHarness(Function<ConversationEvent, List<ConversationAction>> conversation) {
    this(conversation, Optional.empty());
  }

  /// @param outbound of a call that Parley made
  CallHarness(
      Function<ConversationEvent, List<ConversationAction>> conversation,
      Optional<OutboundCall> outbound) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    this.board =
        new AgentBoard(
            Agents.from(List.of(agent("agent1"), agent("agent2"))), Duration.ZERO, clock);
    board.phoneState("agent1", PhoneState.IDLE);
    Settings.Turns turns =
        new Settings.Turns(
            Duration.ofMillis(300),
            Duration.ofMillis(600),
            Duration.ofMillis(1200),
            Duration.ofMillis(1500),
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30));
    HandOverLimits limits =
        HandOverLimits.from(
            new Settings.Transfer(Duration.ofSeconds(20), 2, "general"),
            new Settings.Calls(10, Duration.ofHours(1)));
    CallParts parts =
        new CallParts(
            recognizers,
            voice,
            () -> frame -> frame[0] != 0,
            new TurnTaking(TurnRules.of(turns), new PlainPhrasing()),
            _ -> Vocabulary.OPEN,
            new HandOver(limits),
            board,
            _ -> notice,
            _ -> new Spoken("please call back"),
            new CallbackDesk(
                new DialableNumbers(Set.of("1000"), Set.of()),
                log::add,
                new NoCallbacks(),
                (number, _) -> neverCalled.add(number),
                ZoneId.of("UTC"),
                clock),
            new NoNotices(),
            services,
            Duration.ofMillis(1_200),
            model,
            CustomerMemory.NONE,
            log::add,
            RATE,
            true,
            Duration.ofHours(1),
            clock,
            () -> nanos);
    CallFacts facts =
        new CallFacts(
            id, new PhoneNumber("+358401234567"), "1000", "en", "", "", "sip-1", outbound);
    this.session =
        new CallSession(
            facts,
            parts,
            event -> {
              heardByConversation.add(event.getClass().getSimpleName());
              return conversation.apply(event);
            },
            line,
            ledger,
            this::put);
  }

  private static Settings.AgentSettings agent(String id) {
    return new Settings.AgentSettings(id, id, "20", null, Set.of("general"), Set.of("en"));
  }

  private void put(CallEvent event) {
    mailbox.add(event);
  }

  /// What callers are told while an agent's phone rings; nothing else.
  CallHarness noticing(String words) {
    notice = new Spoken(words);
    return this;
  }

  /// Speech that comes in whether or not there is an audio line: it was on its way.
  CallHarness hearsLate(long ms) {
    for (long left = ms; left > 0 && !session.isOver(); left -= 20) {
      tell(new CallEvent.Audio(frame(true)));
    }
    return this;
  }

  private static short[] frame(boolean voice) {
    short[] frame = new short[RATE / 50];
    frame[0] = (short) (voice ? 1_000 : 0);
    return frame;
  }

  CallHarness begin() {
    session.begin();
    drain();
    return this;
  }

  private void drain() {
    while (!mailbox.isEmpty() && !session.isOver()) {
      session.handle(mailbox.remove());
    }
    if (session.isOver()) {
      ledger.releaseAll();
      line.release();
    }
  }

  CallHarness tell(CallEvent event) {
    put(event);
    drain();
    return this;
  }

  private CallHarness frames(long ms, boolean voice) {
    for (long left = ms; left > 0 && !session.isOver(); left -= 20) {
      nanos += 20_000_000;
      line.link().advance(20);
      if (line.link().isOpen()) {
        put(new CallEvent.Audio(frame(voice)));
      } else {
        session.tick();
      }
      drain();
    }
    return this;
  }

  CallHarness callerSilent(long ms) {
    return frames(ms, false);
  }

  CallHarness callerMakesNoise(long ms) {
    return frames(ms, true);
  }

  /// Speaks the words, 300 ms each; the recognizer tells them as they come, then the caller is
  /// silent until the turn ends.
  CallHarness callerSays(String words) {
    StringBuilder soFar = new StringBuilder();
    for (String word : words.split(" ")) {
      callerMakesNoise(MS_A_WORD);
      soFar.append(soFar.isEmpty() ? "" : " ").append(word);
      recognizers.partial(soFar.toString());
      drain();
    }
    return callerSilent(700).recognizerFinishes(words);
  }

  CallHarness recognizerFinishes(String words) {
    recognizers.finish(words);
    drain();
    return this;
  }

  CallHarness serviceAnswers(ServiceResult result) {
    services.answer(result);
    drain();
    return this;
  }

  CallHarness modelSays(String sentence) {
    model.say(sentence);
    drain();
    return this;
  }

  CallHarness modelEnds(Answer answer) {
    model.end(answer);
    drain();
    return this;
  }

  CallHarness presses(char key) {
    return tell(new CallEvent.Pressed(new Key(key)));
  }

  boolean isOver() {
    return session.isOver();
  }

  CallResult result() {
    return session.result();
  }

  List<LogEntry.TurnTaken> turns() {
    return log.stream()
        .filter(LogEntry.TurnTaken.class::isInstance)
        .map(LogEntry.TurnTaken.class::cast)
        .toList();
  }

  /// The turns as `CALLER: words` and `PARLEY: words`.
  List<String> transcript() {
    return turns().stream().map(turn -> turn.speaker() + ": " + turn.words().text()).toList();
  }

  LogEntry.CallEnded ending() {
    return log.stream()
        .filter(LogEntry.CallEnded.class::isInstance)
        .map(LogEntry.CallEnded.class::cast)
        .reduce((_, _) -> {
          throw new AssertionError("The end of the call is in the log twice");
        })
        .orElseThrow(() -> new AssertionError("The end of the call is not in the log"));
  }

  static ConversationAction say(String words) {
    return new ConversationAction.Say(new Spoken(words), true, List.of());
  }

  static ConversationAction listen() {
    return new ConversationAction.Listen(Expectation.ANYTHING);
  }

  static ConversationAction handOver() {
    return new ConversationAction.HandOver(
        new HandOverRequest(
            "service",
            "general",
            "en",
            Priority.MEDIUM,
            "asked for a person",
            new Spoken("wants a person")));
  }
}
