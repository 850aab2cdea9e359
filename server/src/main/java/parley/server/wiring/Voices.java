package parley.server.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.DialogueParts;
import parley.dialogue.prompts.Prompt;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;
import parley.speech.synthesize.CachingSynthesizer;
import parley.speech.synthesize.SentenceSplitter;
import parley.speech.synthesize.Synthesizer;

/// Has everything that never changes spoken beforehand: what calls begin with before the first call
/// is taken, the rest while calls are already taken, and the sentences that Asterisk plays by
/// itself as files.
final class Voices {
  private static final Logger LOG = LoggerFactory.getLogger(Voices.class);

  /// What Asterisk's own sounds are: a telephone's rate.
  private static final int ASTERISK_RATE_HZ = 8_000;

  private static final Executor BETWEEN_SENTENCES_IN_CALLS =
      CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS);

  private static final Map<String, Prompt> DIALPLAN =
      Map.of(
          "fallback", Prompt.FALLBACK,
          "leave-message", Prompt.LEAVE_MESSAGE,
          "goodbye", Prompt.MESSAGE_GOODBYE,
          "callback-broken", Prompt.CALLBACK_BROKEN);

  private Voices() {}

  /// Prepares one sentence that every call begins with, and leaves the rest to be prepared in the
  /// background, slowly while there are calls: they need the processors more.
  ///
  /// @param inCall whether there is a call now
  static void prepare(
      CachingSynthesizer voice,
      DialogueParts dialogue,
      String language,
      String site,
      BooleanSupplier inCall) {
    String greeting =
        dialogue.language(language).prompts().text(Prompt.GREETING, 0, Map.of("site", site));
    try {
      voice.prepare(language, split(List.of(greeting))).join();
    } catch (CompletionException e) {
      // A machine that is busy while it starts: the first call has it made then.
      LOG.warn("The greeting could not be prepared: {}", String.valueOf(e.getCause()));
    }
    CompletableFuture<Void> _ =
        voice
            .prepare(language, split(dialogue.fixedSentences(language)), () -> turn(inCall))
            .whenComplete((_, failure) -> {
              if (failure == null) {
                LOG.info("All fixed sentences are ready");
              } else {
                LOG.warn("Some fixed sentences could not be prepared: {}", failure.toString());
              }
            });
  }

  private static CompletableFuture<Void> turn(BooleanSupplier inCall) {
    return inCall.getAsBoolean()
        ? CompletableFuture.runAsync(() -> {}, BETWEEN_SENTENCES_IN_CALLS)
        : CompletableFuture.completedFuture(null);
  }

  private static List<String> split(List<String> texts) {
    return texts.stream().flatMap(text -> SentenceSplitter.split(text).stream()).toList();
  }

  /// Writes the sentences of the dialplan where Asterisk finds them; those that are there are kept.
  static void writeDialplanSounds(
      Synthesizer voice, DialogueParts dialogue, String language, Path folder) {
    DIALPLAN.forEach((name, prompt) -> {
      Path file = folder.resolve(name + ".wav");
      if (!Files.exists(file)) {
        write(voice, language, dialogue.language(language).prompts().text(prompt, 0), file);
      }
    });
  }

  private static void write(Synthesizer voice, String language, String text, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Pcm sound =
          join(SentenceSplitter.split(text).stream().map(s -> voice.speak(language, s)).toList());
      WavFile.write(file, sound);
    } catch (CompletionException e) {
      // Asterisk says it with sounds of its own until the next start.
      LOG.warn(
          "The sound {} could not be spoken: {}", file.getFileName(), String.valueOf(e.getCause()));
    } catch (IOException e) {
      throw new UncheckedIOException("The sound " + file + " cannot be written", e);
    }
  }

  private static Pcm join(List<CompletableFuture<Pcm>> sentences) {
    List<short[]> sounds =
        sentences.stream()
            .map(sentence -> Resampler.convert(sentence.join(), ASTERISK_RATE_HZ).samples())
            .toList();
    short[] whole = new short[sounds.stream().mapToInt(s -> s.length).sum()];
    int at = 0;
    for (short[] sound : sounds) {
      System.arraycopy(sound, 0, whole, at, sound.length);
      at += sound.length;
    }
    return new Pcm(whole, ASTERISK_RATE_HZ);
  }
}
