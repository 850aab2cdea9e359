package parley.server.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.log.LogEntry.TurnTimings;

/// Calls as text for a terminal.
final class CallText {

  private static final String LINE = "%-36s  %-19s  %7s  %-16s  %-8s  %5s  %s%n";

  private final ZoneId zone;
  private final Path recordings;
  private final DateTimeFormatter time =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /// @param recordings what recordings' paths start from
  CallText(ZoneId zone, Path recordings) {
    this.zone = zone;
    this.recordings = recordings;
  }

  String list(List<CallSummary> calls) {
    if (calls.isEmpty()) {
      return "No calls.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        LINE.formatted(
            "ID", "BEGAN (" + zone + ")", "LENGTH", "CALLER", "DIALLED", "TURNS", "OUTCOME"));
    for (CallSummary call : calls) {
      text.append(
          LINE.formatted(
              call.id(),
              at(call.startedAt()),
              length(call),
              call.caller().isEmpty() ? "withheld" : call.caller(),
              call.dialled(),
              call.turns(),
              outcome(call.outcome())));
    }
    return text.toString();
  }

  String detail(CallDetail detail) {
    CallSummary call = detail.call();
    StringBuilder text = new StringBuilder();
    text.append("Call      %s%n".formatted(call.id()));
    text.append("Began     %s (%s), %s long%n".formatted(at(call.startedAt()), zone, length(call)));
    text.append(
        "From      %s to %s%n"
            .formatted(call.caller().isEmpty() ? "withheld" : call.caller(), call.dialled()));
    String queue = detail.queue().isEmpty() ? "" : ", queue " + detail.queue();
    text.append("Language  %s%s%n".formatted(detail.language(), queue));
    text.append("Outcome   %s%n%n".formatted(outcome(call.outcome())));
    detail.turns().forEach(turn -> text.append(turn(turn)));
    section(text, "Transfers", detail.transfers(), CallText::transfer);
    section(text, "Legs", detail.legs(), CallText::leg);
    section(
        text,
        "Callbacks",
        detail.callbacks(),
        promised -> promised.number().value() + ": " + promised.reason());
    section(
        text,
        "Recordings",
        detail.recordings(),
        made -> recordings.resolve(made.path()) + " (" + made.durationMs() / 1000 + " s)");
    section(
        text,
        "Also",
        detail.audit(),
        audited -> audited.actor() + " " + audited.what() + " " + audited.details());
    if (detail.conclusion() != null) {
      text.append(new ConclusionText(zone).of(detail.conclusion()));
    }
    return text.toString();
  }

  private static <E extends LogEntry> void section(
      StringBuilder text,
      String title,
      List<E> entries,
      java.util.function.Function<E, String> line) {
    if (!entries.isEmpty()) {
      text.append("%n%s%n".formatted(title));
      entries.forEach(entry -> text.append("  ").append(line.apply(entry)).append('\n'));
    }
  }

  private static String turn(TurnTaken turn) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%6.1f s  %-6s  %s%s%n",
                turn.startMs() / 1000.0,
                turn.speaker().name().toLowerCase(Locale.ROOT),
                turn.words().text(),
                turn.interrupted() ? " (interrupted)" : ""));
    String facts = facts(turn);
    if (!facts.isEmpty()) {
      text.append(" ".repeat(18)).append(facts).append('\n');
    }
    return text.toString();
  }

  private static String facts(TurnTaken turn) {
    StringBuilder facts = new StringBuilder();
    if (turn.speaker() == LogEntry.Speaker.CALLER) {
      fact(
          facts,
          turn.keyed()
              ? "keyed"
              : String.format(Locale.ROOT, "confidence %.2f", turn.confidence()));
    }
    fact(facts, turn.understoodAs().isEmpty() ? "" : "understood as " + turn.understoodAs());
    fact(facts, turn.rule().isEmpty() ? "" : "rule " + turn.rule());
    fact(facts, turn.citations().isEmpty() ? "" : "from " + String.join(", ", turn.citations()));
    fact(facts, timings(turn.timings()));
    return facts.toString();
  }

  /// Those that were measured: a greeting has no endpoint before it.
  private static String timings(TurnTimings timings) {
    StringBuilder text = new StringBuilder();
    part(text, "endpoint", timings.endpointMs());
    part(text, "final", timings.finalMs());
    part(text, "think", timings.thinkMs());
    part(text, "voice", timings.voiceMs());
    return text.isEmpty() ? "" : text.append(" ms").toString();
  }

  private static void part(StringBuilder text, String name, long ms) {
    if (ms >= 0) {
      text.append(text.isEmpty() ? "" : " + ").append(name).append(' ').append(ms);
    }
  }

  private static void fact(StringBuilder facts, String fact) {
    if (!fact.isEmpty()) {
      facts.append(facts.isEmpty() ? "" : "; ").append(fact);
    }
  }

  private static String transfer(LogEntry.TransferTried tried) {
    return "%s (queue %s, %s): %s after %d ms"
        .formatted(tried.agent(), tried.queue(), tried.reason(), tried.outcome(), tried.ringMs());
  }

  private static String leg(LogEntry.LegChanged leg) {
    return "%s %s %s %s".formatted(leg.role(), leg.channel(), leg.event(), leg.detail()).strip();
  }

  private String at(Instant moment) {
    return time.format(moment.atZone(zone));
  }

  private static String length(CallSummary call) {
    Instant ended = call.endedAt();
    if (ended == null) {
      return "live";
    }
    Duration length = Duration.between(call.startedAt(), ended);
    return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
  }

  private static String outcome(@Nullable Outcome outcome) {
    return outcome == null ? "-" : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
