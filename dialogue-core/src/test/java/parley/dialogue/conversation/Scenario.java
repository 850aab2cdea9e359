package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Key;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction.Say;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;

/// Plays a dialogue written as lines and checks every line that Parley has in it. No sentence may
/// be said that the script does not name.
///
/// Caller: `starts [number=..] [queue=..] [flow=..]`, `caller says WORDS`, `caller mumbles WORDS`
/// (low confidence), `caller makes a noise`, `caller presses KEYS`, `keys end`, `silence N`, `heard
/// all`, `interrupts after N words`, `hand-over RESULT`, `fails PART`; the service last asked:
/// `service found [field=value ..]`, `service not-found`, `service refused [REASON]`, `service
/// failed`, `service slow`; `late found ..`: an answer to the call before. Every dialogue begins on
/// Monday, 2 March 2026, at 9:00.
///
/// Parley: `says PROMPT-KEY` (any wording), `says "TEXT"`, `answers ENTRY`, `listens EXPECTATION`,
/// `waits`, `hands over queue=.. priority=.. reason=.. skill=..`, `whispers "PART OF THE SUMMARY"`,
/// `asks SERVICE METHOD /PATH [name=value ..]`, `secret`, `promises NUMBER`, `ends OUTCOME`, `notes
/// AS [rule=ID]`.
final class Scenario {

  static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00Z");

  private final DialogueParts.Language parts;
  private final DialogueParts all;
  private final Deque<Say> said = new ArrayDeque<>();
  private List<ConversationAction> actions = List.of();
  private ConversationState state = ConversationState.NEW;
  private int asked;

  Scenario(DialogueParts all) {
    this.all = all;
    this.parts = all.language("en");
  }

  void play(List<String> lines) {
    for (String line : lines) {
      String text = line.strip();
      try {
        if (text.startsWith("- ")) {
          expect(text.substring(2).strip());
        } else {
          happen(text);
        }
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("at `" + text + "`: " + e.getMessage() + "; did " + shown(), e);
      }
    }
    nothingMoreSaid();
  }

  private void happen(String line) {
    if (line.startsWith("caller presses ")) {
      List<ConversationAction> done = new ArrayList<>();
      nothingMoreSaid();
      for (char key : line.substring("caller presses ".length()).toCharArray()) {
        step(new ConversationEvent.CallerPressed(new Key(key)));
        done.addAll(actions);
      }
      actions = done;
      return;
    }
    nothingMoreSaid();
    step(event(line));
  }

  private ConversationEvent event(String line) {
    if (line.startsWith("starts")) {
      Map<String, String> values = values(line);
      return new ConversationEvent.Started(
          new PhoneNumber(values.getOrDefault("number", "+491709988776")),
          "en",
          values.getOrDefault("queue", ""),
          values.getOrDefault("flow", ""),
          MONDAY);
    }
    if (line.startsWith("caller says ")) {
      return words(line.substring("caller says ".length()), 0.9);
    }
    if (line.startsWith("caller mumbles ")) {
      return words(line.substring("caller mumbles ".length()), 0.2);
    }
    if (line.startsWith("interrupts after ")) {
      int count = Integer.parseInt(line.split(" ")[2]);
      return new ConversationEvent.PromptInterrupted(new Spoken("word ".repeat(count)));
    }
    if (line.startsWith("silence ")) {
      return new ConversationEvent.CallerSilent(Integer.parseInt(last(line)));
    }
    if (line.startsWith("hand-over ")) {
      return new ConversationEvent.HandOverEnded(HandOverResult.valueOf(last(line)));
    }
    if (line.startsWith("service ") || line.startsWith("late ")) {
      return service(line);
    }
    if (line.startsWith("fails ")) {
      return new ConversationEvent.PartFailed(ConversationEvent.Part.valueOf(last(line)));
    }
    return switch (line) {
      case "caller makes a noise" -> words("", 0);
      case "keys end" -> new ConversationEvent.KeysEnded();
      case "heard all" -> new ConversationEvent.PromptHeard();
      default -> throw new IllegalArgumentException("Not a line of a script");
    };
  }

  private ConversationEvent service(String line) {
    int id = asked - (line.startsWith("late ") ? 1 : 0);
    List<String> parts = List.of(line.split(" "));
    if (parts.get(1).equals("slow")) {
      return new ConversationEvent.ServiceSlow(id);
    }
    Map<String, Spoken> values = new TreeMap<>();
    values(line).forEach((name, value) -> values.put(name, new Spoken(value)));
    ServiceResult result =
        switch (parts.get(1)) {
          case "found" -> new ServiceResult.Found(values);
          case "not-found" -> new ServiceResult.NotFound();
          case "refused" -> new ServiceResult.Refused(parts.size() > 2 ? parts.get(2) : "");
          case "failed" -> new ServiceResult.Failed();
          default -> throw new IllegalArgumentException("Not a result of a service");
        };
    return new ConversationEvent.ServiceAnswered(id, result);
  }

