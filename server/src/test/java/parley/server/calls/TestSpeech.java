package parley.server.calls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.dialogue.DialogueParts;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;
import parley.speech.recognize.VoskRecognizers;
import parley.speech.synthesize.MarySynthesizer;
import parley.speech.synthesize.SentenceSplitter;

/// A mouth and an ear for the tests' own side of a call: sentences are spoken by MaryTTS, what a
/// phone heard is recognized again by the bundled model. Thread: any.
final class TestSpeech implements AutoCloseable {

  static final int RATE_HZ = 8_000;
  private static final int FRAME = 160;

  /// The tests have time that a caller has not.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final MarySynthesizer mouth;
  private final VoskRecognizers ear;
  private final DialogueParts dialogue;
  private final Vocabulary replies;

  TestSpeech() {
    Settings.Speech settings =
        new Settings.Speech("auto", 1, 1, PATIENCE, Duration.ofMinutes(10), false);
    mouth = new MarySynthesizer(RATE_HZ, settings);
    Path none = Path.of("target/no-models");
    ear =
        new VoskRecognizers(
            Map.of("en", ModelChoice.choose("auto", RunningServer.HOME, none, "en").folder()),
            settings);
    dialogue =
        DialogueParts.load(
            RunningServer.HOME,
            SettingsLoader.load(RunningServer.HOME, Map.of(), List.of()).settings());
    replies = replies(dialogue);
  }

  /// The sentence as 16-bit mono at 8000 Hz.
  short[] say(String sentence) {
    return await(mouth.speak("en", sentence)).samples();
  }

  /// A recording from Asterisk's own sound package: the voice of a human being.
  static short[] human(String name) {
    Path sounds = RunningServer.ASTERISK.resolve("root/usr/share/asterisk/sounds/en");
    return Resampler.convert(WavFile.read(sounds.resolve(name + ".wav")), RATE_HZ).samples();
  }

  /// What these sounds say, as the bundled model understands it.
  String recognize(short[] sound) {
    return recognize(sound, Vocabulary.OPEN);
  }

  private String recognize(short[] sound, Vocabulary vocabulary) {
    CompletableFuture<String> words = new CompletableFuture<>();
    RecognizerStream.Listener listener =
        new RecognizerStream.Listener() {
          @Override
          public void partial(long utterance, Transcript soFar) {}

          @Override
          public void finished(long utterance, Transcript transcript) {
            words.complete(transcript.text());
          }

          @Override
          public void failed(RuntimeException why) {
            words.completeExceptionally(why);
          }
        };
    try (RecognizerStream stream = ear.open("en", RATE_HZ, vocabulary, listener)) {
      for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
        short[] frame = new short[FRAME];
        System.arraycopy(sound, at, frame, 0, FRAME);
        stream.accept(frame);
      }
      stream.finish(vocabulary);
      return await(words);
    }
  }

  /// What one of Parley's replies says, with the words of all its replies as vocabulary: for the
  /// bundled model they are foreign.
  String recognizeReply(short[] sound) {
    return recognize(sound, replies);
  }

  /// The knowledge entry whose answer has most in common with what was heard.
  String nearestAnswer(String heard) {
    return dialogue.knowledge().entries().stream()
        .max(Comparator.comparingDouble(entry -> overlap(entry.answer(), heard)))
        .map(KnowledgeEntry::id)
        .orElseThrow();
  }

  /// What an entry of the knowledge has Parley say.
  String answer(String entry) {
    return dialogue.knowledge().entries().stream()
        .filter(known -> known.id().equals(entry))
        .map(KnowledgeEntry::answer)
        .findFirst()
        .orElseThrow();
  }

  private static Vocabulary replies(DialogueParts dialogue) {
    Stream<String> texts =
        Stream.concat(
            dialogue.fixedSentences("en").stream(),
            dialogue.knowledge().entries().stream().map(KnowledgeEntry::answer));
    return new Vocabulary.Phrases(
        "replies",
        texts
            .flatMap(text -> SentenceSplitter.split(text).stream())
            .map(sentence -> String.join(" ", inOrder(sentence)))
            .distinct()
            .toList());
  }

  /// The share of the words of `said` that are among the words of `heard`, 0 to 1.
  static double overlap(String said, String heard) {
    Set<String> wanted = words(said);
    Set<String> found = words(heard);
    return wanted.isEmpty()
        ? 0
        : (double) wanted.stream().filter(found::contains).count() / wanted.size();
  }

  private static Set<String> words(String text) {
    return Set.copyOf(inOrder(text));
  }

  private static List<String> inOrder(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z']+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The tests' own speech failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static short[] join(List<short[]> sounds) {
    short[] all = new short[sounds.stream().mapToInt(s -> s.length).sum()];
    int at = 0;
    for (short[] sound : sounds) {
      System.arraycopy(sound, 0, all, at, sound.length);
      at += sound.length;
    }
    return all;
  }

  static short[] silence(Duration length) {
    return new short[(int) (length.toMillis() * RATE_HZ / 1000)];
  }

  @Override
  public void close() {
    mouth.close();
    ear.close();
  }
}
