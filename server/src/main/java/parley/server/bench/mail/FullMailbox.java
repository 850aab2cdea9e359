package parley.server.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.mail.mailbox.Arrival;
import parley.mail.mailbox.MailboxWatch;
import parley.mail.mailbox.ReceivedMails;
import parley.mail.server.MailServers;
import parley.server.measure.Machine;

/// How long a mailbox takes to open that holds many mails which were read long ago: from connecting
/// to the end of the first look, as it is noted in a database.
///
/// @param settings made of single settings
/// @param clock for when mails came
public record FullMailbox(
    int mails, Function<Map<String, String>, Settings> settings, Clock clock) {

  private static final long PATIENCE_S = 120;

  /// @param folder an empty one, for the database and the mailbox's files
  public FullMailboxReport run(Path folder) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (GreenMailShop server = new GreenMailShop(1)) {
      server.fill(mails);
      Map<String, String> given = new LinkedHashMap<>(server.settings());
      given.put("state", folder.resolve("state").toString());
      Settings made = settings.apply(given);
      try (DatabaseParts database = DatabaseParts.open(made.database(), made.state())) {
        double seconds =
            opened(made, database.mail(Optional.empty()).received(), folder.resolve("mails"));
        return new FullMailboxReport(mails, seconds, machine);
      }
    }
  }

  private double opened(Settings made, ReceivedMails received, Path files)
      throws IOException, InterruptedException {
    FirstLook look = new FirstLook(received, new CompletableFuture<>());
    MailServers servers = new MailServers(made.mailboxes().getFirst(), clock);
    long begun = System.nanoTime();
    try (MailboxWatch _ = MailboxWatch.start(servers, look, files, () -> {}, clock)) {
      return (look.ended().get(PATIENCE_S, TimeUnit.SECONDS) - begun) / 1e9;
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The mailbox was not looked through in " + PATIENCE_S + " s", e);
    }
  }

  /// The database's, which tells when the first look is over.
  private record FirstLook(ReceivedMails received, CompletableFuture<Long> ended)
      implements ReceivedMails {

    @Override
    public Position position(String mailbox, String folder, long uidValidity) {
      return received.position(mailbox, folder, uidValidity);
    }

    @Override
    public boolean record(Arrival arrival, boolean advance) {
      return received.record(arrival, advance);
    }

    @Override
    public void caughtUp(String mailbox, String folder, long validity, long uid, Instant at) {
      received.caughtUp(mailbox, folder, validity, uid, at);
      boolean _ = ended.complete(System.nanoTime());
    }

    @Override
    public List<Long> unmarked(String mailbox, String folder, long uidValidity) {
      return received.unmarked(mailbox, folder, uidValidity);
    }

    @Override
    public void marked(String mailbox, String folder, long uidValidity, List<Long> uids) {
      received.marked(mailbox, folder, uidValidity, uids);
    }
  }
}
