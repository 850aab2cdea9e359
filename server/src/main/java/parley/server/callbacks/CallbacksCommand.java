package parley.server.callbacks;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import parley.callback.plan.Callback;
import parley.callback.work.CallbackOverview.Filter;
import parley.callback.work.CallbackOverview.Overdue;
import parley.config.Settings;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CallbackWish;
import parley.server.command.CommandFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `./parley callbacks`: lists, moves and cancels promises to call back, and shows and closes what
/// conversations have left to be done; `add` and `run` are commands of their own.
@Command(
    name = "callbacks",
    description = "List promises to call back, who is called next first.",
    mixinStandardHelpOptions = true)
public final class CallbacksCommand implements Callable<Integer> {

  private static final int LARGEST_LIST = 10_000;

  private final CallbackAccess access;

  @Mixin private final ListOptions options = new ListOptions();

  private CallbacksCommand(CallbackAccess access) {
    this.access = access;
  }

  /// The command with all that is below it.
  public static CommandLine of(CallbackAccess access, CallbackRunCommand.Running running) {
    return new CommandLine(new CallbacksCommand(access))
        .addSubcommand(new CallbackAddCommand(access))
        .addSubcommand(new CallbackRunCommand(access.context(), running));
  }

  @Override
  public Integer call() {
    return list(options);
  }

  @Command(
      name = "list",
      description = "List promises to call back, who is called next first.",
      mixinStandardHelpOptions = true)
  int list(@Mixin ListOptions options) {
    if (options.limit < 1 || options.limit > LARGEST_LIST) {
      throw new CommandFault("--limit is " + options.limit + "; allowed is 1 to " + LARGEST_LIST);
    }
    Settings settings = access.context().settings();
    Overdue overdue =
        options.overdue
            ? new Overdue(access.clock().instant(), settings.followUp().callBackWithin())
            : null;
    Filter filter =
        new Filter(
            options.state == null ? Set.of() : Set.of(options.state), overdue, options.limit);
    return access
        .open()
        .use(
            settings,
            all -> {
              CallbackListing listing =
                  new CallbackListing(
                      all.callbacks().list(filter),
                      all.callbacks().open(),
                      overdue == null
                          ? Optional.empty()
                          : Optional.of(all.followUps().overdue(overdue.at(), options.limit)));
              access
                  .context()
                  .out()
                  .print(
                      options.json
                          ? CallbackJson.list(listing, options.numbers)
                          : new CallbackText(settings.site().zone(), options.numbers)
                              .list(listing));
              access.context().out().flush();
              return 0;
            });
  }

  @Command(
      name = "done",
      description = "What a conversation left to be done (list --overdue) is done.",
      mixinStandardHelpOptions = true)
  int done(
      @Parameters(paramLabel = "ID", description = "Its id, or the first characters of it.")
          String id) {
    return access
        .open()
        .use(
            access.context().settings(),
            all -> {
              if (!all.followUps().close(id, access.clock().instant())) {
                throw new CommandFault(
                    "Nothing to be done, or more than one, has an id that begins with "
                        + id
                        + "; ./parley callbacks list --overdue shows them");
              }
              return access.said("Noted.");
            });
  }

  @Command(
      name = "move",
      description = "Have it called at another time; also one that was cancelled or given up.",
      mixinStandardHelpOptions = true)
  int move(
      @Parameters(paramLabel = "ID", description = "Its id, or the first characters of it.")
          String id,
      @Mixin WishOptions when) {
    Settings settings = access.context().settings();
    Offers offers = access.offers().apply(settings);
    return access
        .open()
        .use(
            settings,
            all -> {
              Callback callback = CallbackAccess.find(all.callbacks(), id).callback();
              CallbackWindow window = offers.window(wish(callback, when), access.clock().instant());
              CallbackAccess.expectDone(
                  all.callbacks().move(callback.id(), window, access.clock().instant()), "moved");
              return access.said("Moved: " + CallbackText.window(window));
            });
  }

  private static CallbackWish wish(Callback callback, WishOptions when) {
    return Offers.wish(
        callback.number(),
        callback.queue(),
        when.zone().or(() -> callback.window().map(CallbackWindow::zone)),
        when.hours());
  }

  @Command(
      name = "cancel",
      description = "Have it called no more; a phone that rings for it is let go.",
      mixinStandardHelpOptions = true)
  int cancel(
      @Parameters(paramLabel = "ID", description = "Its id, or the first characters of it.")
          String id) {
    Settings settings = access.context().settings();
    return access
        .open()
        .use(
            settings,
            all -> {
              UUID callback = CallbackAccess.find(all.callbacks(), id).id();
              Cancelling cancelling =
                  new Cancelling(
                      all.callbacks(),
                      attempt -> access.letGo().test(settings, attempt),
                      access.clock());
              CallbackAccess.expectDone(cancelling.of(callback), "cancelled");
              return access.said("Cancelled; nobody will be called for it.");
            });
  }
}
