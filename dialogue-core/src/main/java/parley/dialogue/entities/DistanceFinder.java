package parley.dialogue.entities;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.entities.EntityValue.Moments;
import parley.dialogue.entities.EntityValue.Quantity;

/// Finds moments counted from now in hours and minutes: "in two hours", "half an hour ago". Real
/// time passes: when the clocks change in between, the hour on them is another one.
final class DistanceFinder implements Finder {
  private static final Map<String, Integer> MINUTES = Map.of("minute", 1, "hour", 60);
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      at(tokens, i, context).ifPresent(finds::add);
    }
    return finds;
  }

  private static Optional<Find> at(Tokens tokens, int i, CallerContext context) {
    boolean ahead = tokens.is(i, "in");
    Optional<Find> quantity = QuantityFinder.at(tokens, ahead ? i + 1 : i, context);
    if (quantity.isEmpty() || !(quantity.get().value() instanceof Quantity lasting)) {
      return Optional.empty();
    }
    int next = quantity.get().to();
    boolean back = !ahead && tokens.is(next, "ago");
    Integer minutes = MINUTES.get(lasting.unit());
    if (minutes == null || !(ahead || back) || lasting.amount().compareTo(MOST) > 0) {
      return Optional.empty();
    }
    long seconds = lasting.amount().multiply(BigDecimal.valueOf(60L * minutes)).longValue();
    ZonedDateTime moment =
        context
            .local()
            .plus(Duration.ofSeconds(ahead ? seconds : -seconds))
            .truncatedTo(ChronoUnit.MINUTES);
    return Optional.of(new Find(i, back ? next + 1 : next, new Moments(moment, moment)));
  }
}
