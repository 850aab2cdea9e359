package parley.db.mail;

import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static parley.db.jooq.Tables.MAIL_FOLDER;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import parley.dialogue.sealing.Sealing;
import parley.mail.mailbox.Arrival;
import parley.mail.mailbox.ReceivedMails;

/// Records mails in PostgreSQL. Thread: any.
public final class JooqReceivedMails implements ReceivedMails {

  private static final int MOST_UNMARKED = 200;
  private static final String OWN_COPY = "own-copy";

  private final DSLContext sql;
  private final Chunks chunks;

  /// @param sealing seals mails as they come
  public JooqReceivedMails(DSLContext sql, Optional<Sealing> sealing) {
    this.sql = sql;
    this.chunks = new Chunks(sealing);
  }

  @Override
  public Position position(String mailbox, String folder, long uidValidity) {
    Long last =
        sql.select(MAIL_FOLDER.LAST_UID)
            .from(MAIL_FOLDER)
            .where(folder(mailbox, folder).and(MAIL_FOLDER.UID_VALIDITY.eq(uidValidity)))
            .fetchOptional()
            .map(Record1::value1)
            .orElse(null);
    Optional<Instant> before =
        sql.select(max(MAIL_FOLDER.UPDATED_AT))
            .from(MAIL_FOLDER)
            .where(folder(mailbox, folder).and(MAIL_FOLDER.UID_VALIDITY.ne(uidValidity)))
            .fetchOptional()
            .map(Record1::value1);
    return new Position(last == null ? OptionalLong.empty() : OptionalLong.of(last), before);
  }

  @Override
  public boolean record(Arrival arrival, boolean advance) {
    try {
      return sql.transactionResult(transaction -> record(transaction.dsl(), arrival, advance));
    } catch (org.jooq.exception.DataAccessException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      throw e;
    }
  }

  private boolean record(DSLContext sql, Arrival arrival, boolean advance) throws IOException {
    Optional<UUID> own = ownReply(sql, arrival);
    UUID id = UUID.randomUUID();
    boolean fresh = insert(sql, id, arrival, own.isPresent()) == 1;
    if (fresh && own.isEmpty()) {
      chunks.write(sql, id, arrival.file());
    }
    own.ifPresent(reply ->
        sql.update(MAIL_OUTBOX)
            .set(MAIL_OUTBOX.RECEIPT_AT, arrival.at())
            .where(MAIL_OUTBOX.ID.eq(reply).and(MAIL_OUTBOX.RECEIPT_AT.isNull()))
            .execute());
    if (!fresh) {
      again(sql, arrival);
    }
    if (advance) {
      advance(sql, arrival.place(), arrival.at());
    }
    return fresh && own.isEmpty();
  }

  private static Optional<UUID> ownReply(DSLContext sql, Arrival arrival) {
    return arrival.messageId().isEmpty()
        ? Optional.empty()
        : sql.select(MAIL_OUTBOX.ID)
            .from(MAIL_OUTBOX)
            .where(MAIL_OUTBOX.MESSAGE_ID.eq(arrival.messageId()))
            .and(MAIL_OUTBOX.MAILBOX.eq(arrival.place().mailbox()))
            .fetchOptional()
            .map(Record1::value1);
  }

  private static int insert(DSLContext sql, UUID id, Arrival arrival, boolean own) {
    boolean refused = !arrival.refused().isEmpty();
    boolean settled = own || refused;
    Arrival.Place place = arrival.place();
    return sql.insertInto(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.ID, id)
        .set(MAIL_RECEIVED.MAILBOX, place.mailbox())
        .set(MAIL_RECEIVED.FOLDER, place.folder())
        .set(MAIL_RECEIVED.UID_VALIDITY, place.uidValidity())
        .set(MAIL_RECEIVED.UID, place.uid())
        .set(MAIL_RECEIVED.IDENTITY, arrival.identity())
        .set(MAIL_RECEIVED.MESSAGE_ID, arrival.messageId())
        .set(MAIL_RECEIVED.SENDER, own ? "" : arrival.sender())
        .set(MAIL_RECEIVED.SIZE_BYTES, arrival.sizeBytes())
        .set(MAIL_RECEIVED.STATE, own ? "RECORDED" : refused ? "QUARANTINED" : "RECEIVED")
        .set(MAIL_RECEIVED.REASON, own ? OWN_COPY : arrival.refused())
        .set(MAIL_RECEIVED.RECEIVED_AT, arrival.at())
        .set(MAIL_RECEIVED.SETTLED_AT, settled ? arrival.at() : null)
        .onConflict(MAIL_RECEIVED.IDENTITY)
        .doNothing()
        .execute();
  }

