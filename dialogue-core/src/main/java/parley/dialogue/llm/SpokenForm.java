package parley.dialogue.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.call.Spoken;

/// A piece of a model's answer as it can be said: citations taken out and listed, marks of layout
/// dropped. Pure.
final class SpokenForm {

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:#/-]{0,79}";
  private static final Pattern CITATION =
      Pattern.compile("\\s*\\[(?:id[:=] ?)?(" + ID + "(?:\\s*[,;]\\s*" + ID + ")*)\\]");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]{1,200})\\]\\([^)\\s]{1,500}\\)");
  private static final Pattern LAYOUT =
      Pattern.compile(
          "\\*\\*|__|`+|^\\s*#{1,6}\\s+|^\\s*[-*•]\\s+|(?<=\\s)\\*(?=\\S)|(?<=\\S)\\*(?=\\s|$)");

  private SpokenForm() {}

  /// The sentence; nothing when there is neither a word nor a citation in it.
  static Optional<Sentence> of(String raw) {
    List<String> citations = new ArrayList<>();
    Matcher found = CITATION.matcher(LINK.matcher(raw).replaceAll("$1"));
    String words =
        found.replaceAll(match -> {
          citations.addAll(List.of(match.group(1).split("\\s*[,;]\\s*")));
          return "";
        });
    words = LAYOUT.matcher(words).replaceAll("").replaceAll("\\s+", " ").strip();
    boolean says = words.codePoints().anyMatch(Character::isLetterOrDigit);
    return says || !citations.isEmpty()
        ? Optional.of(new Sentence(new Spoken(says ? words : ""), citations))
        : Optional.empty();
  }
}
