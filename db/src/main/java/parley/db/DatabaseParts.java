package parley.db;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.callback.followup.FollowUpStore;
import parley.callback.followup.FollowUpTasks;
import parley.callback.window.CallHistory;
import parley.callback.window.Load;
import parley.callback.work.CallbackOverview;
import parley.callback.work.CallbackStore;
import parley.config.Settings;
import parley.db.appointment.AppointmentStores;
import parley.db.callback.CallHistories;
import parley.db.callback.DatabaseClock;
import parley.db.callback.JooqCallbackOverview;
import parley.db.callback.JooqCallbackStore;
import parley.db.callback.PromisedWindows;
import parley.db.connection.Database;
import parley.db.connection.DatabaseAddress;
import parley.db.connection.DatabaseException;
import parley.db.customer.JooqCustomerMemory;
import parley.db.customer.JooqSenderMemory;
import parley.db.customer.JooqWaitingCalls;
import parley.db.embedded.EmbeddedDatabase;
import parley.db.followup.JooqFollowUpTasks;
import parley.db.followup.JooqFollowUps;
import parley.db.log.JooqCallLog;
import parley.db.log.JooqUnconcluded;
import parley.db.log.QuietThreads;
import parley.db.log.SpoolingConversationLog;
import parley.db.log.UnfinishedCalls;
import parley.db.mail.JooqMailRetention;
import parley.db.mail.JooqMailWork;
import parley.db.mail.JooqOutbox;
import parley.db.mail.JooqReceivedMails;
import parley.db.mail.JooqWaitingThreads;
import parley.db.mirror.AgentTable;
import parley.db.mirror.KnowledgeMirror;
import parley.db.mirror.RuleMirror;
import parley.dialogue.callback.CallbackDirectory;
import parley.dialogue.ending.Unconcluded;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.memory.CustomerMemory;
import parley.dialogue.memory.SenderMemory;
import parley.dialogue.sealing.Sealing;
import parley.mail.work.MailStores;

/// The module's assembly: the database (Parley's own or the site's), and all that stands on it. One
/// per process that takes calls.
public final class DatabaseParts implements AutoCloseable {

  /// A caller waits for each turn to be written: a database that takes longer is taken for away,
  /// and the turn goes to disk.
  private static final Duration LONGEST_TURN = Duration.ofMillis(500);

  private final @Nullable EmbeddedDatabase embedded;
  private final DatabaseAddress address;
  private final Database database;
  private final SpoolingConversationLog log;

  private DatabaseParts(
      @Nullable EmbeddedDatabase embedded,
      DatabaseAddress address,
      Database database,
      SpoolingConversationLog log) {
    this.embedded = embedded;
    this.address = address;
    this.database = database;
    this.log = log;
  }

  /// Starts or reaches the database and brings its tables up to date.
  ///
  /// @param state the folder for everything that Parley writes
  /// @throws DatabaseException with one sentence for the operator; nothing is left running then
  public static DatabaseParts open(Settings.Database settings, Path state) {
    EmbeddedDatabase embedded =
        settings.url() == null ? EmbeddedDatabase.start(state, settings.embeddedPort()) : null;
    Database database = null;
    try {
      DatabaseAddress address = embedded == null ? external(settings) : embedded.address();
      database = Database.open(address, settings.poolSize(), settings.timeout());
      SpoolingConversationLog log =
          SpoolingConversationLog.open(
              database.sql(), state.resolve("spool"), shorter(settings.timeout(), LONGEST_TURN));
      return new DatabaseParts(embedded, address, database, log);
    } catch (RuntimeException e) {
      close(database);
      close(embedded);
      throw e;
    }
  }

  public ConversationLog conversationLog() {
    return log;
  }

  /// Whether entries of the log wait on disk because the database is away.
  public boolean isSpooling() {
    return log.isSpooling();
  }

  /// Whether the database is Parley's own: no other Parley takes calls with it.
  public boolean isEmbedded() {
    return embedded != null;
  }

  public UnfinishedCalls unfinishedCalls() {
    return new UnfinishedCalls(database.sql());
  }

  /// The conversations that still need a conclusion.
  ///
  /// @param quiet how long nobody has written in a thread of mail that is over
  public List<Unconcluded> unconcluded(Duration quiet) {
    return List.of(new JooqUnconcluded(database.sql()), new QuietThreads(database.sql(), quiet));
  }

  /// What is known of callers.
  public CustomerMemory memory(Settings.Memory settings, Clock clock) {
    return new JooqCustomerMemory(database.sql(), settings, clock);
  }

  /// What is known of senders of mail.
  public SenderMemory senders(Settings.Memory settings, Clock clock) {
    return new JooqSenderMemory(database.sql(), settings, clock);
  }

  public CallLog callLog() {
    return new JooqCallLog(database.sql());
  }

  public AgentTable agents() {
    return new AgentTable(database.sql());
  }

  public KnowledgeMirror knowledge() {
    return new KnowledgeMirror(database.sql());
  }

  public RuleMirror rules() {
    return new RuleMirror(database.sql());
  }

  /// Received mails, threads and the outbox.
  ///
  /// @param sealing seals mails as they come, and opens them
  public MailStores mail(Optional<Sealing> sealing) {
    return new MailStores(
        new JooqReceivedMails(database.sql(), sealing),
        new JooqMailWork(database.sql(), sealing),
        new JooqOutbox(database.sql()),
        new JooqWaitingThreads(database.sql()),
        new JooqMailRetention(database.sql()));
  }

  /// Appointments and all about them.
  public AppointmentStores appointments() {
    return AppointmentStores.in(database.sql());
  }

  /// Callbacks as work.
  public CallbackStore callbacks() {
    return new JooqCallbackStore(database.sql());
  }

  /// Callbacks as people see and change them.
  public CallbackOverview callbackOverview() {
    return new JooqCallbackOverview(database.sql());
  }

  /// What conversations have left to be done, as work.
  public FollowUpStore followUps() {
    return new JooqFollowUps(database.sql());
  }

  /// What conversations have left to people.
  public FollowUpTasks followUpTasks() {
    return new JooqFollowUpTasks(database.sql());
  }

  /// How much is promised when.
  public Load.Promised promisedWindows(Clock clock) {
    return new PromisedWindows(database.sql(), clock);
  }

  /// How many calls needed a person in the hours of the last weeks.
  ///
  /// @param zone of the site
  public Supplier<CallHistory> callHistory(Clock clock, ZoneId zone) {
    return new CallHistories(database.sql(), clock, zone);
  }

  /// Which calls somebody waits for; to be bounded.
  public CallbackDirectory waitingCalls() {
    return new JooqWaitingCalls(database.sql());
  }

  /// The time that all nodes on this database share.
  public Clock sharedClock() {
    return new DatabaseClock(database.sql(), System::nanoTime);
  }

  public Database database() {
    return database;
  }

  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    log.close();
    close(database);
    close(embedded);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  static DatabaseAddress external(Settings.Database settings) {
    if (settings.url() == null) {
      throw new IllegalArgumentException("There is no database.url");
    }
    return DatabaseAddress.of(settings.url(), settings.user(), settings.password());
  }

  private static void close(@Nullable Database database) {
    if (database != null) {
      database.close();
    }
  }

  private static void close(@Nullable EmbeddedDatabase embedded) {
    if (embedded != null) {
      embedded.close();
    }
  }
}
