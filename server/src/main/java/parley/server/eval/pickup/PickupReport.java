package parley.server.eval.pickup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `eval pickup` prints.
record PickupReport(List<Verdict> verdicts, Machine machine) implements EvalPart.Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  PickupReport {
    verdicts = List.copyOf(verdicts);
  }

  private List<Verdict> of(Label label) {
    return verdicts.stream().filter(one -> one.greeting().label() == label).toList();
  }

  private long count(Label label, Predicate<Verdict> which) {
    return of(label).stream().filter(which).count();
  }

  private Spread times(Label label, Function<Verdict, OptionalLong> time) {
    return Spread.of(
        of(label).stream()
            .filter(Verdict::right)
            .map(time)
            .filter(OptionalLong::isPresent)
            .map(ms -> (double) ms.getAsLong())
            .toList());
  }

  private static OptionalLong afterTheTone(Verdict verdict) {
    return verdict.messageMs().isPresent() && verdict.toneEndMs().isPresent() && !verdict.tooEarly()
        ? OptionalLong.of(verdict.messageMs().getAsLong() - verdict.toneEndMs().getAsLong())
        : OptionalLong.empty();
  }

  private long wrong(Label label) {
    return count(label, one -> !one.right());
  }

  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }

  @Override
  public String json() {
    int people = of(Label.PERSON).size();
    int machines = of(Label.MACHINE).size();
    ObjectNode report = JSON.createObjectNode();
    report
        .put("people", people)
        .put("machines", machines)
        .put("people_called_machine", wrong(Label.PERSON))
        .put("people_called_machine_rate", share(wrong(Label.PERSON), people))
        .put("machines_called_people", wrong(Label.MACHINE))
        .put("machines_called_people_rate", share(wrong(Label.MACHINE), machines))
        .put("machines_greeted_first", count(Label.MACHINE, Verdict::greetedFirst))
        .put("messages_before_the_tone", count(Label.MACHINE, Verdict::tooEarly));
    ObjectNode decisions = report.putObject("decision_ms");
    put(decisions.putObject("people"), times(Label.PERSON, Verdict::greetedMs));
    put(decisions.putObject("machines"), times(Label.MACHINE, Verdict::machineMs));
    put(report.putObject("dead_air_ms"), times(Label.PERSON, Verdict::deadAirMs));
    put(
        report.putObject("message_after_tone_ms"),
        times(Label.MACHINE, PickupReport::afterTheTone));
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  private static void put(ObjectNode node, Spread spread) {
    node.put("p50", spread.p50()).put("p95", spread.p95()).put("max", spread.max());
  }

  @Override
  public String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                people                     %d, %d of them taken for machines
                machines                   %d, %d of them taken for people
                  greeted before known     %d
                  told before the tone     %d
                until a person is greeted  %s
                until a machine is known   %s
                dead air after a hello     %s
                message after the tone     %s
                machine                    %d x %s, load average before %.2f
                """,
                of(Label.PERSON).size(),
                wrong(Label.PERSON),
                of(Label.MACHINE).size(),
                wrong(Label.MACHINE),
                count(Label.MACHINE, Verdict::greetedFirst),
                count(Label.MACHINE, Verdict::tooEarly),
                shown(times(Label.PERSON, Verdict::greetedMs)),
                shown(times(Label.MACHINE, Verdict::machineMs)),
                shown(times(Label.PERSON, Verdict::deadAirMs)),
                shown(times(Label.MACHINE, PickupReport::afterTheTone)),
                machine.cores(),
                machine.processor(),
                machine.loadAverage()));
    list(text, "taken for somebody else", one -> !one.right());
    list(text, "greeted before it was known for a machine", Verdict::greetedFirst);
    list(text, "told before its tone", Verdict::tooEarly);
    return text.toString();
  }

  private static String shown(Spread spread) {
    return spread.count() == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%s ms p50, %s p95, %s most",
            whole(spread.p50()),
            whole(spread.p95()),
            whole(spread.max()));
  }

  private static String whole(@Nullable Double value) {
    return value == null ? "-" : Long.toString(Math.round(value));
  }

  private void list(StringBuilder text, String what, Predicate<Verdict> which) {
    List<Verdict> found = verdicts.stream().filter(which).toList();
    if (!found.isEmpty()) {
      text.append(String.format("%n%s%n", what));
      found.forEach(one -> text.append("  ").append(one.greeting().name()).append('\n'));
    }
  }
}
