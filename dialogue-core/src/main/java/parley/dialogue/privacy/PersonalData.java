package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds personal data in a text that was said (lower case, numbers in words, no punctuation) or
/// written, in English and in the usual forms of some other languages. Rules only: no model, no
/// clock; a message takes about a millisecond. Pure; any thread.
///
/// Where two finders claim the same characters, the surer one has them: an address with "@" before
/// an IBAN, a card before a name.
public final class PersonalData {

  private PersonalData() {}

  /// What was found, in the order of the text; no two overlap.
  public static List<Finding> find(String text) {
    List<Token> tokens = Token.of(text);
    List<Finding> found = new ArrayList<>();
    BitSet taken = new BitSet(text.length());
    claim(MailFinder.find(text, tokens), found, taken);
    List<Finding> spelled = SpelledFinder.find(tokens);
    claim(of(spelled, PersonalKind.IBAN), found, taken);
    DateFinder.Dates dates = DateFinder.find(text, tokens);
    claim(dates.births(), found, taken);
    claim(AddressFinder.find(text), found, taken);
    BitSet noNumber = (BitSet) taken.clone();
    dates.kept().forEach(date -> noNumber.set(date.from(), date.to()));
    List<Finding> numbers = NumberFinder.find(tokens, noNumber);
    List<Finding> references =
        of(spelled, PersonalKind.NUMBER).stream()
            .filter(reference -> !noNumber.get(reference.from()))
            .toList();
    claim(withLetters(numbers, references), found, taken);
    claim(NameFinder.find(text, tokens), found, taken);
    return found.stream().sorted(Finding.IN_ORDER).toList();
  }

  /// The numbers, those that are a part of a reference with letters replaced by the whole of it.
  private static List<Finding> withLetters(List<Finding> numbers, List<Finding> references) {
    List<Finding> all = new ArrayList<>(numbers);
    for (Finding reference : references) {
      List<Finding> parts = all.stream().filter(reference::overlaps).toList();
      if (parts.stream().allMatch(part -> part.kind() == PersonalKind.NUMBER)) {
        int from = parts.stream().mapToInt(Finding::from).min().orElse(reference.from());
        int to = parts.stream().mapToInt(Finding::to).max().orElse(reference.to());
        all.removeAll(parts);
        all.add(
            new Finding(
                PersonalKind.NUMBER,
                Math.min(from, reference.from()),
                Math.max(to, reference.to())));
      }
    }
    return all;
  }

  private static List<Finding> of(List<Finding> findings, PersonalKind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }

  private static void claim(List<Finding> claimed, List<Finding> found, BitSet taken) {
    for (Finding finding : claimed) {
      int first = taken.nextSetBit(finding.from());
      if (first < 0 || first >= finding.to()) {
        found.add(finding);
        taken.set(finding.from(), finding.to());
      }
    }
  }
}
