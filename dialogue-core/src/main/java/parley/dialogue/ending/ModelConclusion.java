package parley.dialogue.ending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.llm.Turn;
import parley.dialogue.privacy.Masking;
import parley.dialogue.quality.Channel;
import parley.dialogue.quality.Draft;
import parley.dialogue.quality.QualityCheck;
import parley.dialogue.quality.QualityResult;
import parley.dialogue.quality.Source;

/// Reads what a language model wrote as a conclusion, and checks it: its form, its claims against
/// the log, its texts by the check of all replies. Pure, but for the ids of follow-ups; any thread.
final class ModelConclusion {

  /// What the model may say that the log cannot tell by itself.
  private static final Set<Disposition> MATTER_OF_OPINION =
      EnumSet.of(
          Disposition.ANSWERED,
          Disposition.NOT_ANSWERED,
          Disposition.ABANDONED,
          Disposition.NOTHING_ASKED);

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final int MOST_WORDS = 90;
  private static final int MOST_TASKS = 3;

  /// A conclusion, or why there is none; the reason quotes nobody.
  sealed interface Result {}

  record Usable(Conclusion conclusion) implements Result {}

  record Unusable(String why) implements Result {}

  private final FollowUps followUps;
  private final QualityCheck check = QualityCheck.usual();

  ModelConclusion(FollowUps followUps) {
    this.followUps = followUps;
  }

  static Set<Disposition> allowed(Disposition own) {
    return MATTER_OF_OPINION.contains(own) ? MATTER_OF_OPINION : EnumSet.of(own);
  }

  Result read(String text, Course course, Conclusion own, List<Turn> turns) {
    JsonNode note = parse(text);
    if (!note.path("summary").isTextual() || !note.path("resolved").isBoolean()) {
      return new Unusable("not the JSON that was asked for");
    }
    String named = note.path("disposition").asText("");
    Disposition disposition =
        allowed(own.disposition()).stream()
            .filter(known -> known.name().equals(named))
            .findFirst()
            .orElse(null);
    if (disposition == null) {
      return new Unusable("a disposition that the log does not allow");
    }
    boolean resolved = note.path("resolved").asBoolean();
    List<String> tasks = tasks(note.path("follow_ups"));
    if (resolved != disposition.resolved() || (resolved && !tasks.isEmpty())) {
      return new Unusable("it contradicts itself about what is left to be done");
    }
    Spoken summary = masked(note.path("summary").asText());
    String objection = objection(summary, tasks, course, turns);
    return objection.isEmpty()
        ? new Usable(
            new Conclusion(
                disposition,
                resolved,
                own.topic(),
                summary,
                Conclusion.Author.LANGUAGE_MODEL,
                followUps(course, own, resolved, tasks)))
        : new Unusable(objection);
  }

  private static JsonNode parse(String text) {
    String plain = text.strip();
    if (plain.startsWith("```")) {
      plain = plain.replaceFirst("^```[a-z]*\\s*", "").replaceFirst("\\s*```$", "");
    }
    try {
      return JSON.readValue(plain);
    } catch (JsonProcessingException noJson) {
      // Its message quotes the model, so it goes no further.
      return MissingNode.getInstance();
    }
  }

  private static List<String> tasks(JsonNode list) {
    List<String> tasks = new ArrayList<>();
    list.forEach(task -> {
      if (task.isTextual() && !task.asText().isBlank() && tasks.size() < MOST_TASKS) {
        tasks.add(Masking.mask(task.asText()));
      }
    });
    return tasks;
  }

  /// The first thing wrong with the texts; empty when they are fit to be kept.
  private String objection(Spoken summary, List<String> tasks, Course course, List<Turn> turns) {
    if (summary.wordCount() > MOST_WORDS) {
      return "too long";
    }
    List<Source> sources = sources(turns);
    return Stream.concat(Stream.of(summary.text()), tasks.stream())
        .map(text ->
            check.check(new Draft(text, Channel.EMAIL, sources, course.detail().language())))
        .filter(QualityResult.Refused.class::isInstance)
        .map(refused -> ((QualityResult.Refused) refused).summary())
        .findFirst()
        .orElse("");
  }

  /// Both as it was said and as the model saw it.
  private static List<Source> sources(List<Turn> turns) {
    List<Source> sources = new ArrayList<>();
    sources.add(new Source(Source.Origin.KNOWLEDGE, "Parley The Customer Colleagues"));
    for (Turn turn : turns) {
      Source.Origin origin =
          turn.who() == Turn.Who.CUSTOMER ? Source.Origin.CUSTOMER : Source.Origin.REPLIED;
      sources.add(new Source(origin, turn.words().text()));
      sources.add(new Source(origin, Masking.mask(turn.words().text())));
    }
    return sources;
  }

  private List<FollowUp> followUps(
      Course course, Conclusion own, boolean resolved, List<String> tasks) {
    List<FollowUp> all = new ArrayList<>(followUps.certain(course));
    if (!tasks.isEmpty()) {
      tasks.forEach(task -> all.add(followUps.answer(course, task)));
    } else if (!resolved) {
      own.followUps().stream()
          .filter(open -> open.kind() == FollowUp.Kind.ANSWER)
          .forEach(all::add);
    }
    return all;
  }

  private static Spoken masked(String text) {
    return new Spoken(Masking.mask(text));
  }
}
