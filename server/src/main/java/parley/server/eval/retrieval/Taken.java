package parley.server.eval.retrieval;

import java.util.EnumMap;
import java.util.Map;

/// What a conversation makes of a question.
enum Taken {
  ANSWERED_RIGHT,
  ANSWERED_WRONG,
  /** "Do you mean ...?", and the right entry first. */
  ASKED_BACK_RIGHT,
  ASKED_BACK_WRONG,
  /** Taken for a command, such as the wish for a person. */
  STEERED,
  NOT_UNDERSTOOD;

  /// How often each was seen, as shares.
  static Map<Taken, Double> shares(Map<Taken, Integer> counts) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    Map<Taken, Double> shares = new EnumMap<>(Taken.class);
    for (Taken taken : values()) {
      shares.put(taken, all == 0 ? 0 : counts.getOrDefault(taken, 0) / all);
    }
    return shares;
  }

  /// @param understoodAs what the conversation notes of its turn
  /// @param wanted the entry that is meant; empty when none is
  static Taken of(String understoodAs, String wanted, boolean isEntry) {
    if (understoodAs.equals("not-understood") || understoodAs.equals("backchannel")) {
      return NOT_UNDERSTOOD;
    }
    if (understoodAs.endsWith("?")) {
      return understoodAs.equals(wanted + "?") ? ASKED_BACK_RIGHT : ASKED_BACK_WRONG;
    }
    if (!isEntry) {
      return STEERED;
    }
    return understoodAs.equals(wanted) ? ANSWERED_RIGHT : ANSWERED_WRONG;
  }
}