  /// It lies under another UID now, and is to be marked there.
  private static void again(DSLContext sql, Arrival arrival) {
    Arrival.Place place = arrival.place();
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.MAILBOX, place.mailbox())
        .set(MAIL_RECEIVED.FOLDER, place.folder())
        .set(MAIL_RECEIVED.UID_VALIDITY, place.uidValidity())
        .set(MAIL_RECEIVED.UID, place.uid())
        .set(MAIL_RECEIVED.MARKED, false)
        .where(MAIL_RECEIVED.IDENTITY.eq(arrival.identity()))
        .execute();
  }

  private static void advance(DSLContext sql, Arrival.Place place, Instant at) {
    upTo(sql, place.mailbox(), place.folder(), place.uidValidity(), place.uid(), at, null);
  }

  @Override
  public void caughtUp(String mailbox, String folder, long uidValidity, long uid, Instant at) {
    upTo(sql, mailbox, folder, uidValidity, uid, at, at);
  }

  private static void upTo(
      DSLContext sql,
      String mailbox,
      String folder,
      long uidValidity,
      long uid,
      Instant at,
      @Nullable Instant caughtUp) {
    var insert =
        sql.insertInto(MAIL_FOLDER)
            .set(MAIL_FOLDER.MAILBOX, mailbox)
            .set(MAIL_FOLDER.FOLDER, folder)
            .set(MAIL_FOLDER.UID_VALIDITY, uidValidity)
            .set(MAIL_FOLDER.LAST_UID, uid)
            .set(MAIL_FOLDER.UPDATED_AT, at)
            .set(MAIL_FOLDER.CAUGHT_UP_AT, caughtUp)
            .onConflict(MAIL_FOLDER.MAILBOX, MAIL_FOLDER.FOLDER, MAIL_FOLDER.UID_VALIDITY)
            .doUpdate()
            .set(MAIL_FOLDER.LAST_UID, greatest(MAIL_FOLDER.LAST_UID, val(uid)))
            .set(MAIL_FOLDER.UPDATED_AT, at);
    int _ =
        caughtUp == null
            ? insert.execute()
            : insert.set(MAIL_FOLDER.CAUGHT_UP_AT, caughtUp).execute();
  }

  @Override
  public List<Long> unmarked(String mailbox, String folder, long uidValidity) {
    return sql.select(MAIL_RECEIVED.UID)
        .from(MAIL_RECEIVED)
        .where(MAIL_RECEIVED.MAILBOX.eq(mailbox).and(MAIL_RECEIVED.FOLDER.eq(folder)))
        .and(MAIL_RECEIVED.UID_VALIDITY.eq(uidValidity))
        .and(MAIL_RECEIVED.MARKED.isFalse())
        .orderBy(MAIL_RECEIVED.UID)
        .limit(MOST_UNMARKED)
        .fetch(Record1::value1);
  }

  @Override
  public void marked(String mailbox, String folder, long uidValidity, List<Long> uids) {
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.MARKED, true)
        .where(MAIL_RECEIVED.MAILBOX.eq(mailbox).and(MAIL_RECEIVED.FOLDER.eq(folder)))
        .and(MAIL_RECEIVED.UID_VALIDITY.eq(uidValidity).and(MAIL_RECEIVED.UID.in(uids)))
        .execute();
  }

  private static Condition folder(String mailbox, String folder) {
    return MAIL_FOLDER.MAILBOX.eq(mailbox).and(MAIL_FOLDER.FOLDER.eq(folder));
  }
}
