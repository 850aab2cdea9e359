package parley.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.callback.followup.FollowUpTasks;
import parley.callback.work.CallbackOverview;
import parley.config.Settings;
import parley.db.appointment.AppointmentStores;
import parley.db.callback.JooqCallbackOverview;
import parley.db.connection.Database;
import parley.db.connection.DatabaseAddress;
import parley.db.connection.DatabaseException;
import parley.db.customer.JooqCustomers;
import parley.db.embedded.EmbeddedDatabase;
import parley.db.followup.JooqFollowUpTasks;
import parley.db.log.JooqCallLog;
import parley.db.log.JooqUsageLog;
import parley.db.mail.JooqMailOverview;
import parley.db.mail.JooqMailThreads;
import parley.dialogue.log.CallLog;
import parley.dialogue.memory.Customers;
import parley.dialogue.sealing.Sealing;
import parley.dialogue.usage.UsageLog;
import parley.mail.work.MailOverview;
import parley.mail.work.MailThreads;

/// The call log for a command such as `parley calls`: through the server that a running Parley has,
/// or, when none runs, through one that is started for the moment.
public final class CallLogReading implements AutoCloseable {

  private static final int CONNECTIONS = 2;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final @Nullable EmbeddedDatabase started;
  private final Database database;

  private CallLogReading(@Nullable EmbeddedDatabase started, Database database) {
    this.started = started;
    this.database = database;
  }

  /// @throws DatabaseException with one sentence for the operator
  public static CallLogReading open(Settings.Database settings, Path state) {
    if (settings.url() != null) {
      return new CallLogReading(null, open(DatabaseParts.external(settings)));
    }
    Optional<DatabaseAddress> running = EmbeddedDatabase.attach(state);
    if (running.isPresent()) {
      return new CallLogReading(null, open(running.get()));
    }
    if (!EmbeddedDatabase.exists(state)) {
      throw new DatabaseException("There is no call log yet: start Parley with `./parley up`.");
    }
    EmbeddedDatabase started = EmbeddedDatabase.start(state, settings.embeddedPort());
    try {
      return new CallLogReading(started, open(started.address()));
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  public CallLog callLog() {
    return new JooqCallLog(database.sql());
  }

  /// How the knowledge did.
  public UsageLog usage() {
    return new JooqUsageLog(database.sql());
  }

  /// Threads, outbox and quarantine.
  public MailOverview mail() {
    return new JooqMailOverview(database.sql());
  }

  /// Threads that a person answers.
  ///
  /// @param sealing opens mails as they came, where the key is there
  public MailThreads mailThreads(Optional<Sealing> sealing) {
    return new JooqMailThreads(database.sql(), sealing);
  }

  /// Appointments and all about them.
  public AppointmentStores appointments() {
    return AppointmentStores.in(database.sql());
  }

  /// To show and to change callbacks.
  public CallbackOverview callbacks() {
    return new JooqCallbackOverview(database.sql());
  }

  /// What conversations have left to people.
  public FollowUpTasks followUpTasks() {
    return new JooqFollowUpTasks(database.sql());
  }

  /// To show and to delete what is stored about a customer.
  public Customers customers() {
    return new JooqCustomers(database.sql());
  }

  @Override
  public void close() {
    database.close();
    if (started != null) {
      started.close();
    }
  }

  private static Database open(DatabaseAddress address) {
    return Database.open(address, CONNECTIONS, TIMEOUT);
  }
}
