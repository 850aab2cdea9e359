package parley.server.eval.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import parley.dialogue.privacy.Masking;
import parley.server.eval.scenarios.Scenario.Expected;

/// What Parley said and did in one turn, to be compared with what was expected.
///
/// @param said in its order
/// @param facts single ones by the names of expectations
/// @param sent values that a service was asked with
/// @param tookMs until the reply; empty when that is not known
/// @param unseen actions that cannot be seen in this way of playing
record Played(
    List<String> said,
    List<String> cited,
    Set<String> actions,
    Map<String, String> facts,
    Map<String, String> sent,
    OptionalDouble tookMs,
    Set<String> unseen) {
  static final Set<String> ACTIONS =
      Set.of(
          "say",
          "listen",
          "wait",
          "hand-over",
          "callback",
          "cancel-callback",
          "move-callback",
          "ask-service",
          "ask-model",
          "slower",
          "faster",
          "change-language",
          "end");

  Played {
    said = List.copyOf(said);
    cited = List.copyOf(cited);
    actions = Set.copyOf(actions);
    facts = Map.copyOf(facts);
    sent = Map.copyOf(sent);
    unseen = Set.copyOf(unseen);
  }

  /// What does not hold, a sentence each.
  List<String> faults(Expected expected) {
    List<String> faults = new ArrayList<>();
    expected.texts().forEach((key, wanted) -> text(key, wanted, faults));
    words(expected, faults);
    actions(expected, faults);
    expected
        .sent()
        .forEach((name, value) ->
            check(
                value.equals(sent.get(name)),
                "sent " + name + ": expected " + value + ", was " + sent.get(name),
                faults));
    return faults;
  }

  private void words(Expected expected, List<String> faults) {
    String all = String.join(" ", said).toLowerCase(Locale.ROOT);
    for (String wanted : expected.list("contains")) {
      // A call's log keeps words without personal data in them, unless the site wants it otherwise.
      check(holds(all, wanted) || holds(all, Masking.mask(wanted)), "not said: " + wanted, faults);
    }
    for (String unwanted : expected.list("absent")) {
      check(!holds(all, unwanted), "said: " + unwanted, faults);
    }
    for (String wanted : expected.list("cites")) {
      check(cited.contains(wanted), "not cited: " + wanted + ", but " + cited, faults);
    }
  }

  private static boolean holds(String all, String words) {
    return all.contains(words.toLowerCase(Locale.ROOT));
  }

  private void actions(Expected expected, List<String> faults) {
    for (String wanted : expected.list("actions")) {
      check(
          actions.contains(wanted) || unseen.contains(wanted),
          "not done: " + wanted + ", but " + actions.stream().sorted().toList(),
          faults);
    }
    for (String unwanted : expected.list("not")) {
      check(!actions.contains(unwanted), "done: " + unwanted, faults);
    }
  }

  private void text(String key, String wanted, List<String> faults) {
    if (key.equals("within-ms")) {
      within(wanted, faults);
      return;
    }
    String real = facts.getOrDefault(key, "");
    check(real.equals(wanted), key + ": expected " + wanted + ", was " + real, faults);
  }

  private void within(String wanted, List<String> faults) {
    if (tookMs.isEmpty()) {
      faults.add("no reply was timed, expected one within " + wanted + " ms");
      return;
    }
    double ms = tookMs.getAsDouble();
    check(
        ms <= Double.parseDouble(wanted),
        String.format(Locale.ROOT, "took %.0f ms, more than %s", ms, wanted),
        faults);
  }

  private static void check(boolean holds, String fault, List<String> faults) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
