package parley.dialogue.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.quality.Draft;
import parley.dialogue.quality.QualityCheck;
import parley.dialogue.quality.QualityResult;
import parley.dialogue.quality.Source;
import parley.dialogue.quality.Source.Origin;

/// Holds every sentence of an answer to the check of all replies: what it states must stand in the
/// sources or in the conversation so far. Pure; any thread.
public final class QualityDraftCheck implements DraftCheck {
  private final QualityCheck check;

  public QualityDraftCheck(QualityCheck check) {
    this.check = check;
  }

  /// @return the first fault's name, such as `ungrounded-number`
  @Override
  public Optional<String> objection(Sentence sentence, List<Sentence> before, Inquiry inquiry) {
    // With what was said before: the length allowed is that of the whole answer.
    String text =
        Stream.concat(before.stream(), Stream.of(sentence))
            .map(part -> part.words().text())
            .collect(Collectors.joining(" "));
    Draft draft = new Draft(text, inquiry.channel(), sources(inquiry), inquiry.language());
    return switch (check.check(draft)) {
      case QualityResult.Passed _ -> Optional.empty();
      case QualityResult.Refused(List<QualityResult.Reason> reasons) ->
          Optional.of(reasons.getFirst().fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    };
  }

  private static List<Source> sources(Inquiry inquiry) {
    List<Source> sources = new ArrayList<>(inquiry.sources());
    inquiry
        .turns()
        .forEach(turn ->
            sources.add(
                new Source(
                    turn.who() == Turn.Who.CUSTOMER ? Origin.CUSTOMER : Origin.REPLIED,
                    turn.words().text())));
    if (!inquiry.earlier().isEmpty()) {
      sources.add(new Source(Origin.PROFILE, inquiry.earlier()));
    }
    return sources;
  }
}
