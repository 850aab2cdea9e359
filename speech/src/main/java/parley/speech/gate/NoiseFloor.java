package parley.speech.gate;

import java.util.Arrays;

/// The line's noise in each band, in dBFS: follows quickly down and slowly up; while someone speaks
/// it goes up only to what the band never fell below in the last one to two seconds, which speech
/// with its gaps does not raise but a noise that has begun does. Thread: one owner.
final class NoiseFloor {
  private static final double START_DB = -66;
  private static final double LOWEST_DB = -76;
  private static final double DOWN = 0.15;
  private static final double UP = 0.08;
  private static final double MOST_UP_DB = 0.3;

  /** At the beginning of a call nothing is known yet: learn faster. */
  private static final double MOST_UP_AT_FIRST_DB = 2;

  /** Single frames of a steady noise fall that far below its mean. */
  private static final double FLUCTUATION_DB = 5;

  private static final int FIRST_FRAMES = 25;
  private static final int BLOCK_FRAMES = 25;
  private static final int BLOCKS = 4;

  private final double[] floor;
  private final double[][] lowest;
  private int frames;

  NoiseFloor(int bands) {
    floor = new double[bands];
    Arrays.fill(floor, START_DB);
    lowest = new double[BLOCKS][bands];
    for (double[] block : lowest) {
      Arrays.fill(block, 0);
    }
  }

  double of(int band) {
    return floor[band];
  }

  /// Learns a frame.
  ///
  /// @param speaking whether a voice may be part of it
  void learn(double[] bandsDb, boolean speaking) {
    int block = frames / BLOCK_FRAMES % BLOCKS;
    if (frames % BLOCK_FRAMES == 0) {
      Arrays.fill(lowest[block], 0);
    }
    double mostUp = frames < FIRST_FRAMES ? MOST_UP_AT_FIRST_DB : MOST_UP_DB;
    frames++;
    for (int band = 0; band < floor.length; band++) {
      lowest[block][band] = Math.min(lowest[block][band], bandsDb[band]);
      double change = (speaking ? underSpeech(bandsDb, band) : bandsDb[band]) - floor[band];
      double step = change < 0 ? DOWN * change : Math.min(mostUp, UP * change);
      floor[band] = Math.max(LOWEST_DB, floor[band] + step);
    }
  }

  /** What the noise may be while a voice lies over it: only clear departures count. */
  private double underSpeech(double[] bandsDb, int band) {
    double known = floor[band];
    if (bandsDb[band] < known - FLUCTUATION_DB) {
      return bandsDb[band];
    }
    if (frames < BLOCKS * BLOCK_FRAMES) {
      return known;
    }
    double least = 0;
    for (double[] block : lowest) {
      least = Math.min(least, block[band]);
    }
    return Math.max(known, least + FLUCTUATION_DB);
  }
}
