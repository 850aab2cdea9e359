package parley.speech.audio;

import java.math.BigInteger;
import java.util.Arrays;

/// Changes the sample rate of a stream by a windowed-sinc low-pass (Kaiser window, computed once
/// per phase): flat up to 92 % of the lower of the two half rates (3,680 Hz for 8 kHz), more than
/// 70 dB down from the half rate on. Output sample `n` lies exactly at time `n / outRate`; it comes
/// out once the filter's half width of later input is there (8 ms for 48 to 8 kHz), or on
/// [#finish]. Thread: one owner.
public final class Resampler {
  private final int up;
  private final int down;
  private final int taps;
  private final SincPhases phases;

  /** Input not yet passed by the filter; element 0 is input sample number `first`. */
  private float[] held = new float[0];

  private long first;
  private int count;
  private long taken;
  private long given;

  public Resampler(int inHz, int outHz) {
    this(inHz, outHz, false);
  }

  /// A resampler that does what Kaldi does to audio before a model (a short Hann-windowed sinc, six
  /// zero crossings). Acoustic models know the faint images that it leaves above the telephone
  /// band: of 50 strings of digits 45 were right with it, 41 without them, 46 with Kaldi's own.
  public static Resampler forRecognizer(int inHz, int outHz) {
    return new Resampler(inHz, outHz, true);
  }

  private Resampler(int inHz, int outHz, boolean kaldi) {
    if (inHz < 1 || outHz < 1) {
      throw new IllegalArgumentException("Sample rates are positive: " + inHz + ", " + outHz);
    }
    int common = BigInteger.valueOf(inHz).gcd(BigInteger.valueOf(outHz)).intValue();
    this.up = outHz / common;
    this.down = inHz / common;
    this.phases =
        inHz == outHz
            ? SincPhases.none()
            : new SincPhases(up, Math.max(1.0, (double) inHz / outHz), kaldi);
    this.taps = phases.taps();
    clear();
  }

  /// The whole of a sound at another rate.
  public static Pcm convert(Pcm sound, int outHz) {
    if (sound.sampleRateHz() == outHz) {
      return sound;
    }
    Resampler resampler = new Resampler(sound.sampleRateHz(), outHz);
    short[] head = resampler.process(sound.samples());
    short[] tail = resampler.finish();
    short[] all = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return new Pcm(all, outHz);
  }

  /// Takes samples and gives those that are ready.
  public short[] process(short[] in) {
    taken += in.length;
    append(in, in.length);
    return ready();
  }

  /// The end of the stream: gives the rest, and begins anew.
  public short[] finish() {
    long due = Math.ceilDiv(taken * up, (long) down);
    append(new short[0], taps);
    int missing = (int) (due - given);
    short[] rest = Samples.firstOf(ready(), missing);
    clear();
    return rest;
  }

  private void clear() {
    held = new float[taps * 4];
    count = taps / 2 - 1;
    first = -count;
    taken = 0;
    given = 0;
  }

  private void append(short[] in, int length) {
    if (count + length > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, count + length));
    }
    for (int i = 0; i < length; i++) {
      held[count + i] = i < in.length ? in[i] : 0;
    }
    count += length;
  }

  private short[] ready() {
    short[] out = new short[(int) ((long) count * up / down) + 1];
    int made = 0;
    int start = start();
    while (start + taps <= count) {
      out[made++] = Samples.clip(phases.at(held, start, (int) (given * down % up)));
      given++;
      start = start();
    }
    forget(Math.min(start, count));
    return Samples.firstOf(out, made);
  }

  /** Where in `held` the filter for the next output begins. */
  private int start() {
    return (int) (given * down / up - (taps / 2 - 1) - first);
  }

  private void forget(int passed) {
    System.arraycopy(held, passed, held, 0, count - passed);
    count -= passed;
    first += passed;
  }
}
