package parley.server.models;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import parley.server.start.Progress;
import parley.speech.adapt.AdaptException;
import parley.speech.adapt.AdaptedModel;
import parley.speech.install.InstallException;
import parley.speech.install.InstallOutcome;
import parley.speech.install.ModelInstall;
import parley.speech.install.ModelInstall.Wishes;
import parley.speech.recognize.RecognitionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./parley models install NAME`, `list` and `adapt`: speech models, from their vendor to the
/// recognizer, and the site's words in them.
@Command(
    name = "models",
    description = "Installs and lists speech models, and gives them the site's words.",
    synopsisSubcommandLabel = "(install | list | adapt)",
    mixinStandardHelpOptions = true)
public final class ModelsCommand {

  @Spec private CommandSpec spec;

  private final CommandContext context;
  private final Clock clock;
  private final Consumer<Progress> signals;
  private final Adapting adapting;

  /// @param signals makes Ctrl-C an interrupt of the calling thread from then on
  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public ModelsCommand(
      CommandContext context, Clock clock, Consumer<Progress> signals, Adapting adapting) {
    this.context = context;
    this.clock = clock;
    this.signals = signals;
    this.adapting = adapting;
  }

  @Command(
      name = "install",
      description = "Fetches a Vosk model, checks it and puts it where Parley finds it.",
      mixinStandardHelpOptions = true)
  int install(
      @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              description =
                  "A model's name, or a language for its big model (en), or its small one (en-small).")
          @Nullable String name,
      @Option(
              names = "--from",
              paramLabel = "FILE.zip",
              description = "Installs this zip instead; its name becomes the model's.")
          @Nullable Path from,
      @Option(names = "--again", description = "Replaces the model if it is there.") boolean again,
      @Option(
              names = "--accept-change",
              description = "Takes a zip that differs from the one installed from there before.")
          boolean acceptChange) {
    Wishes wishes = new Wishes(again, acceptChange);
    Function<ModelInstall, InstallOutcome> work;
    if (name != null && from == null) {
      work = install -> install.install(name, wishes);
    } else if (from != null && name == null) {
      work = install -> install.installFrom(from, wishes);
    } else {
      throw new ParameterException(
          spec.commandLine(), "Name one model, or a zip with --from FILE.zip; see models list");
    }
    Settings settings = context.settings();
    signals.accept(this::progress);
    print(ModelsText.outcome(with(settings, work), SiteModels.choice(settings)));
    return 0;
  }

  @Command(
      name = "list",
      description = "Lists the speech models that are here and says which one is used.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--available", description = "Lists the vendor's models instead.")
          boolean available,
      @Option(
              names = "--language",
              paramLabel = "CODE",
              description = "Of this language (default: site.language).")
          @Nullable String language,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json) {
    Settings settings = context.settings();
    String wanted = language == null ? settings.site().language() : language;
    if (available) {
      OfferedModels offered = new OfferedModels(wanted, with(settings, ModelInstall::available));
      print(json ? ModelsJson.offered(offered) : ModelsText.offered(offered));
    } else {
      SiteModels site = explained(() -> SiteModels.of(settings, wanted));
      print(json ? ModelsJson.site(site) : ModelsText.site(site));
    }
    return 0;
  }

  @Command(
      name = "adapt",
      description =
          "Gives the model the words of the knowledge, the commands and the word list, and lists"
              + " those that it cannot hear. Parley does so by itself when it starts.",
      mixinStandardHelpOptions = true)
  int adapt(
      @Option(names = "--again", description = "Builds it also when nothing has changed.")
          boolean again,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json) {
    Settings settings = context.settings();
    AdaptedModel adapted = explained(() -> adapting.adapt(settings, again));
    print(json ? ModelsJson.adapted(adapted) : ModelsText.adapted(adapted));
    return 0;
  }

  private <T> T with(Settings settings, Function<ModelInstall, T> work) {
    return explained(() -> {
      try (ModelInstall install =
          new ModelInstall(settings.state(), settings.models().list(), clock, this::progress)) {
        return work.apply(install);
      }
    });
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (InstallException | AdaptException | RecognitionException failed) {
      throw new CommandFault(String.valueOf(failed.getMessage()), failed);
    }
  }

  private void print(String text) {
    context.out().print(text);
    context.out().flush();
  }

  private synchronized void progress(String line) {
    context.err().println(line);
    context.err().flush();
  }
}
