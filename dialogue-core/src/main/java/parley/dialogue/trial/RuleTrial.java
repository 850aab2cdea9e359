package parley.dialogue.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import parley.dialogue.escalation.Explanation;
import parley.dialogue.escalation.Facts;
import parley.dialogue.escalation.Rules;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;

/// Runs rules over stored conversations and says which would fire where, and why. Nothing is said,
/// handed over or written: it reads, and computes. Pure; any thread.
///
/// What the log does not hold is not there for the rules either: a customer's tier. Whether a
/// silence passed is told from the pause before Parley spoke again.
public final class RuleTrial {

  private final Rules rules;
  private final KnowledgeBase knowledge;
  private final Function<String, TrialTools> tools;

  /// @param tools by the conversation's language
  public RuleTrial(Rules rules, KnowledgeBase knowledge, Function<String, TrialTools> tools) {
    this.rules = rules;
    this.knowledge = knowledge;
    this.tools = tools;
  }

  /// In the order of the turns. The first would bring in a person; the others are told as if the
  /// conversation had gone on as it did. Each rule fires once.
  public List<Fired> over(CallDetail detail) {
    TrialTools reading = tools.apply(detail.language());
    StoredFacts facts = new StoredFacts(reading, knowledge, detail);
    Set<String> fired = new HashSet<>();
    List<Fired> all = new ArrayList<>();
    TurnTaken before = null;
    for (TurnTaken turn : detail.turns()) {
      if (turn.speaker() == Speaker.CALLER && beforeEnd(turn)) {
        look(turn, facts.said(turn), fired, all);
      } else if (before != null && silence(before, turn, reading)) {
        look(turn, facts.silent(), fired, all);
      }
      before = turn;
    }
    return all;
  }

  /// Words that nobody looked at then are not looked at now.
  private static boolean beforeEnd(TurnTaken turn) {
    String key = turn.understoodAs();
    return !key.equals("while-handing-over") && !key.equals("after-goodbye");
  }

  private static boolean silence(TurnTaken before, TurnTaken turn, TrialTools reading) {
    return before.speaker() == Speaker.PARLEY
        && turn.speaker() == Speaker.PARLEY
        && turn.startMs() - before.endMs() >= reading.silence().toMillis();
  }

  private void look(TurnTaken turn, Facts facts, Set<String> fired, List<Fired> all) {
    rules
        .first(facts, fired)
        .ifPresent(rule -> {
          fired.add(rule.id());
          all.add(
              new Fired(
                  turn.number(),
                  turn.startMs(),
                  rule,
                  Explanation.of(rule.condition(), facts),
                  turn.rule()));
        });
  }
}
