package parley.speech.synthesize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavException;
import parley.speech.audio.WavFile;

/// Fixed sentences that were spoken once, kept as WAV files from start to start: a server that
/// starts again does not spend its first half minute speaking them again. Files are named by a
/// digest of voice and words. Thread: any.
public final class KeptSpeech {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSpeech.class);

  private final Path folder;
  private final String voice;
  private final int sampleRateHz;

  /// @param voice names voice and version: another voice's files are not taken
  public KeptSpeech(Path folder, String voice, int sampleRateHz) {
    this.folder = folder;
    this.voice = voice;
    this.sampleRateHz = sampleRateHz;
  }

  /// The sentence as it was spoken before. A file that cannot be read is as good as none.
  Optional<Pcm> read(String language, String sentence) {
    Path file = file(language, sentence);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Pcm sound = WavFile.read(file);
      return sound.sampleRateHz() == sampleRateHz ? Optional.of(sound) : Optional.empty();
    } catch (WavException e) {
      LOG.warn("A kept sentence cannot be read and is spoken again: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// Keeps a sentence; a full disk only costs the time to speak it again.
  void write(String language, String sentence, Pcm sound) {
    Path file = file(language, sentence);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(folder);
      WavFile.write(next, sound);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("A fixed sentence could not be kept: {}", e.toString());
    }
  }

  private Path file(String language, String sentence) {
    String key = String.join("\n", voice, Integer.toString(sampleRateHz), language, sentence);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".wav");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
