package parley.server.eval.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.dialogue.conversation.ConversationAction;
import parley.server.eval.scenarios.Scenario.Expected;

/// What Parley said and did in one turn, compared with what was expected. Thread: one.
final class Played {
  static final Set<String> ACTIONS =
      Set.of(
          "say",
          "listen",
          "wait",
          "hand-over",
          "callback",
          "ask-service",
          "ask-model",
          "change-language",
          "end");

  private final List<String> said = new ArrayList<>();
  private final List<String> cited = new ArrayList<>();
  private final Set<String> actions = new TreeSet<>();
  private final Map<String, String> facts = new HashMap<>();
  private final Map<String, String> sent = new HashMap<>();
  private long nanos;

  void took(long more) {
    nanos += more;
  }

  void add(List<ConversationAction> done) {
    done.forEach(this::add);
  }

  private void add(ConversationAction action) {
    switch (action) {
      case ConversationAction.Say say -> {
        actions.add("say");
        said.add(say.words().text());
        cited.addAll(say.citations());
      }
      case ConversationAction.Listen _ -> actions.add("listen");
      case ConversationAction.Wait _ -> actions.add("wait");
      case ConversationAction.HandOver(var request) -> {
        actions.add("hand-over");
        facts.put("queue", request.queue());
        facts.put("priority", request.priority().name());
        facts.put("language", request.language());
      }
      case ConversationAction.PromiseCallback(var number, _) -> {
        actions.add("callback");
        facts.put("number", number.value());
      }
      case ConversationAction.CallService(_, var request) -> {
        actions.add("ask-service");
        request.values().forEach((name, value) -> sent.put(name, value.text()));
      }
      case ConversationAction.AskModel _ -> actions.add("ask-model");
      case ConversationAction.LeaveModel _ -> {}
      case ConversationAction.Note note -> {
        facts.putIfAbsent("understood", note.understoodAs());
        facts.putIfAbsent("rule", note.rule());
      }
      case ConversationAction.ChangeLanguage(String code, _) -> {
        actions.add("change-language");
        facts.put("language", code);
      }
      case ConversationAction.End(var outcome) -> {
        actions.add("end");
        facts.put("outcome", outcome.name());
      }
    }
  }

  /// What does not hold, a sentence each.
  List<String> faults(Expected expected) {
    List<String> faults = new ArrayList<>();
    expected.texts().forEach((key, wanted) -> text(key, wanted, faults));
    String all = String.join(" ", said).toLowerCase(Locale.ROOT);
    for (String wanted : expected.list("contains")) {
      check(all.contains(wanted.toLowerCase(Locale.ROOT)), "not said: " + wanted, faults);
    }
    for (String unwanted : expected.list("absent")) {
      check(!all.contains(unwanted.toLowerCase(Locale.ROOT)), "said: " + unwanted, faults);
    }
    for (String wanted : expected.list("cites")) {
      check(cited.contains(wanted), "not cited: " + wanted + ", but " + cited, faults);
    }
    for (String wanted : expected.list("actions")) {
      check(actions.contains(wanted), "not done: " + wanted + ", but " + actions, faults);
    }
    for (String unwanted : expected.list("not")) {
      check(!actions.contains(unwanted), "done: " + unwanted, faults);
    }
    expected
        .sent()
        .forEach((name, value) ->
            check(
                value.equals(sent.get(name)),
                "sent " + name + ": expected " + value + ", was " + sent.get(name),
                faults));
    return faults;
  }

  private void text(String key, String wanted, List<String> faults) {
    if (key.equals("within-ms")) {
      double ms = nanos / 1e6;
      check(
          ms <= Double.parseDouble(wanted),
          String.format(Locale.ROOT, "took %.0f ms, more than %s", ms, wanted),
          faults);
      return;
    }
    String real = facts.getOrDefault(key, "");
    check(real.equals(wanted), key + ": expected " + wanted + ", was " + real, faults);
  }

  private static void check(boolean holds, String fault, List<String> faults) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