  private static ConversationEvent words(String words, double confidence) {
    return new ConversationEvent.CallerSaid(new Spoken(words), new Confidence(confidence));
  }

  private void step(ConversationEvent event) {
    Step step = parts.conversation().step(state, event);
    state = step.state();
    actions = step.actions();
    actions.forEach(action -> {
      if (action instanceof Say say) {
        said.add(say);
      } else if (action instanceof ConversationAction.CallService call) {
        asked = call.id();
      }
    });
  }

  private void expect(String line) {
    String rest = line.contains(" ") ? line.substring(line.indexOf(' ') + 1) : "";
    switch (line.split(" ")[0]) {
      case "says" -> says(rest);
      case "answers" -> answers(rest);
      case "listens" ->
          assertEquals(
              Expectation.valueOf(rest),
              assertInstanceOf(ConversationAction.Listen.class, actions.getLast()).expectation());
      case "waits" -> assertInstanceOf(ConversationAction.Wait.class, actions.getLast());
      case "hands" -> handsOver(values(rest));
      case "whispers" -> {
        String summary = handOver().summary().text();
        assertTrue(summary.contains(quoted(rest)), summary);
      }
      case "asks" -> {
        ServiceRequest request = only(ConversationAction.CallService.class).request();
        Map<String, String> sent = new TreeMap<>();
        request.values().forEach((name, value) -> sent.put(name, value.text()));
        assertEquals(
            rest.split(" ")[0] + " " + rest.split(" ")[1] + " " + rest.split(" ")[2],
            request.service() + " " + request.method() + " " + request.path());
        assertEquals(values(rest), sent);
      }
      case "secret" -> assertTrue(only(ConversationAction.Note.class).secret());
      case "identified" ->
          assertEquals(rest, only(ConversationAction.Identified.class).mail().text());
      case "promises" -> {
        var promise = only(ConversationAction.PromiseCallback.class);
        assertEquals(rest, promise.number().value());
      }
      case "ends" ->
          assertEquals(Outcome.valueOf(rest), only(ConversationAction.End.class).outcome());
      case "notes" -> notes(rest);
      default -> throw new IllegalArgumentException("Not a line of a script");
    }
  }

  private void says(String what) {
    String text = said.removeFirst().words().text();
    if (what.startsWith("\"")) {
      assertEquals(quoted(what), text);
      return;
    }
    boolean known =
        !isShipped(what)
            ? text.equals(parts.prompts().byKey(what, 0))
            : wordings(Prompt.valueOf(what.toUpperCase(java.util.Locale.ROOT).replace('-', '_')))
                .stream()
                .anyMatch(text::matches);
    assertTrue(known, "said \"" + text + "\"");
  }

  private static boolean isShipped(String key) {
    return java.util.Arrays.stream(Prompt.values()).anyMatch(prompt -> prompt.key().equals(key));
  }

  private List<String> wordings(Prompt prompt) {
    List<String> patterns = new ArrayList<>();
    for (int turn = 0; turn < 10; turn++) {
      String text = parts.prompts().text(prompt, turn);
      patterns.add(java.util.regex.Pattern.quote(text).replaceAll("\\{[a-z]+}", "\\\\E.+\\\\Q"));
    }
    return patterns;
  }

  private void answers(String id) {
    Say say = said.removeFirst();
    assertEquals(List.of(id), say.citations());
    assertTrue(say.words().text().endsWith(all.knowledge().find(id).orElseThrow().answer()));
  }

  private void handsOver(Map<String, String> expected) {
    HandOverRequest request = handOver();
    Map<String, String> real = new TreeMap<>();
    real.put("queue", request.queue());
    real.put("skill", request.skill());
    real.put("priority", request.priority().name());
    real.put("reason", request.reason());
    expected.forEach((key, value) -> assertEquals(value, real.get(key), key));
  }

  private HandOverRequest handOver() {
    return only(ConversationAction.HandOver.class).request();
  }

  private void notes(String rest) {
    var note = only(ConversationAction.Note.class);
    assertEquals(rest.split(" ")[0], note.understoodAs());
    assertEquals(values(rest).getOrDefault("rule", ""), note.rule());
  }

  private <T extends ConversationAction> T only(Class<T> kind) {
    List<T> found = actions.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertEquals(1, found.size(), kind.getSimpleName());
    return found.getFirst();
  }

  private void nothingMoreSaid() {
    assertTrue(
        said.isEmpty(),
        () -> "Also said: " + said.stream().map(say -> say.words().text()).toList());
  }

  private String shown() {
    return actions.stream()
        .map(action -> action instanceof Say say ? say.words().text() : action.toString())
        .toList()
        .toString();
  }

  private static String quoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  private static String last(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static Map<String, String> values(String line) {
    Map<String, String> values = new TreeMap<>();
    for (String word : line.split(" ")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return values;
  }
}
