package parley.dialogue.drafting;

import java.time.LocalDate;
import java.util.List;
import parley.dialogue.drafting.Draft.Kind;
import parley.dialogue.exchange.Additions;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;

/// Drafts as the text of a file that a person looks through and then imports. It says of itself
/// that nobody has looked at it, and is not imported before that is changed. Pure.
public final class DraftFile {

  private DraftFile() {}

  /// @param command how the file is imported
  public static String of(List<Drafts> all, KnowledgeBase base, LocalDate day, String command) {
    StringBuilder text =
        new StringBuilder(
            """
            # Drafts of %s: other wordings and keywords for entries. Nothing here is in use. Strike what no caller would
            # say or what the answer does not answer, change what is nearly right, write `%s: true`, and then:
            #   %s
            %s: false
            entries:
            """
                .formatted(day, Additions.REVIEWED, command, Additions.REVIEWED));
    all.stream()
        .filter(drafts -> !drafts.kept().isEmpty())
        .forEach(drafts -> append(text, drafts, base));
    return text.toString();
  }

  private static void append(StringBuilder text, Drafts drafts, KnowledgeBase base) {
    text.append("  - id: ").append(drafts.entry()).append('\n');
    base.find(drafts.entry())
        .map(KnowledgeEntry::question)
        .ifPresent(question -> text.append("    # ").append(line(question)).append('\n'));
    append(text, Additions.ALSO, drafts.of(Kind.QUESTION));
    append(text, Additions.KEYWORDS, drafts.of(Kind.KEYWORD));
  }

  private static void append(StringBuilder text, String key, List<Draft> drafts) {
    if (!drafts.isEmpty()) {
      text.append("    ").append(key).append(":\n");
    }
    for (Draft draft : drafts) {
      // Words have no quotes in them; quoted, "no" stays a text.
      text.append("      - \"")
          .append(draft.text())
          .append("\" # ")
          .append(draft.origin().text())
          .append('\n');
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
