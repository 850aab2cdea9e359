package parley.server;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import parley.config.Settings;
import parley.config.SettingsException;
import parley.config.SettingsLoader;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.llm.Scribe;
import parley.mail.server.MailboxCheck;
import parley.server.appointment.AppointmentsCommand;
import parley.server.bench.BenchCommand;
import parley.server.bench.callbacks.CallbackBenchCommand;
import parley.server.bench.knowledge.KnowledgeBenchCommand;
import parley.server.bench.mail.MailBenchCommand;
import parley.server.calendars.SiteCalendars;
import parley.server.call.CallCommand;
import parley.server.callbacks.CallbackAccess;
import parley.server.callbacks.CallbacksCommand;
import parley.server.command.CallsCommand;
import parley.server.command.CommandContext;
import parley.server.command.CommandLineFactory;
import parley.server.command.CustomersCommand;
import parley.server.command.DoctorCommand;
import parley.server.command.RulesCommand;
import parley.server.command.UpCommand;
import parley.server.command.VersionCommand;
import parley.server.doctor.Doctor;
import parley.server.eval.EvalCommand;
import parley.server.eval.entities.EntitiesEvalCommand;
import parley.server.eval.intents.IntentsEvalCommand;
import parley.server.eval.language.LanguageEvalCommand;
import parley.server.eval.pickup.PickupEvalCommand;
import parley.server.eval.privacy.PrivacyEvalCommand;
import parley.server.eval.retrieval.AnswersEvalCommand;
import parley.server.eval.retrieval.RetrievalEvalCommand;
import parley.server.eval.scenarios.ByVoice;
import parley.server.eval.scenarios.ScenariosEvalCommand;
import parley.server.eval.sentiment.SentimentEvalCommand;
import parley.server.eval.speech.SpeechEvalCommand;
import parley.server.knowledge.KnowledgeCommand;
import parley.server.mail.MailAnswerCommand;
import parley.server.mail.MailCommand;
import parley.server.mail.MailShowCommand;
import parley.server.models.ModelsCommand;
import parley.server.start.Signals;
import parley.server.wiring.CallbackRun;
import parley.server.wiring.CallbackWiring;
import parley.server.wiring.LanguageModel;
import parley.server.wiring.LocalBench;
import parley.server.wiring.LocalEar;
import parley.server.wiring.LocalParley;
import parley.server.wiring.MailRun;
import parley.server.wiring.MailWiring;
import parley.server.wiring.ScenarioParts;
import parley.server.wiring.SentenceModels;
import parley.server.wiring.SiteModel;
import picocli.CommandLine;

/// The process: reads what was asked for and puts the parts together. The launcher `parley` starts
/// it and names the checkout with `-Dparley.home`.
public final class Main {

