package parley.server.eval.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry.Audited;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.server.call.FollowedCall.Stretch;

/// What Parley said and did in one turn of a call, as the call log has it. Thread: one.
final class TurnByVoice {

  /// A log does not hold what Parley waited and listened for, and in which language it went on.
  private static final Set<String> UNSEEN =
      Set.of("listen", "wait", "slower", "faster", "change-language");

  private final List<String> said = new ArrayList<>();
  private final List<String> cited = new ArrayList<>();
  private final Set<String> actions = new HashSet<>();
  private final Map<String, String> facts = new HashMap<>();

  private TurnByVoice() {}

  /// @param outcome the call's, for the turn in which it ended; else empty
  static Played of(Stretch stretch, Optional<Outcome> outcome) {
    TurnByVoice turn = new TurnByVoice();
    stretch.log().turns().forEach(turn::taken);
    stretch
        .log()
        .transfers()
        .forEach(tried -> {
          turn.actions.add("hand-over");
          turn.facts.put("queue", tried.queue());
        });
    stretch
        .log()
        .callbacks()
        .forEach(promise -> {
          turn.actions.add("callback");
          turn.facts.put("number", promise.number().value());
        });
    stretch.log().audit().forEach(turn::audited);
    outcome.filter(ended -> ended != Outcome.CALLER_HUNG_UP).ifPresent(turn::ended);
    return new Played(
        turn.said, turn.cited, turn.actions, turn.facts, Map.of(), waitedMs(stretch), UNSEEN);
  }

  private static OptionalDouble waitedMs(Stretch stretch) {
    return stretch.waitedNanos().isPresent()
        ? OptionalDouble.of(stretch.waitedNanos().getAsLong() / 1e6)
        : OptionalDouble.empty();
  }

  private void taken(TurnTaken turn) {
    if (turn.speaker() == Speaker.CALLER) {
      facts.putIfAbsent("understood", turn.understoodAs());
      facts.putIfAbsent("rule", turn.rule());
    } else if (turn.speaker() == Speaker.PARLEY) {
      actions.add("say");
      said.add(turn.words().text());
      cited.addAll(turn.citations());
    }
  }

  private void audited(Audited entry) {
    switch (entry.what()) {
      case "transfer-ended" -> {
        actions.add("hand-over");
        facts.put("queue", entry.details().getOrDefault("queue", ""));
        facts.put("priority", entry.details().getOrDefault("priority", ""));
        facts.put("language", entry.details().getOrDefault("language", ""));
      }
      case "service-asked" -> actions.add("ask-service");
      case "model-asked" -> actions.add("ask-model");
      default -> {} // other entries are no actions of the conversation
    }
  }

  private void ended(Outcome outcome) {
    actions.add("end");
    facts.put("outcome", outcome.name());
  }
}
