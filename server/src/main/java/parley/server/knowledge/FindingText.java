package parley.server.knowledge;

import java.util.List;
import java.util.Locale;
import parley.dialogue.consistency.Finding;

/// What a check of the knowledge found, for people.
final class FindingText {

  private FindingText() {}

  static String of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return String.format("No duplicates and no contradictions were found.%n");
    }
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(of(finding)));
    return text.append(String.format("%d places to look at%n", findings.size())).toString();
  }

  private static String of(Finding finding) {
    return switch (finding) {
      case Finding.Duplicate(var one, var other, var wording, var otherWording, var likeness) ->
          String.format(
              Locale.ROOT,
              "Asked for in nearly the same words (%.2f): %s and %s%n  %s: %s%n  %s: %s%n",
              likeness,
              one.id(),
              other.id(),
              one.place(),
              wording,
              other.place(),
              otherWording);
      case Finding.Contradiction(var one, var other, var sentence, var otherSentence, var about) ->
          String.format(
              "May contradict each other (%s): %s and %s%n  %s: %s%n  %s: %s%n",
              about, one.id(), other.id(), one.place(), sentence, other.place(), otherSentence);
    };
  }
}
