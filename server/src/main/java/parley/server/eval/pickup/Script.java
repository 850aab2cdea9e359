package parley.server.eval.pickup;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.server.eval.BadTestSetException;
import parley.speech.audio.G711;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.synthesize.SynthesisException;
import parley.speech.synthesize.Synthesizer;

/// What somebody says who picks up, to be spoken by a voice: words, and in brackets how long it is
/// silent in ms (`[600]`), a tone by its pitch and length (`[beep 1000 400]`) or a click of the
/// line (`[click]`). Immutable.
///
/// @param parts in their order
/// @param line how it sounds at the other end
/// @param seed of all chance
record Script(List<Part> parts, Line line, long seed) {

  private static final int RATE_HZ = 8_000;
  private static final int MS = RATE_HZ / 1_000;
  private static final double BEEP_LEVEL = 7_000;
  private static final int CLICK_MS = 12;
  private static final Pattern PIECE = Pattern.compile("\\[([^]]*)]|([^\\[]+)");
  private static final Pattern BEEP = Pattern.compile("beep (\\d{2,4}) (\\d{2,5})");

  /// A piece of it.
  sealed interface Part {
    record Words(String text) implements Part {}

    record Silence(int ms) implements Part {}

    record Beep(int hz, int ms) implements Part {}

    record Click() implements Part {}
  }

  /// @param rate how much quicker and higher the voice is, 1 being as it is
  /// @param levelDb how much softer
  /// @param noiseDbfs of the line; below -90 there is none
  /// @param street whether the noise is a rumble; else it hisses
  record Line(double rate, double levelDb, double noiseDbfs, boolean street) {

    private static final Pattern FORM =
        Pattern.compile("rate=(\\d\\.\\d+) level=(-?\\d+) (hiss|street)=(-\\d+)");

    static Line parse(String text, String where) {
      Matcher form = FORM.matcher(text.strip());
      if (!form.matches()) {
        throw new BadTestSetException(
            where + ": expected a line such as rate=1.05 level=-6 hiss=-60, not " + text);
      }
      return new Line(
          Double.parseDouble(form.group(1)),
          Double.parseDouble(form.group(2)),
          Double.parseDouble(form.group(4)),
          form.group(3).equals("street"));
    }
  }

  Script {
    parts = List.copyOf(parts);
  }

  /// @param where named where it is wrong
  static Script parse(String text, Line line, long seed, String where) {
    List<Part> parts = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      String words = piece.group(2);
      if (words == null) {
        parts.add(bracket(piece.group(1).strip(), where));
      } else if (!words.isBlank()) {
        parts.add(new Part.Words(words.strip()));
      }
    }
    return new Script(parts, line, seed);
  }

  private static Part bracket(String text, String where) {
    Matcher beep = BEEP.matcher(text);
    if (beep.matches()) {
      return new Part.Beep(Integer.parseInt(beep.group(1)), Integer.parseInt(beep.group(2)));
    }
    if (text.equals("click")) {
      return new Part.Click();
    }
    if (!text.matches("\\d{1,5}")) {
      throw new BadTestSetException(
          "%s: expected [600], [beep 1000 400] or [click], not [%s]".formatted(where, text));
    }
    return new Part.Silence(Integer.parseInt(text));
  }

  /// As it is heard at the other end of the line, the same each time.
  Spoken spoken(Synthesizer voice) {
    List<short[]> pieces = new ArrayList<>();
    OptionalLong toneEndMs = OptionalLong.empty();
    int length = 0;
    for (Part part : parts) {
      short[] piece =
          switch (part) {
            case Part.Words(String text) -> words(voice, text);
            case Part.Silence(int ms) -> new short[ms * MS];
            case Part.Beep(int hz, int ms) -> beep(hz, ms);
            case Part.Click _ -> click();
          };
      pieces.add(piece);
      length += piece.length;
      if (part instanceof Part.Beep) {
        toneEndMs = OptionalLong.of(length / MS);
      }
    }
    short[] all = new short[length];
    int at = 0;
    for (short[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return new Spoken(overTheLine(all), toneEndMs);
  }

  /// @param toneEndMs when its last tone is over
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  record Spoken(short[] sound, OptionalLong toneEndMs) {}

  private short[] words(Synthesizer voice, String text) {
    try {
      Pcm plain = voice.speak("en", text).get();
      int named = (int) Math.round(plain.sampleRateHz() * line.rate() / 40) * 40;
      return Resampler.convert(new Pcm(plain.samples(), named), RATE_HZ).samples();
    } catch (ExecutionException e) {
      throw new SynthesisException("A greeting could not be spoken: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SynthesisException("Interrupted");
    }
  }

  private static short[] beep(int hz, int ms) {
    short[] tone = new short[ms * MS];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (short) (BEEP_LEVEL * Math.sin(2 * Math.PI * hz * i / RATE_HZ));
    }
    return tone;
  }

  private short[] click() {
    Random random = new Random(seed);
    short[] click = new short[CLICK_MS * MS];
    for (int i = 0; i < click.length; i++) {
      click[i] = (short) (random.nextGaussian() * 9_000 * (click.length - i) / click.length);
    }
    return click;
  }

  private short[] overTheLine(short[] sound) {
    Random random = new Random(seed);
    double gain = Math.pow(10, line.levelDb() / 20);
    double noise = line.noiseDbfs() < -90 ? 0 : 32_768 * Math.pow(10, line.noiseDbfs() / 20);
    double rumble = 0;
    short[] heard = new short[sound.length];
    for (int i = 0; i < sound.length; i++) {
      double white = random.nextGaussian();
      // One pole at about 500 Hz, raised to the same power.
      rumble = 0.68 * rumble + 0.73 * white;
      double sample = sound[i] * gain + noise * (line.street() ? rumble : white);
      heard[i] = (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return G711.fromMuLaw(G711.toMuLaw(heard));
  }
}
