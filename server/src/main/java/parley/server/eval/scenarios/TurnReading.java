package parley.server.eval.scenarios;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverResult;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;
import parley.dialogue.files.Problems;
import parley.dialogue.services.ServiceResult;
import parley.server.eval.scenarios.Scenario.Turn;
import parley.speech.audio.WavException;
import parley.speech.audio.WavReader;

/// Reads one turn of a scenario.
final class TurnReading {
  /// A turn is a sentence or two; calls take no longer one.
  private static final int LONGEST_SECONDS = 60;

  private static final List<String> DOES =
      List.of("says", "plays", "mumbles", "noise", "presses", "silent", "hand-over", "heard");
  private static final Set<String> KEYS =
      Stream.concat(DOES.stream(), Stream.of("expect", "service"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> HAND_OVERS =
      Stream.of(HandOverResult.values()).map(Enum::name).collect(Collectors.toSet());

  private final Problems problems;
  private final String file;
  private final Path folder;

  /// @param file as messages name it
  /// @param folder where it is
  TurnReading(Problems problems, String file, Path folder) {
    this.problems = problems;
    this.file = file;
    this.folder = folder;
  }

  Turn turn(Fields fields) {
    fields.allowOnly(KEYS);
    List<String> done = DOES.stream().filter(fields::has).toList();
    if (done.size() != 1) {
      fields.problem(
          fields.line(),
          "The turn does " + (done.isEmpty() ? "nothing" : String.join(" and ", done)) + ".",
          "Expected one of " + String.join(", ", DOES) + ".");
    }
    String does = done.isEmpty() ? "noise" : done.getFirst();
    return new Turn(
        fields.line(),
        does + " " + fields.optionalText(does).orElse(""),
        deed(fields, does),
        services(fields),
        ExpectedReading.expected(fields));
  }

  private Deed deed(Fields fields, String does) {
    String text = fields.text(does);
    return switch (does) {
      case "says" -> new Deed.Says(text);
      case "plays" -> plays(fields, text);
      case "mumbles" -> new Deed.Mumbles(text);
      case "presses" -> presses(fields, text);
      case "silent" -> new Deed.Silent(fields.number("silent", 1, 10));
      case "hand-over" -> handOver(fields, text);
      case "heard" -> new Deed.HearsPrompt();
      default -> new Deed.Noise();
    };
  }

  /// The file is looked into now, so that a call need not be placed to find that it is none.
  private Deed plays(Fields fields, String name) {
    Path file = folder.resolve(name).normalize();
    if (!name.isEmpty()) {
      try (WavReader reader = WavReader.open(file)) {
        if (reader.length() == 0
            || reader.length() > LONGEST_SECONDS * (long) reader.sampleRateHz()) {
          fields.problem(
              fields.line("plays"),
              "`plays` names "
                  + file
                  + ", which holds "
                  + (reader.length() == 0 ? "no sound." : "more than " + LONGEST_SECONDS + " s."),
              "Expected a WAV file with what a caller says in one turn.");
        }
      } catch (WavException e) {
        fields.problem(
            fields.line("plays"),
            "`plays`: " + e.getMessage() + ".",
            "The path starts at the scenario file's folder.");
      }
    }
    return new Deed.Plays(file);
  }

  private static Deed presses(Fields fields, String keys) {
    if (!keys.matches("[0-9*#]+")) {
      fields.problem(
          fields.line("presses"),
          "`presses` is `" + keys + "`.",
          "Expected keys: 0 to 9, * and #.");
    }
    return new Deed.Presses(keys);
  }

  private static Deed handOver(Fields fields, String result) {
    if (!HAND_OVERS.contains(result)) {
      fields.problem(
          fields.line("hand-over"),
          "`hand-over` is `" + result + "`.",
          "Expected " + Fields.near(result, HAND_OVERS));
      return new Deed.HandOverEnds(HandOverResult.FAILED);
    }
    return new Deed.HandOverEnds(HandOverResult.valueOf(result));
  }

  private List<ServiceResult> services(Fields fields) {
    return switch (fields.all().get("service")) {
      case null -> List.of();
      case Node.Sequence sequence -> sequence.items().stream().map(this::service).toList();
      case Node one -> List.of(service(one));
    };
  }

  private ServiceResult service(Node node) {
    return switch (node) {
      case Node.Scalar(_, String text) when text.equals("not-found") ->
          new ServiceResult.NotFound();
      case Node.Scalar(_, String text) when text.equals("failed") -> new ServiceResult.Failed();
      case Node.Scalar(_, String text) when text.startsWith("refused") ->
          new ServiceResult.Refused(text.substring("refused".length()).strip());
      case Node.Scalar(_, String text) when text.equals("found") ->
          new ServiceResult.Found(Map.of());
      case Node.Mapping mapping
          when mapping.fields().get("refused") instanceof Node.Scalar(_, String reason) ->
          new ServiceResult.Refused(reason);
      case Node.Mapping mapping when mapping.fields().get("found") instanceof Node.Mapping found ->
          new ServiceResult.Found(
              texts(new Fields(file, found, problems)).entrySet().stream()
                  .collect(
                      Collectors.toMap(Map.Entry::getKey, value -> new Spoken(value.getValue()))));
      case Node other -> {
        problems.add(
            file,
            other.line(),
            "`service` is no answer of a service.",
            "Expected `found: {field: value}`, not-found, `refused: REASON` or failed.");
        yield new ServiceResult.Failed();
      }
    };
  }

  static Map<String, String> texts(Fields fields) {
    Map<String, String> texts = new HashMap<>();
    fields.all().keySet().forEach(key -> texts.put(key, fields.optionalText(key).orElse("")));
    return texts;
  }
}
