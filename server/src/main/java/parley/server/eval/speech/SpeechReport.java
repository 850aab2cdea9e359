package parley.server.eval.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import parley.server.eval.EvalPart;
import parley.server.eval.speech.Scores.Missed;
import parley.server.eval.speech.Scores.Score;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `eval speech` prints.
record SpeechReport(
    Scores scores, Hearing.Measured measured, Conditions conditions, Machine machine)
    implements EvalPart.Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SPEAKERS_SHOWN = 10;
  private static final int WORDS_SHOWN = 15;

  /** Of what happens inside another process. */
  private static final String UNSEEN = "-";

  /// What was heard under.
  ///
  /// @param model empty: that of the running Parley
  record Conditions(String grammar, String channel, Optional<String> model) {}

  @Override
  public String json() {
    Score all = scores.all();
    Spread finals = Spread.of(measured.finalMs());
    ObjectNode report = JSON.createObjectNode();
    report
        .put("utterances", all.utterances())
        .put("words", all.errors().words())
        .put("word_error_rate", all.errors().rate())
        .put("substitutions", all.errors().substitutions())
        .put("deletions", all.errors().deletions())
        .put("insertions", all.errors().insertions())
        .put("sentence_error_rate", all.sentenceErrorRate())
        .put("real_time_factor", measured.realTimeFactor().orElse(null));
    report.putObject("final_ms").put("p50", finals.p50()).put("p95", finals.p95());
    measured
        .partials()
        .ifPresentOrElse(
            counts ->
                report
                    .putObject("partials")
                    .put("updates", counts.updates())
                    .put("changed_share", counts.changedShare())
                    .put("taken_back_per_100_words", counts.takenBackPer100Words()),
            () -> report.putNull("partials"));
    ArrayNode speakers = report.putArray("speakers");
    scores.speakers().forEach(speaker -> add(speakers.addObject(), speaker));
    ArrayNode missed = report.putArray("worst_words");
    scores.missed().stream().limit(WORDS_SHOWN).forEach(word -> add(missed.addObject(), word));
    report
        .put("grammar", conditions.grammar())
        .put("channel", conditions.channel())
        .put("model", conditions.model().orElse(null))
        .put("over_sip", conditions.model().isEmpty())
        .put("sample_rate_hz", 8_000);
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  private static void add(ObjectNode node, Score speaker) {
    node.put("speaker", speaker.speaker())
        .put("utterances", speaker.utterances())
        .put("words", speaker.errors().words())
        .put("word_error_rate", speaker.errors().rate())
        .put("sentence_error_rate", speaker.sentenceErrorRate());
  }

  private static void add(ObjectNode node, Missed word) {
    node.put("word", word.word())
        .put("said", word.said())
        .put("missed", word.missed())
        .put("heard_instead", word.instead().isEmpty() ? null : word.instead())
        .put("heard_instead_times", word.insteadTimes());
  }

  @Override
  public String table() {
    Score all = scores.all();
    Spread finals = Spread.of(measured.finalMs());
    String figures =
        String.format(
            Locale.ROOT,
            """
            utterances            %d
            words                 %d
            words wrong           %.1f %% (%d replaced, %d left out, %d put in)
            utterances wrong      %.1f %%
            real-time factor      %s
            final words, ms       %.0f p50, %.0f p95
            partial words         %s
            grammar               %s
            channel               %s
            model                 %s at 8 kHz
            machine               %d x %s, load average before %.2f
            """,
            all.utterances(),
            all.errors().words(),
            100 * all.errors().rate(),
            all.errors().substitutions(),
            all.errors().deletions(),
            all.errors().insertions(),
            100 * all.sentenceErrorRate(),
            measured.realTimeFactor().map(SpeechReport::factor).orElse(UNSEEN),
            finals.p50(),
            finals.p95(),
            measured.partials().map(SpeechReport::takenBack).orElse(UNSEEN),
            conditions.grammar(),
            conditions.channel(),
            conditions.model().orElse("the running Parley's"),
            machine.cores(),
            machine.processor(),
            machine.loadAverage());
    return figures + speakersTable() + wordsTable();
  }

  private static String factor(double realTimeFactor) {
    return String.format(Locale.ROOT, "%.3f", realTimeFactor);
  }

  private static String takenBack(PartialWords.Counts counts) {
    return String.format(
        Locale.ROOT,
        "%.1f taken back per 100 words, in %.1f %% of %d updates",
        counts.takenBackPer100Words(),
        100 * counts.changedShare(),
        counts.updates());
  }

  private String speakersTable() {
    StringBuilder text = new StringBuilder();
    for (Score speaker : scores.speakers().stream().limit(SPEAKERS_SHOWN).toList()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-18s  %5.1f %% of %d words, %d utterances%n",
              speaker.speaker(),
              100 * speaker.errors().rate(),
              speaker.errors().words(),
              speaker.utterances()));
    }
    return text.isEmpty() ? "" : String.format("%nwords wrong by speaker, worst first%n") + text;
  }

  private String wordsTable() {
    StringBuilder text = new StringBuilder();
    for (Missed word : scores.missed().stream().limit(WORDS_SHOWN).toList()) {
      String instead =
          word.instead().isEmpty()
              ? ""
              : String.format(Locale.ROOT, "%s (%d)", word.instead(), word.insteadTimes());
      String row =
          String.format(
              Locale.ROOT,
              "  %-18s  %5d  %6d  %s",
              word.word(),
              word.said(),
              word.missed(),
              instead);
      text.append(row.stripTrailing()).append(System.lineSeparator());
    }
    return text.isEmpty()
        ? ""
        : String.format("%n%-20s  %5s  %6s  %s%n", "worst words", "said", "missed", "heard instead")
            + text;
  }
}
