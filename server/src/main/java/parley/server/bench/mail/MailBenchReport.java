package parley.server.bench.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `bench mail` prints.
///
/// @param replied mails that got a reply
/// @param lost mails that got none
/// @param doubled replies beyond the first one of a mail
/// @param replyMs from the moment before a mail was sent to its reply in the customer's mailbox
/// @param mailsPerSecond replies by the time from the first mail to the last reply
/// @param memoryBeforeMb of the process before the measured mails; empty where it is not told
public record MailBenchReport(
    int sent,
    int replied,
    int lost,
    int doubled,
    int kills,
    Spread replyMs,
    double mailsPerSecond,
    OptionalLong memoryBeforeMb,
    OptionalLong memoryAfterMb,
    Machine machine) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("sent", sent)
        .put("replied", replied)
        .put("lost", lost)
        .put("doubled", doubled)
        .put("kills", kills);
    report.putObject("reply_ms").put("p50", replyMs.p50()).put("p95", replyMs.p95());
    report.put("mails_per_second", mailsPerSecond);
    ObjectNode memory = report.putObject("memory_mb");
    memoryBeforeMb.ifPresent(mb -> memory.put("before", mb));
    memoryAfterMb.ifPresent(mb -> memory.put("after", mb));
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  String table() {
    return String.format(
        Locale.ROOT,
        """
        mails sent        %d
        replied           %d, lost %d, doubled %d
        kills             %d
        a reply, ms       %s p50, %s p95%s
        mails a second    %.1f
        memory, MB        %s before, %s after
        machine           %d x %s, load average before %.2f
        """,
        sent,
        replied,
        lost,
        doubled,
        kills,
        shown(replyMs.p50()),
        shown(replyMs.p95()),
        kills > 0 ? " (starts after kills included)" : "",
        mailsPerSecond,
        shown(memoryBeforeMb),
        shown(memoryAfterMb),
        machine.cores(),
        machine.processor(),
        machine.loadAverage());
  }

  private static String shown(OptionalLong mb) {
    return mb.isPresent() ? Long.toString(mb.getAsLong()) : "-";
  }

  private static String shown(@Nullable Double ms) {
    return ms == null ? "-" : "%.0f".formatted(ms);
  }
}
