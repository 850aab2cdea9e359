package parley.server.eval.scenarios;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.ConversationAction;

/// Gathers what a conversation did in one turn. Thread: one.
final class TurnInWords {
  private final List<String> said = new ArrayList<>();
  private final List<String> cited = new ArrayList<>();
  private final Set<String> actions = new HashSet<>();
  private final Map<String, String> facts = new HashMap<>();
  private final Map<String, String> sent = new HashMap<>();
  private long nanos;

  void took(long more) {
    nanos += more;
  }

  void add(List<ConversationAction> done) {
    done.forEach(this::add);
  }

  Played played() {
    return new Played(said, cited, actions, facts, sent, OptionalDouble.of(nanos / 1e6), Set.of());
  }

  /// "2026-03-03 16:00-17:00" on the clock of who is called; with the day of the end where it is
  /// another one.
  private static String shown(CallbackWindow window) {
    LocalDateTime from = LocalDateTime.ofInstant(window.from(), window.zone());
    LocalDateTime until = LocalDateTime.ofInstant(window.until(), window.zone());
    boolean oneDay = from.toLocalDate().equals(until.toLocalDate());
    return from.toLocalDate()
        + " "
        + from.toLocalTime()
        + "-"
        + (oneDay ? until.toLocalTime() : until.toLocalDate() + " " + until.toLocalTime());
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
      case ConversationAction.PromiseCallback(var number, _, var window, _, _) -> {
        actions.add("callback");
        facts.put("number", number.value());
        facts.put("window", window.map(TurnInWords::shown).orElse("soon"));
      }
      case ConversationAction.CancelCallback _ -> actions.add("cancel-callback");
      case ConversationAction.NeverCall _ -> actions.add("never-call");
      case ConversationAction.MoveCallback(_, var window) -> {
        actions.add("move-callback");
        facts.put("window", shown(window));
      }
      case ConversationAction.CallService(_, var request) -> {
        actions.add("ask-service");
        request.values().forEach((name, value) -> sent.put(name, value.text()));
      }
      case ConversationAction.AskModel _ -> actions.add("ask-model");
      case ConversationAction.LeaveModel _, ConversationAction.Identified _ -> {}
      case ConversationAction.Pace(boolean slow) -> actions.add(slow ? "slower" : "faster");
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
}
