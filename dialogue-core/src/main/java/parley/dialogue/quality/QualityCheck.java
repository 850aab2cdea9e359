package parley.dialogue.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.quality.QualityResult.Passed;
import parley.dialogue.quality.QualityResult.Reason;
import parley.dialogue.quality.QualityResult.Refused;

/// Decides whether a draft may be said or sent. Pure: the same draft gets the same result. A reply
/// of a few sentences takes about a millisecond; any thread.
///
/// Grounding is of facts, not of meaning: every number, amount, share, date, time, telephone
/// number, mail address, link and name of a person in the draft must be in a source, in digits or
/// in words. Which fact belongs to which is not checked.
public final class QualityCheck {

  /// Tells the language of a text, as an ISO 639-1 code; empty when unsure. Pure; any thread.
  @FunctionalInterface
  public interface LanguageOf {
    Optional<String> text(String text);
  }

  private final LanguageOf languages;

  public QualityCheck(LanguageOf languages) {
    this.languages = languages;
  }

  /// With the little that function words tell of the language.
  public static QualityCheck usual() {
    return new QualityCheck(FunctionWords::language);
  }

  public QualityResult check(Draft draft) {
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    if (draft.text().isBlank()) {
      faults.put(Fault.EMPTY, 1);
    }
    Set<Fact> facts = Fact.in(draft.text());
    Grounding grounding = Grounding.of(draft.sources());
    grounding.missing(facts).forEach(fact -> count(faults, fact.kind().fault(), 1));
    count(faults, Fault.UNGROUNDED_NAME, grounding.unknownNames(draft.text()));
    count(faults, Fault.OTHERS_DATA, OthersData.in(draft));
    Phrases.in(draft.text()).forEach((fault, times) -> count(faults, fault, times));
    Form.faults(draft).forEach(fault -> count(faults, fault, 1));
    if (otherLanguage(draft)) {
      count(faults, Fault.OTHER_LANGUAGE, 1);
    }
    return result(faults);
  }

  private static void count(Map<Fault, Integer> faults, Fault fault, int times) {
    if (times > 0) {
      faults.merge(fault, times, Integer::sum);
    }
  }

  private boolean otherLanguage(Draft draft) {
    return !draft.language().isEmpty()
        && languages
            .text(draft.text())
            .filter(found -> !found.equals(draft.language()))
            .isPresent();
  }

  private static QualityResult result(Map<Fault, Integer> faults) {
    if (faults.isEmpty()) {
      return new Passed();
    }
    List<Reason> reasons = new ArrayList<>();
    faults.forEach((fault, times) -> reasons.add(new Reason(fault, times)));
    return new Refused(reasons);
  }
}
