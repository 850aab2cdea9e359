package parley.server.callbacks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.NewCallback;
import parley.config.Settings;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.server.command.CommandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley callbacks add`: has a number called back.
@Command(name = "add", description = "Have a number called back.", mixinStandardHelpOptions = true)
final class CallbackAddCommand implements Callable<Integer> {

  private static final int HIGHEST_PRIORITY = 9;

  private final CallbackAccess access;

  @Parameters(paramLabel = "NUMBER", description = "With its country, such as +4930123456.")
  private String number;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "What it is about, for the first sentence of the call.")
  private String reason;

  @Option(
      names = "--queue",
      defaultValue = "",
      paramLabel = "SKILL",
      description = "The skill that is wanted; without it, anybody.")
  private String queue;

  @Option(
      names = "--language",
      defaultValue = "",
      paramLabel = "CODE",
      description = "Such as de; without it, the site's.")
  private String language;

  @Option(
      names = "--priority",
      defaultValue = "" + NewCallback.EXPECTED,
      paramLabel = "0..9",
      description = "Higher ones are called first in their queue (${DEFAULT-VALUE}).")
  private int priority;

  @Option(names = "--agent-first", description = "An agent is called before the customer.")
  private boolean agentFirst;

  @Mixin private final WishOptions when = new WishOptions();

  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  CallbackAddCommand(CallbackAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    if (priority < 0 || priority > HIGHEST_PRIORITY) {
      throw new CommandFault("--priority is " + priority + "; allowed is 0 to 9");
    }
    Settings settings = access.context().settings();
    Offers offers = access.offers().apply(settings);
    PhoneNumber dialable = offers.number(number);
    Instant now = access.clock().instant();
    CallbackWindow window =
        offers.window(Offers.wish(dialable, queue, when.zone(), when.hours()), now);
    NewCallback wanted = new NewCallback(callback(dialable, window), now, priority);
    return access
        .open()
        .use(
            settings,
            all -> {
              all.callbacks().add(List.of(wanted));
              return access.said(
                  "Kept as %s: %s"
                      .formatted(
                          CallbackText.beginning(wanted.callback().id()),
                          CallbackText.window(window)));
            });
  }

  private Callback callback(PhoneNumber dialable, CallbackWindow window) {
    return new Callback(
        UUID.randomUUID(),
        Callback.Origin.COMMAND,
        Optional.empty(),
        dialable,
        reason,
        queue,
        language,
        Optional.of(window),
        agentFirst ? Callback.Order.AGENT_FIRST : Callback.Order.CUSTOMER_FIRST,
        0,
        CallbackState.WAITING);
  }
}
