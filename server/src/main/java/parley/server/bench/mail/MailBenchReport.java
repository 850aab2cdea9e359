package parley.server.bench.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;
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
/// @param cpuMsPerMail of Parley's process alone, which other programs on the machine hardly change
/// @param memoryBeforeMb of the process before the measured mails, in MB of 10^6 bytes; empty where
///   it is not told
public record MailBenchReport(
    MailPlan plan,
    int replied,
    int lost,
    int doubled,
    Spread replyMs,
    double mailsPerSecond,
    OptionalDouble cpuMsPerMail,
    OptionalDouble memoryBeforeMb,
    OptionalDouble memoryAfterMb,
    Big big,
    Machine machine) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Large mails, one after the other.
  ///
  /// @param firstPeakMb the process's highest memory while it dealt with the first of them
  record Big(
      int sent,
      int replied,
      int megabytes,
      Spread replyMs,
      OptionalDouble firstPeakMb,
      OptionalDouble lastPeakMb) {

    static final Big NONE =
        new Big(
            0,
            0,
            0,
            new Spread(0, null, null, null),
            OptionalDouble.empty(),
            OptionalDouble.empty());
  }

  static MailBenchReport of(
      MailPlan plan,
      ReplyWatch.Result small,
      OptionalDouble cpuMsPerMail,
      OptionalDouble memoryBeforeMb,
      OptionalDouble memoryAfterMb,
      Big big,
      Machine machine) {
    return new MailBenchReport(
        plan,
        small.replied(),
        plan.mails() - small.replied(),
        small.doubled(),
        small.ms(),
        small.perSecond(),
        cpuMsPerMail,
        memoryBeforeMb,
        memoryAfterMb,
        big,
        machine);
  }

  /// Whether each mail was answered once.
  boolean good() {
    return lost + doubled == 0 && big.replied() == big.sent();
  }

  String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("sent", plan.mails())
        .put("replied", replied)
        .put("lost", lost)
        .put("doubled", doubled)
        .put("kills", plan.kills());
    report.putObject("reply_ms").put("p50", replyMs.p50()).put("p95", replyMs.p95());
    report.put("mails_per_second", mailsPerSecond).put("by_words", plan.byWords());
    cpuMsPerMail.ifPresent(ms -> report.put("cpu_ms_per_mail", ms));
    ObjectNode memory = report.putObject("memory_mb");
    memoryBeforeMb.ifPresent(mb -> memory.put("before", mb));
    memoryAfterMb.ifPresent(mb -> memory.put("after", mb));
    if (big.sent() > 0) {
      ObjectNode large = report.putObject("big");
      large.put("sent", big.sent()).put("replied", big.replied()).put("mb", big.megabytes());
      large.putObject("reply_ms").put("p50", big.replyMs().p50()).put("max", big.replyMs().max());
      ObjectNode peaks = large.putObject("peak_memory_mb");
      big.firstPeakMb().ifPresent(mb -> peaks.put("first", mb));
      big.lastPeakMb().ifPresent(mb -> peaks.put("last", mb));
    }
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  String table() {
    return String.format(
        Locale.ROOT,
        """
        mails sent        %d, understood %s
        replied           %d, lost %d, doubled %d
        kills             %d
        a reply, ms       %s p50, %s p95%s
        mails a second    %.1f, %s ms of CPU each
        memory, MB        %s before, %s after
        %smachine           %d x %s, load average before %.2f
        """,
        plan.mails(),
        plan.byWords() ? "by their words" : "by words and meaning",
        replied,
        lost,
        doubled,
        plan.kills(),
        shown(replyMs.p50()),
        shown(replyMs.p95()),
        plan.kills() > 0 ? " (starts after kills included)" : "",
        mailsPerSecond,
        shown(cpuMsPerMail),
        shown(memoryBeforeMb),
        shown(memoryAfterMb),
        big.sent() == 0 ? "" : largeMails(),
        machine.cores(),
        machine.processor(),
        machine.loadAverage());
  }

  private String largeMails() {
    return String.format(
        Locale.ROOT,
        "mails of %3d MB   %d sent, %d replied, %s ms p50, %s max; memory at most %s MB with the"
            + " first, %s with the last%n",
        big.megabytes(),
        big.sent(),
        big.replied(),
        shown(big.replyMs().p50()),
        shown(big.replyMs().max()),
        shown(big.firstPeakMb()),
        shown(big.lastPeakMb()));
  }

  private static String shown(OptionalDouble mb) {
    return mb.isPresent() ? shown(mb.getAsDouble()) : "-";
  }

  private static String shown(@Nullable Double number) {
    return number == null ? "-" : String.format(Locale.ROOT, "%.0f", number);
  }
}
