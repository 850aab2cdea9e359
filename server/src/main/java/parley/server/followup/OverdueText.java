package parley.server.followup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import parley.callback.followup.FollowUpTasks;
import parley.dialogue.privacy.Masking;

/// What is overdue as text. Numbers are masked; ids are shown by their beginning, which commands
/// take.
public final class OverdueText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int SHORT = 8;

  private final ZoneId zone;

  /// @param zone the site's
  public OverdueText(ZoneId zone) {
    this.zone = zone;
  }

  /// One line: how much of each there is.
  public static String counts(Overdue overdue) {
    return "%d promised calls, %d follow-ups, %d tasks after appointments"
        .formatted(overdue.callbacks().size(), overdue.followUps().size(), overdue.tasks().size());
  }

  /// One line a follow-up.
  public String followUps(Iterable<FollowUpTasks.Task> tasks) {
    StringBuilder text = new StringBuilder();
    for (FollowUpTasks.Task task : tasks) {
      text.append(
          "%s  due %s  %-9s  %s%s%n"
              .formatted(
                  beginning(task.id()),
                  time(task.due()),
                  task.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  Masking.mask(task.what()),
                  task.why().isEmpty() ? "" : "  [" + task.why() + "]"));
    }
    return text.toString();
  }

  /// The mail to the supervisors.
  String mail(Overdue overdue) {
    String calls =
        overdue.callbacks().stream()
            .map(line ->
                "%s  promised %s  %s%n"
                    .formatted(
                        beginning(line.id()),
                        time(line.promisedAt()),
                        Masking.mask(line.callback().reason())))
            .collect(Collectors.joining());
    String tasks =
        overdue.tasks().stream()
            .map(task ->
                "%s  due %s  %s%n".formatted(beginning(task.id()), time(task.due()), task.what()))
            .collect(Collectors.joining());
    return "Overdue: "
        + counts(overdue)
        + ".\n\nPromised calls (./parley callbacks list --overdue)\n"
        + orNone(calls)
        + "\nLeft by conversations (./parley callbacks done ID)\n"
        + orNone(followUps(overdue.followUps()))
        + "\nAfter appointments (./parley appointments done ID)\n"
        + orNone(tasks)
        + "\nParley wrote this mail by itself; nobody reads answers to it.";
  }

  private static String orNone(String lines) {
    return lines.isEmpty() ? "-\n" : lines;
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private static String beginning(UUID id) {
    return id.toString().substring(0, SHORT);
  }
}
