package parley.server.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.drafting.Draft;
import parley.dialogue.drafting.Draft.Kind;
import parley.dialogue.drafting.Draft.Origin;
import parley.dialogue.drafting.Drafts;

/// What became of drafts, for people. Quotes nobody.
final class DraftsText {

  private DraftsText() {}

  static String of(List<Drafts> all, Path file) {
    StringBuilder text = new StringBuilder();
    all.forEach(drafts -> append(text, drafts));
    long questions = all.stream().mapToLong(drafts -> drafts.of(Kind.QUESTION).size()).sum();
    long words = all.stream().mapToLong(drafts -> drafts.of(Kind.KEYWORD).size()).sum();
    return text.append(
            String.format(
                "%d questions and %d keywords for %d entries are in %s. None is in use: look them"
                    + " through, write `reviewed: true` there, then ./parley knowledge import %s%n",
                questions, words, all.size(), file, file))
        .toString();
  }

  private static void append(StringBuilder text, Drafts drafts) {
    text.append(
        String.format(
            "%s: %d questions, %d keywords%s%n",
            drafts.entry(),
            drafts.of(Kind.QUESTION).size(),
            drafts.of(Kind.KEYWORD).size(),
            origins(drafts)));
    drafts.notes().forEach(note -> text.append(String.format("  %s%n", note)));
    drafts
        .dropped()
        .forEach((why, times) -> text.append(String.format("  left out, %s: %d%n", why, times)));
  }

  private static String origins(Drafts drafts) {
    String origins =
        Stream.of(Origin.values())
            .filter(origin -> count(drafts, origin) > 0)
            .map(origin -> count(drafts, origin) + " " + origin.text())
            .collect(Collectors.joining(", "));
    return origins.isEmpty() ? "" : " (" + origins + ")";
  }

  private static long count(Drafts drafts, Origin origin) {
    return drafts.kept().stream().map(Draft::origin).filter(origin::equals).count();
  }
}