  /// Kept, because java.util.logging forgets loggers that nobody holds. Lucene advises a module
  /// that is still an incubator, at each start.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    Path home = Path.of(System.getProperty("parley.home", "")).toAbsolutePath().normalize();
    Map<String, String> environment = System.getenv();
    chooseLog(home, environment, arguments);
    System.exit(run(home, environment, arguments));
  }

  private static int run(Path home, Map<String, String> environment, String[] arguments) {
    CommandContext context =
        new CommandContext(
            home, environment, writer(System.out), writer(System.err), StoredParts::readCallLog);
    return CommandLineFactory.of(context, commands(context)).execute(arguments);
  }

  /// Every command there is.
  private static List<Object> commands(CommandContext context) {
    return List.of(
        new UpCommand(context, new Composition()),
        new CallsCommand(context, Clock.systemUTC()),
        new RulesCommand(context, Main::asCallsHaveIt),
        new CustomersCommand(context, StoredParts::useCustomers, Clock.systemUTC()),
        mail(context),
        new AppointmentsCommand(
            context, SiteCalendars::book, StoredParts::useAppointments, Clock.systemUTC()),
        CallbacksCommand.of(
            new CallbackAccess(
                context,
                StoredParts::useCallbacks,
                CallbackWiring::offers,
                CallbackWiring::letGo,
                Clock.systemUTC()),
            new CallbackRun(Clock.systemUTC())),
        bench(context),
        EvalCommand.of(
            List.of(
                new SpeechEvalCommand(
                    model -> LocalEar.open(context.settings(), model, System.err::println),
                    () -> LocalParley.attach(context.settings(), Clock.systemUTC())),
                new IntentsEvalCommand(
                    () -> vectors(context),
                    () -> SiteModel.soundAlikes(context.settings()),
                    (texts, line) -> LocalEar.telephone(context.settings(), texts, line)),
                new SentimentEvalCommand(context.home(), () -> vectors(context)),
                new LanguageEvalCommand(),
                new EntitiesEvalCommand(),
                new PickupEvalCommand(
                    context.home(),
                    () -> LocalEar.open(context.settings(), Optional.empty(), System.err::println),
                    () -> LocalBench.callersVoice(context.settings())),
                new PrivacyEvalCommand(),
                new RetrievalEvalCommand(() -> vectors(context)),
                new AnswersEvalCommand(meaning -> dialogue(context, meaning)),
                new ScenariosEvalCommand(
                    context.home(),
                    () -> context.settings().site().language(),
                    new ScenarioParts(context::settings),
                    scenariosByVoice(context)))),
        new CallCommand(
            () -> LocalParley.attach(context.settings(), Clock.systemUTC()),
            () -> LocalBench.callersVoice(context.settings())),
        KnowledgeCommand.of(
            context,
            () -> vectors(context),
            StoredParts::useUsage,
            Main::withModel,
            Clock.systemUTC()),
        new ModelsCommand(
            context,
            Clock.systemUTC(),
            progress -> new Signals(progress, Thread.currentThread()).listen(),
            SiteModel::adapt),
        new DoctorCommand(context, new Doctor(Clock.systemUTC())),
        new VersionCommand(context));
  }

  private static CommandLine mail(CommandContext context) {
    Clock clock = Clock.systemUTC();
    return new CommandLine(
            new MailCommand(
                context,
                StoredParts::useMail,
                box -> MailboxCheck.of(box, clock),
                new MailRun(clock),
                clock))
        .addSubcommand(new MailShowCommand(context, StoredParts::useThreads))
        .addSubcommand(
            new MailAnswerCommand(
                context,
                StoredParts::useThreads,
                (settings, threads) -> MailWiring.answers(settings, threads, clock),
                System.in));
  }

  private static CommandLine bench(CommandContext context) {
    return new CommandLine(
            new BenchCommand(() -> new LocalBench(context.settings(), Clock.systemUTC())))
        .addSubcommand(
            new MailBenchCommand(
                context.home(),
                () -> context.settings().state(),
                given -> context.settings(SettingsLoader.Given.of(given, "bench")),
                Clock.systemUTC()))
        .addSubcommand(
            new CallbackBenchCommand(
                context.home(), () -> context.settings().state(), Clock.systemUTC()))
        .addSubcommand(
            new KnowledgeBenchCommand(
                () -> context.settings().state(),
                () -> dialogue(context, false).knowledge().questions(),
                () -> vectors(context)));
  }

  private static DialogueParts dialogue(CommandContext context, boolean meaning) {
    Settings settings = context.settings();
    DialogueModels models =
        meaning ? SentenceModels.byMeaning(vectors(context), settings) : DialogueModels.NONE;
    return DialogueParts.load(settings.home(), settings, models);
  }

  /// With everything that understanding rests on in calls.
  private static DialogueParts asCallsHaveIt(Settings settings) {
    return DialogueParts.load(settings.home(), settings, SentenceModels.asInCalls(settings));
  }

  private static ByVoice scenariosByVoice(CommandContext context) {
    return new ByVoice(
        () -> LocalParley.attach(context.settings(), Clock.systemUTC()),
        () -> LocalBench.callersVoice(context.settings()),
        () -> LocalEar.open(context.settings(), Optional.empty(), System.err::println),
        () -> ZonedDateTime.now(Clock.system(context.settings().site().zone())));
  }

  private static <T> T withModel(Settings settings, Function<Optional<Scribe>, T> work) {
    return LanguageModel.use(settings, Clock.systemUTC(), work);
  }

  private static SentenceVectors vectors(CommandContext context) {
    return SentenceModels.vectors(context.settings());
  }

  /// Before the first logger is made: `logback.xml` reads these. `up` has a file of its own,
  /// because two processes must not roll the same one.
  private static void chooseLog(Path home, Map<String, String> environment, String[] arguments) {
    Path state;
    try {
      state = SettingsLoader.load(home, environment, List.of()).settings().state();
    } catch (SettingsException reportedByTheCommand) {
      state = home.resolve(".parley");
    }
    boolean up = arguments.length > 0 && arguments[0].equals("up");
    System.setProperty("parley.log.folder", state.resolve("log").toString());
    System.setProperty("parley.log.name", up ? "parley" : "commands");
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
