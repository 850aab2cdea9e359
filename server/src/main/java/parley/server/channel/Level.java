package parley.server.channel;

import java.util.Optional;

/// How loud a recording is from its beginning to its end, silence included, in steps of 16 bits.
///
/// @param effective the root mean square
record Level(double effective, int peak) {

  static Level of(LineSound sound) {
    double energy = 0;
    long samples = 0;
    int peak = 0;
    for (Optional<short[]> next = sound.next(); next.isPresent(); next = sound.next()) {
      for (short sample : next.get()) {
        energy += (double) sample * sample;
        peak = Math.max(peak, Math.abs(sample));
      }
      samples += next.get().length;
    }
    return new Level(samples == 0 ? 0 : Math.sqrt(energy / samples), peak);
  }
}
