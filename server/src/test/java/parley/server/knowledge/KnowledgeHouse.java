package parley.server.knowledge;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.files.Problems;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.dialogue.llm.Scribe;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.usage.Exchange;
import parley.dialogue.usage.Feedback;
import parley.dialogue.usage.UsageLog;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import parley.server.command.CommandLineFactory;

/// A checkout with a small knowledge, a log in memory and the command over both.
final class KnowledgeHouse implements UsageLog {

  private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
  private static final String ENTRIES =
      """
      category: house
      entries:
        - id: pool
          question: When does the pool open?
          also: [is the pool open]
          keywords: [pool, swim]
          answer: At seven.
        - id: bar
          question: What does the bar serve?
          answer: Juice until ten in the evening.
          active: false
        - id: pool-hours
          question: How late does the bar serve?
          answer: Juice until nine in the evening.
        - id: skating
          question: Où peut-on patiner?
          answer: Sur le toit.
          language: fr
          valid-until: 2026-02-28
      """;
  private static final String FORMS =
      """
      forms:
        - said: when does * open
          also: [at what hour does * open, how early can i get into *]
      alike:
        - words: [pool, swimming pool]
      """;

  private final Path home;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Feedback> feedback = new ArrayList<>();
  private boolean away;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  KnowledgeHouse(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("config/knowledge"));
    Files.createDirectories(home.resolve("config/drafting"));
    Files.writeString(home.resolve("config/parley.yaml"), "knowledge:\n  vectors: false\n");
    Files.writeString(home.resolve("config/knowledge/house.yaml"), ENTRIES);
    Files.writeString(home.resolve("config/drafting/en.yaml"), FORMS);
  }

  int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandContext context =
        new CommandContext(home, Map.of(), new PrintWriter(out), new PrintWriter(err), calls());
    var knowledge =
        KnowledgeCommand.of(
            context,
            () -> {
              throw new AssertionError("the model of sentences is loaded");
            },
            usage(),
            withoutModel(),
            CLOCK);
    List<String> all = Stream.concat(Stream.of("knowledge"), Stream.of(arguments)).toList();
    return CommandLineFactory.of(context, List.of(knowledge)).execute(all.toArray(String[]::new));
  }

  String said() {
    return out.toString();
  }

  String told() {
    return err.toString();
  }

  void databaseAway() {
    away = true;
  }

  KnowledgeBase knowledge() {
    Problems problems = new Problems();
    KnowledgeBase base = KnowledgeFiles.read(home, home.resolve("config/knowledge"), problems);
    problems.throwIfAny();
    return base;
  }

  List<Feedback> feedback() {
    return feedback;
  }

  /// A call in which an entry was the answer, and what was said then.
  CallId answered(String entry, String next, Disposition ended) {
    return call("the words", entry, next, ended);
  }

  void asked(String words, String entry) {
    CallId _ = call(words, entry, "thanks", Disposition.ANSWERED);
  }

  void notUnderstood(String words) {
    CallId _ = call(words, "not-understood", "goodbye", Disposition.NOT_ANSWERED);
  }

  private CallId call(String words, String as, String next, Disposition ended) {
    CallId call = CallId.random();
    boolean understood = !as.equals("not-understood");
    exchanges.add(
        new Exchange(
            call,
            List.of(
                turn(call, 1, Speaker.CALLER, words, as, List.of()),
                turn(
                    call,
                    2,
                    Speaker.PARLEY,
                    "An answer.",
                    "",
                    understood ? List.of(as) : List.of()),
                turn(call, 3, Speaker.CALLER, "words", next, List.of())),
            new Exchange.Ending(ended, ended.resolved())));
    return call;
  }

  private static TurnTaken turn(
      CallId call, int number, Speaker who, String words, String as, List<String> citations) {
    return new TurnTaken(
        UUID.randomUUID(),
        call,
        START.plusSeconds(number),
        number,
        who,
        new Spoken(words),
        false,
        0,
        1,
        1,
        false,
        LogEntry.TurnTimings.NONE,
        as,
        "",
        citations);
  }

  @Override
  public void each(Instant since, int atMost, Consumer<Exchange> taker) {
    exchanges.forEach(taker);
  }

  @Override
  public List<Feedback> feedback(Instant since) {
    return List.copyOf(feedback);
  }

  @Override
  public boolean keep(Feedback one) {
    boolean known =
        one.call() == null
            || exchanges.stream()
                .filter(exchange -> exchange.call().equals(one.call()))
                .flatMap(exchange -> exchange.turns().stream())
                .anyMatch(turn -> turn.citations().contains(one.entry()));
    return known && feedback.add(one);
  }

  private UsageAccess usage() {
    return new UsageAccess() {
      @Override
      public <T> T use(Settings settings, Function<UsageLog, T> work) {
        if (away) {
          throw new CommandFault("the database is away");
        }
        return work.apply(KnowledgeHouse.this);
      }
    };
  }

  private static KnowledgeGenerateCommand.ModelAccess withoutModel() {
    return new KnowledgeGenerateCommand.ModelAccess() {
      @Override
      public <T> T use(Settings settings, Function<Optional<Scribe>, T> work) {
        return work.apply(Optional.empty());
      }
    };
  }

  private CommandContext.CallLogAccess calls() {
    return new CommandContext.CallLogAccess() {
      @Override
      public <T> T read(Settings settings, Function<CallLog, T> work) {
        return work.apply(new CallsInMemory());
      }
    };
  }

  /// Finds the calls by their whole ids.
  private final class CallsInMemory implements CallLog {
    @Override
    public List<CallSummary> list(Filter filter) {
      return List.of();
    }

    @Override
    public Optional<CallDetail> find(CallId id) {
      return exchanges.stream()
          .filter(exchange -> exchange.call().equals(id))
          .findFirst()
          .map(exchange ->
              new CallDetail(
                  new CallSummary(id, START, null, "", "", null, 3),
                  "en",
                  "",
                  exchange.turns(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  null));
    }

    @Override
    public List<CallId> idsBeginning(String prefix, int atMost) {
      return exchanges.stream()
          .map(Exchange::call)
          .filter(call -> call.value().toString().startsWith(prefix))
          .toList();
    }

    @Override
    public Optional<CallDetail> findBySipCallId(String sipCallId) {
      return Optional.empty();
    }

    @Override
    public Map<UUID, String> readOriginals(LogEntry.Audited reading) {
      return Map.of();
    }
  }
}
