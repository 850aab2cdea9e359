package parley.server.followup;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.function.Function;
import parley.mail.outbox.Outgoing;
import parley.server.paper.SitePaper;

/// Tells the supervisors once a day, from eight in the morning on, what is overdue. The mail's id
/// follows from the day: of several processes, the first one's mail goes out.
///
/// Thread: one, the keeper's.
public final class OverdueChase {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final String to;
  private final SitePaper paper;
  private final Function<Instant, Overdue> overdue;
  private final Clock clock;
  private LocalDate lookedOn = LocalDate.MIN;

  /// @param to the supervisors' address
  /// @param overdue what is at a time
  /// @param clock in the site's zone
  public OverdueChase(String to, SitePaper paper, Function<Instant, Overdue> overdue, Clock clock) {
    this.to = to;
    this.paper = paper;
    this.overdue = overdue;
    this.clock = clock;
  }

  /// Writes the mail of the day where there is something to tell.
  public void look() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    if (now.toLocalTime().isBefore(MORNING) || now.toLocalDate().equals(lookedOn)) {
      return;
    }
    Overdue late = overdue.apply(now.toInstant());
    if (!late.isEmpty()) {
      paper.announce(
          UUID.nameUUIDFromBytes(
              ("overdue " + now.toLocalDate() + " " + to).getBytes(StandardCharsets.UTF_8)),
          Outgoing.Kind.REMINDER,
          to,
          "Overdue: " + OverdueText.counts(late),
          new OverdueText(clock.getZone()).mail(late));
    }
    lookedOn = now.toLocalDate();
  }
}
