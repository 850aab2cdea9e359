package parley.db.customer;

import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Record;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.memory.Recollection;

/// Which recollection the rows of a conversation and its conclusion are. Pure.
final class Recollections {

  private Recollections() {}

  static Recollection of(Record row, Instant began, Instant now) {
    return new Recollection(
        Duration.between(began, now),
        row.get(CONVERSATION.CHANNEL),
        Disposition.valueOf(row.get(CONCLUSION.DISPOSITION)),
        row.get(CONCLUSION.RESOLVED),
        new Spoken(row.get(CONCLUSION.TOPIC)),
        new Spoken(row.get(CONCLUSION.SUMMARY)));
  }
}
