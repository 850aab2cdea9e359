package parley.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How calls are led: `calls`, `speech`, `turns`, `recording`.
final class ConversationKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<Integer> CALLS_AT_ONCE =
      KEYS.with(
          "calls.at-once",
          "20",
          Kinds.whole(1, 1000),
          "More calls than this hear the busy message; measure with ./parley bench before raising it.");
  static final Key<Duration> CALLS_LONGEST =
      KEYS.with(
          "calls.longest",
          "1h",
          Kinds.time("1m", "12h"),
          "A call is ended with a goodbye after this; guards against lines that never hang up.");
  static final Key<String> SPEECH_MODEL =
      KEYS.with(
          "speech.model",
          "auto",
          Kinds.line(),
          "auto, or a folder with a Vosk model; auto takes .parley/models before the bundled one.");
  static final Key<Set<String>> SPEECH_LANGUAGES =
      KEYS.with(
          "speech.languages",
          "en",
          Kinds.languages(),
          "Those that calls can change to; each needs config/prompts, config/commands, a model, a voice.");
  static final Key<Boolean> SPEECH_ADAPT =
      KEYS.with(
          "speech.adapt",
          "true",
          Kinds.trueOrFalse(),
          "Whether the model learns the words of the knowledge, the commands and the word list.");
  static final Key<Path> SPEECH_WORD_LIST =
      KEYS.with(
          "speech.word-list",
          "config/words.txt",
          Kinds.path(),
          "Names and products that callers say, a line each; see the file itself.");
  static final Key<URI> SPEECH_MODEL_LIST =
      KEYS.with(
          "speech.model-list",
          "https://alphacephei.com/vosk/models/model-list.json",
          Kinds.listAddress(),
          "Where ./parley models finds Vosk's models; a mirror has a list of its own.");
  static final Key<Integer> SPEECH_RECOGNIZER_THREADS =
      KEYS.with(
          "speech.recognizer-threads",
          "2",
          Kinds.whole(1, 64),
          "Threads that recognize speech; as many as cores.");
  static final Key<Integer> SPEECH_VOICE_THREADS =
      KEYS.with(
          "speech.voice-threads",
          "2",
          Kinds.whole(1, 16),
          "Threads that make speech; one makes about 17 s of audio a second.");
  static final Key<Duration> SPEECH_SYNTHESIS_TIMEOUT =
      KEYS.with(
          "speech.synthesis-timeout",
          "3s",
          Kinds.time("200ms", "30s"),
          "A sentence not spoken by then is given up, and the call goes on.");
  static final Key<Duration> SPEECH_RECOGNIZER_LAG =
      KEYS.with(
          "speech.recognizer-lag",
          "4s",
          Kinds.time("200ms", "10s"),
          "How far recognition may fall behind the caller before the oldest audio is dropped.");
  static final Key<Boolean> SPEECH_SKIP_SILENCE =
      KEYS.with(
          "speech.skip-silence",
          "true",
          Kinds.trueOrFalse(),
          "Whether silence and steady noise are kept from the recognizer, which saves processors.");
  static final Key<Duration> TURNS_END_OF_ANSWER =
      KEYS.with(
          "turns.end-of-answer",
          "300ms",
          silence(),
          "Silence that ends a yes, a no or another short answer that was asked for.");
  static final Key<Duration> TURNS_END_OF_SPEECH =
      KEYS.with(
          "turns.end-of-speech",
          "450ms",
          silence(),
          "Silence that ends a sentence that sounds finished.");
  static final Key<Duration> TURNS_END_OF_UNFINISHED =
      KEYS.with(
          "turns.end-of-unfinished",
          "1200ms",
          silence(),
          "Silence that ends a sentence that sounds unfinished (ends in and, to, my).");
  static final Key<Duration> TURNS_END_OF_DIGITS =
      KEYS.with(
          "turns.end-of-digits",
          "1500ms",
          silence(),
          "Silence that ends numbers and addresses: people pause between groups.");
  static final Key<Duration> TURNS_SILENCE_PROMPT =
      KEYS.with(
          "turns.silence-prompt",
          "7s",
          Kinds.time("2s", "60s"),
          "Silence after which the caller is asked whether they are still there.");
  static final Key<Duration> TURNS_BARGE_IN_CONFIRM =
      KEYS.with(
          "turns.barge-in-confirm",
          "1500ms",
          Kinds.time("200ms", "2s"),
          "A prompt paused by a voice goes on after this, unless words confirm the interruption.");
  static final Key<Duration> TURNS_LONGEST_UTTERANCE =
      KEYS.with(
          "turns.longest-utterance",
          "30s",
          Kinds.time("5s", "120s"),
          "Speech without a pause is taken as a turn after this.");
  static final Key<Boolean> RECORDING_ENABLED =
      KEYS.with(
          "recording.enabled",
          "true",
          Kinds.trueOrFalse(),
          "Whether both sides of every call are recorded.");
  static final Key<Boolean> RECORDING_NOTICE =
      KEYS.with(
          "recording.notice",
          "true",
          Kinds.trueOrFalse(),
          "Whether the caller is told of the recording first; many laws ask for it.");
  static final Key<Path> RECORDING_FOLDER =
      KEYS.with(
          "recording.folder",
          "recordings",
          Kinds.path(),
          "Relative to the state folder; one minute of a call takes about 1 MB.");

  private ConversationKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  private static Kind<Duration> silence() {
    return Kinds.time("100ms", "5s");
  }
}
