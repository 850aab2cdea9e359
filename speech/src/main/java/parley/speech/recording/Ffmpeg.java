package parley.speech.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The machine's ffmpeg, which makes WAV of other forms, in a process with a deadline. The form is
/// named by the file's ending and not guessed from its bytes: a list of other files or addresses in
/// a file that calls itself a recording is not followed.
///
/// Immutable; any thread; blocks.
public final class Ffmpeg {

  /** Demuxers by ending. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("mp3", "mp3"),
          Map.entry("ogg", "ogg"),
          Map.entry("oga", "ogg"),
          Map.entry("opus", "ogg"),
          Map.entry("m4a", "mov"),
          Map.entry("3gp", "mov"),
          Map.entry("aac", "aac"),
          Map.entry("amr", "amr"),
          Map.entry("flac", "flac"),
          Map.entry("wav", "wav"));

  private final Path program;

  public Ffmpeg(Path program) {
    this.program = program;
  }

  /// @param path folders as in the environment's PATH
  public static Optional<Ffmpeg> find(String path) {
    return Arrays.stream(path.split(java.io.File.pathSeparator))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, "ffmpeg"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Ffmpeg::new);
  }

  /// @param name tells the form
  /// @param longest of what is converted
  /// @return whether there is sound in `wav` now
  boolean toWav(Path file, String name, Path wav, Duration longest, Duration deadline)
      throws InterruptedException {
    String form = FORMS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (form == null) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(command(form, file, wav, longest))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)
            && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("ffmpeg cannot be started", e);
    }
  }

  private List<String> command(String form, Path file, Path wav, Duration longest) {
    return List.of(
        program.toString(),
        "-nostdin",
        "-v",
        "error",
        "-y",
        "-protocol_whitelist",
        "file",
        "-f",
        form,
        "-i",
        "file:" + file.toAbsolutePath(),
        "-map",
        "0:a:0",
        "-t",
        Long.toString(longest.toSeconds()),
        "-ac",
        "1",
        "-ar",
        "8000",
        "-c:a",
        "pcm_s16le",
        "-f",
        "wav",
        "file:" + wav.toAbsolutePath());
  }
}
