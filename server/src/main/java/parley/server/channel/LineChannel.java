package parley.server.channel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.speech.audio.WavFrames;

/// A telephone line of 8 kHz as a list of effects in their order, such as `noise:15,mulaw,loss:2`:
///
/// - `mulaw`, `alaw`: coded as G.711 and back
/// - `noise:SNR_DB`: white noise so far below the mean level of the whole recording
/// - `loss:PERCENT`: each frame of 20 ms is lost with that chance, and silence in its place
/// - `quiet:DB`: softer by that much; a negative number is louder
/// - `clip`: raised until the loudest sample lies 12 dB above full scale, and cut off there
/// - `clean`: nothing
///
/// What happens by chance depends on the file's name alone, so it is the same each time. A
/// recording is read again for each effect that must know how loud it is. Immutable; any thread.
public final class LineChannel {
  /// What may be written, for a help text.
  public static final String EFFECTS =
      "clean, mulaw, alaw, noise:SNR_DB, loss:PERCENT, quiet:DB, clip";

  private static final int RATE_HZ = 8_000;
  private static final long SEED = 20_260_101;

  private record Part(Kind kind, double number) {}

  private final String text;
  private final List<Part> parts;

  private LineChannel(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /// @throws IllegalArgumentException with one sentence
  public static LineChannel parse(String text) {
    List<Part> parts = new ArrayList<>();
    for (String item : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      parts.add(part(item.strip()));
    }
    return new LineChannel(text, parts);
  }

  private static Part part(String item) {
    int colon = item.indexOf(':');
    String word = colon < 0 ? item : item.substring(0, colon);
    Kind kind =
        Kind.of(word)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "No channel has an effect `" + word + "`; expected one of " + EFFECTS));
    Optional<Double> number = colon < 0 ? Optional.empty() : number(item.substring(colon + 1));
    boolean right = kind.takesNumber() ? number.filter(kind::allows).isPresent() : colon < 0;
    if (!right) {
      throw new IllegalArgumentException(
          "A channel cannot have `" + item + "`; expected " + kind.expected());
    }
    return new Part(kind, number.orElse(0.0));
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Opens a recording at the far end of the line.
  ///
  /// @throws parley.speech.audio.WavException when the file holds no sound that can be read
  public LineSound open(Path file) {
    return open(file, parts.size());
  }

  /** As it is after the first so many effects. */
  private LineSound open(Path file, int effects) {
    List<Effect> made = new ArrayList<>();
    for (int i = 0; i < effects; i++) {
      int before = i;
      Part part = parts.get(i);
      made.add(Effects.of(part.kind(), part.number(), seed(file, i), () -> level(file, before)));
    }
    return new LineSound(WavFrames.open(file, RATE_HZ), made);
  }

  private Level level(Path file, int effects) {
    try (LineSound sound = open(file, effects)) {
      return Level.of(sound);
    }
  }

  private static long seed(Path file, int place) {
    return SEED + 31L * file.getFileName().toString().hashCode() + place;
  }

  /// As it was written.
  @Override
  public String toString() {
    return text;
  }
}
