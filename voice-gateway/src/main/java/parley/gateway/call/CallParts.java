package parley.gateway.call;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import parley.callback.promise.CallbackDesk;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.llm.Answerer;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.memory.CustomerMemory;
import parley.dialogue.services.Services;
import parley.dialogue.turn.TurnTaking;
import parley.mail.notice.Notices;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.Vocabulary;
import parley.speech.synthesize.Synthesizer;
import parley.transfer.agent.AgentBoard;
import parley.transfer.handover.CallerNotice;
import parley.transfer.handover.HandOver;

/// What every call of this process shares.
///
/// @param gates a new voice activity detector a call
/// @param notices what a caller is told while phones ring; empty words mean nothing is said
/// @param messages what an answering machine hears, by language; empty words mean that none is left
/// @param services the site's own systems
/// @param fillerAfter a service that takes longer is bridged by a word to the caller
/// @param model the language model, where there is one
/// @param memory what is known of callers' earlier conversations, told within a bound
/// @param recording whether calls are recorded
/// @param longest a call is ended after so long
/// @param clock in the site's time zone
/// @param nanos a steady ticker such as `System::nanoTime`
public record CallParts(
    Recognizers recognizers,
    Synthesizer voice,
    Supplier<Ears.VoiceActivity> gates,
    TurnTaking turnTaking,
    Function<Expectation, Vocabulary> vocabularies,
    HandOver handOver,
    AgentBoard agents,
    Function<CallerNotice, Spoken> notices,
    Function<String, Spoken> messages,
    CallbackDesk callbacks,
    Notices mail,
    Services services,
    Duration fillerAfter,
    Answerer model,
    CustomerMemory memory,
    ConversationLog log,
    int sampleRateHz,
    boolean recording,
    Duration longest,
    Clock clock,
    LongSupplier nanos) {}
