package parley.server.eval.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.privacy.Finding;
import parley.dialogue.privacy.PersonalKind;

/// Counts what was found, missed and masked for nothing. One thread.
final class PrivacyScores {

  /// @param expected data of this kind in the messages
  /// @param recalled of them, masked whole and as this kind
  /// @param found places masked as this kind
  /// @param right of them, on data of this kind
  record OfKind(int expected, int recalled, int found, int right) {
    double recall() {
      return expected == 0 ? 1 : (double) recalled / expected;
    }

    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    private OfKind plus(int expectedMore, int recalledMore, int foundMore, int rightMore) {
      return new OfKind(
          expected + expectedMore, recalled + recalledMore, found + foundMore, right + rightMore);
    }
  }

  private final Map<PersonalKind, OfKind> kinds = new EnumMap<>(PersonalKind.class);
  private final List<String> leaking = new ArrayList<>();
  private final List<String> falselyMasked = new ArrayList<>();
  private int messages;
  private int personal;
  private int falseMasks;

  void add(PrivacyCase message, List<Finding> found) {
    messages++;
    personal += message.expected().isEmpty() ? 0 : 1;
    BitSet masked = new BitSet();
    found.forEach(finding -> masked.set(finding.from(), finding.to()));
    boolean leaks = false;
    for (Finding expected : message.expected()) {
      leaks |= masked.nextClearBit(expected.from()) < expected.to();
      boolean recalled = found.stream().anyMatch(finding -> holds(finding, expected));
      kinds.merge(expected.kind(), new OfKind(1, recalled ? 1 : 0, 0, 0), PrivacyScores::sum);
    }
    if (leaks) {
      leaking.add(message.text());
    }
    found.forEach(finding -> masked(message, finding));
  }

  private void masked(PrivacyCase message, Finding finding) {
    List<Finding> under = message.expected().stream().filter(e -> overlap(e, finding)).toList();
    boolean right = under.stream().anyMatch(expected -> expected.kind() == finding.kind());
    kinds.merge(finding.kind(), new OfKind(0, 0, 1, right ? 1 : 0), PrivacyScores::sum);
    if (under.isEmpty()) {
      falseMasks++;
      falselyMasked.add(message.text());
    }
  }

  private static OfKind sum(OfKind left, OfKind right) {
    return left.plus(right.expected, right.recalled, right.found, right.right);
  }

  private static boolean holds(Finding finding, Finding expected) {
    return finding.kind() == expected.kind()
        && finding.from() <= expected.from()
        && finding.to() >= expected.to();
  }

  private static boolean overlap(Finding left, Finding right) {
    return left.from() < right.to() && right.from() < left.to();
  }

  OfKind of(PersonalKind kind) {
    return kinds.getOrDefault(kind, new OfKind(0, 0, 0, 0));
  }

  OfKind all() {
    return kinds.values().stream().reduce(new OfKind(0, 0, 0, 0), PrivacyScores::sum);
  }

  int messages() {
    return messages;
  }

  /// Messages with personal data in them.
  int personal() {
    return personal;
  }

  /// Of all messages, the share in which a part of personal data is left.
  double leakRate() {
    return messages == 0 ? 0 : (double) leaking.size() / messages;
  }

  /// Places masked where nothing is personal.
  int falseMasks() {
    return falseMasks;
  }

  List<String> leaking() {
    return List.copyOf(leaking);
  }

  List<String> falselyMasked() {
    return List.copyOf(falselyMasked);
  }
}
