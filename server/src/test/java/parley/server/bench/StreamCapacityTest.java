package parley.server.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamCapacityTest {

  private static final int UNKNOWN = 513;

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 17, 31, 33, 100, 400})
  void searchEndsWithinAnEighthOfTheTruth(int truth) {
    int held = 0;
    int tooMany = UNKNOWN;
    int next = 4;
    List<Integer> tried = new ArrayList<>();
    while (next > held && next < tooMany) {
      tried.add(next);
      if (next <= truth) {
        held = next;
      } else {
        tooMany = next;
      }
      next = StreamCapacity.next(held, tooMany);
    }
    assertTrue(held <= truth && held >= truth - Math.max(1, truth / 8), held + " of " + truth);
    assertTrue(tried.size() <= 11, tried.toString());
  }

  @Test
  void everythingHeldEndsAtTheMost() {
    assertEquals(512, StreamCapacity.next(400, UNKNOWN));
    assertEquals(512, StreamCapacity.next(512, UNKNOWN));
  }

  @Test
  void lagsCountOnlyWhileMeasured() {
    LagMeter meter = new LagMeter();
    meter.lag(1_000_000);
    meter.count(true);
    IntStream.range(0, 3).forEach(i -> meter.lag(2_000_000));
    assertEquals(List.of(2.0, 2.0, 2.0), meter.lagsMs());
  }

  @Test
  void residentMemoryIsReadInMegabytes() {
    assertEquals(
        1.024, ProcessMemory.residentMb("Name:\tjava\nVmRSS:\t    1000 kB\n").orElseThrow());
    assertTrue(ProcessMemory.residentMb("Name:\tkthreadd\n").isEmpty());
  }
}
