package parley.db.log;

import java.nio.file.Path;
import java.time.Duration;
import parley.db.connection.Database;
import parley.db.embedded.EmbeddedDatabase;
import parley.dialogue.call.CallId;

/// Writes the turns of one call without end, to be killed. Prints each turn whose writing returned.
final class WriterProcess {

  private WriterProcess() {}

  public static void main(String[] args) throws Exception {
    Duration timeout = Duration.ofSeconds(2);
    Path spool = Path.of(args[1]);
    CallId call = CallId.parse(args[2]);
    SpoolingConversationLog log =
        args[3].equals("away")
            ? new SpoolingConversationLog(
                _ -> new EntryStore.Away("test"), Spool.open(spool), Pause.REAL)
            : SpoolingConversationLog.open(
                Database.open(EmbeddedDatabase.attach(Path.of(args[0])).orElseThrow(), 2, timeout)
                    .sql(),
                spool,
                timeout);
    for (int number = 1; ; number++) {
      log.write(Entries.turn(call, number));
      System.out.println("written " + number);
    }
  }
}
