package parley.server;

import java.util.function.Function;
import parley.config.Settings;
import parley.db.CallLogReading;
import parley.db.appointment.AppointmentStores;
import parley.db.connection.DatabaseException;
import parley.dialogue.log.CallLog;
import parley.dialogue.memory.Customers;
import parley.dialogue.usage.UsageLog;
import parley.mail.work.MailOverview;
import parley.mail.work.MailThreads;
import parley.server.callbacks.CallbackAccess;
import parley.server.command.CommandFault;
import parley.server.wiring.SealedOriginals;

/// What commands read and change of what the running Parley keeps: each opens the database that
/// `up` uses, and closes it again. Thread: any.
final class StoredParts {

  private StoredParts() {}

  /// For commands about customers.
  static <T> T useCustomers(Settings settings, Function<Customers, T> work) {
    return reading(settings, reading -> work.apply(reading.customers()));
  }

  /// For commands about the use of knowledge.
  static <T> T useUsage(Settings settings, Function<UsageLog, T> work) {
    return reading(settings, reading -> work.apply(reading.usage()));
  }

  /// For commands about mail.
  static <T> T useMail(Settings settings, Function<MailOverview, T> work) {
    return reading(settings, reading -> work.apply(reading.mail()));
  }

  /// For commands about single threads.
  static <T> T useThreads(Settings settings, Function<MailThreads, T> work) {
    return reading(
        settings,
        reading -> work.apply(reading.mailThreads(SealedOriginals.sealing(settings.privacy()))));
  }

  /// For commands about appointments.
  static <T> T useAppointments(Settings settings, Function<AppointmentStores, T> work) {
    return reading(settings, reading -> work.apply(reading.appointments()));
  }

  /// For commands about callbacks.
  static <T> T useCallbacks(Settings settings, Function<CallbackAccess.Stored, T> work) {
    return reading(
        settings,
        reading ->
            work.apply(new CallbackAccess.Stored(reading.callbacks(), reading.followUpTasks())));
  }

  /// For commands about the call log.
  static <T> T readCallLog(Settings settings, Function<CallLog, T> work) {
    return reading(settings, reading -> work.apply(reading.callLog()));
  }

  private static <T> T reading(Settings settings, Function<CallLogReading, T> work) {
    try (CallLogReading reading = CallLogReading.open(settings.database(), settings.state())) {
      return work.apply(reading);
    } catch (DatabaseException e) {
      throw new CommandFault(String.valueOf(e.getMessage()));
    }
  }
}
