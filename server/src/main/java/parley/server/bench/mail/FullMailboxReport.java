package parley.server.bench.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import parley.server.measure.Machine;

/// What `bench mail --mailbox` prints.
public record FullMailboxReport(int mails, double openSeconds, Machine machine) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    ObjectNode report = JSON.createObjectNode();
    report.putObject("mailbox").put("mails", mails).put("open_s", openSeconds);
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  String table() {
    return String.format(
        Locale.ROOT,
        """
        mails             %d, all read
        first look, s     %.2f
        machine           %d x %s, load average before %.2f
        """,
        mails,
        openSeconds,
        machine.cores(),
        machine.processor(),
        machine.loadAverage());
  }
}
