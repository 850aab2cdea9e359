package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.Conversation;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Step;

/// A caller tells everything about themselves; the log, down to its finest level, and what leaves
/// the conversation for an agent hold none of it.
class PersonalDataInTheLogTest {

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));

  private static final List<String> SAID =
      List.of(
          "my name is priya raghunathan",
          "my card is four one one one one one one one one one one one one one one one",
          "i live at forty two maple street",
          "my date of birth is the twelfth of march nineteen eighty five",
          "write to priya dot r at example dot org",
          "my account is DE89 3704 0044 0532 0130 00",
          "let me talk to a person",
          "yes call me on oh one seven oh double nine eight eight seven seven six");

  /// A part of each that is nowhere else.
  private static final List<String> PERSONAL =
      List.of(
          "priya",
          "raghunathan",
          "four one one",
          "maple",
          "march",
          "example dot org",
          "DE89",
          "double nine",
          "0170998",
          "4111",
          "401234567");

  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();
  private final List<ConversationAction> actions = new ArrayList<>();
  private ConversationState state = ConversationState.NEW;

  @BeforeEach
  void listenToTheLog() {
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void leaveTheLog() {
    root.setLevel(usual);
    root.detachAppender(appender);
  }

  @Test
  void logAndSummaryHoldNothingThatTheCallerToldOfThemselves() {
    Conversation conversation =
        DialogueParts.load(HOME, "en", ConversationSettings.usual("Blue Lake", false, "service"))
            .language("en")
            .conversation();
    CallHarness call = new CallHarness(event -> step(conversation, event)).begin();
    for (String words : SAID) {
      call.callerSilent(20_000).callerSays(words);
    }

    String heard = String.join(" ", call.transcript());
    assertTrue(heard.contains("priya") && heard.contains("maple"), "the call log keeps the words");
    String logged =
        appender.list.stream()
            .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
            .collect(Collectors.joining("\n"));
    assertTrue(logged.contains("understood as"), logged);
    String whispered =
        actions.stream()
            .filter(ConversationAction.HandOver.class::isInstance)
            .map(action -> ((ConversationAction.HandOver) action).request())
            .map(request -> request.reason() + request.summary().text())
            .collect(Collectors.joining("\n"));
    assertFalse(whispered.isEmpty(), "nobody was asked for");
    for (String personal : PERSONAL) {
      assertFalse(logged.contains(personal), personal + " is in the log");
      assertFalse(actions.toString().contains(personal), personal + " is in an action's text form");
      assertFalse(state.toString().contains(personal), personal + " is in the state's text form");
      assertFalse(whispered.contains(personal), personal + " is in " + whispered);
    }
  }

  private List<ConversationAction> step(Conversation conversation, ConversationEvent event) {
    Step step = conversation.step(state, event);
    state = step.state();
    actions.addAll(step.actions());
    return step.actions();
  }
}
