package parley.server.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void percentilesAreMeasuredValues() {
    List<Double> hundred =
        IntStream.rangeClosed(1, 100).asDoubleStream().boxed().toList().reversed();
    assertEquals(new Spread(100, 50.0, 95.0, 100.0), Spread.of(hundred));
  }

  @Test
  void oneValueIsAllPercentiles() {
    assertEquals(new Spread(1, 7.0, 7.0, 7.0), Spread.of(List.of(7.0)));
  }

  @Test
  void p95OfFewValuesIsTheHighest() {
    assertEquals(new Spread(3, 2.0, 3.0, 3.0), Spread.of(List.of(3.0, 1.0, 2.0)));
  }

  @Test
  void nothingMeasuredIsNull() {
    assertEquals(new Spread(0, null, null, null), Spread.of(List.of()));
  }
}
