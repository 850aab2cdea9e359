package parley.dialogue.llm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import parley.config.Secret;
import parley.config.Settings;
import parley.dialogue.llm.chat.ModelServer;
import parley.dialogue.llm.chat.Parameter;
import parley.dialogue.quality.Channel;
import parley.dialogue.quality.Source;

/// Answers by a model server of the test's own, on deadlines and a clock of the test's own.
final class AnsweringHarness implements AutoCloseable {

  static final Duration FIRST_TOKEN = Duration.ofMillis(600);
  static final Duration FIRST_SENTENCE = Duration.ofMillis(750);
  static final Duration STALL = Duration.ofSeconds(2);
  static final Duration WHOLE = Duration.ofSeconds(20);

  final ModelServer server = new ModelServer();
  final ManualDeadlines deadlines = new ManualDeadlines();
  final ManualClock clock = new ManualClock();
  final Heard heard = new Heard();
  final Answering answering;

  AnsweringHarness() {
    this(0, 60, DraftCheck.none());
  }

  AnsweringHarness(int retries, int requestsAMinute, DraftCheck check) {
    this.answering =
        new Answering(
            settings(server.url(), retries, requestsAMinute),
            new Grounding("Blue Harbour Travel", 3000, untrusted -> untrusted),
            tools(),
            check,
            deadlines,
            clock);
  }

  static Settings.LanguageModel settings(URI url, int retries, int requestsAMinute) {
    return new Settings.LanguageModel(
        url,
        "small",
        new Secret("key-for-tests"),
        0.2,
        300,
        3000,
        FIRST_TOKEN,
        FIRST_SENTENCE,
        STALL,
        WHOLE,
        retries,
        requestsAMinute,
        Duration.ofSeconds(30));
  }

  static Toolbox tools() {
    return Toolbox.of(
        List.of(
            new Toolbox.FlowOffer(
                "order-status",
                "Where an order is.",
                List.of(
                    Parameter.text("order", "The order's number.", false),
                    new Parameter(
                        "days", Parameter.Kind.WHOLE, "Days since it.", false, List.of())))));
  }

  static Inquiry inquiry() {
    return new Inquiry(
        Channel.VOICE,
        "en",
        List.of(
            Source.knowledge("hours", "The shop is open from nine to six, on Sundays from ten."),
            Source.knowledge("parking", "Parking behind the shop is free.")),
        List.of(Turn.customer("uh when do you open on sundays")),
        "",
        tools().names());
  }

  Generation ask() {
    return answering.ask(inquiry(), heard);
  }

  /// Asks, and waits for the answer.
  Answer answer() throws InterruptedException {
    ask();
    return heard.answer();
  }

  @Override
  public void close() {
    answering.close();
    server.close();
  }
}
