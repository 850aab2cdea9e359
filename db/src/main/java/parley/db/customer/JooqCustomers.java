package parley.db.customer;

import static org.jooq.impl.DSL.lower;
import static parley.db.jooq.Tables.APPOINTMENT;
import static parley.db.jooq.Tables.AUDIT;
import static parley.db.jooq.Tables.CONTACT_LINK;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;
import parley.dialogue.memory.CustomerCase.Proof;
import parley.dialogue.memory.Customers;

/// Counts and deletes what the database holds about a caller's number or a sender's address, and
/// keeps which of them are one customer's. Thread: any.
public final class JooqCustomers implements Customers {

  private final DSLContext sql;

  public JooqCustomers(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Stored stored(ContactPoint contact) {
    return stored(sql, contact);
  }

  @Override
  public Stored forget(ContactPoint contact, Instant now) {
    return sql.transactionResult(transaction -> forget(transaction.dsl(), contact, now));
  }

  private static Stored forget(DSLContext sql, ContactPoint contact, Instant now) {
    sql.deleteFrom(CONTACT_LINK).where(ContactLinks.of(contact)).execute();
    sql.deleteFrom(APPOINTMENT).where(appointmentsOf(contact)).execute();
    Stored stored = stored(sql, contact);
    switch (contact) {
      case ContactPoint.Phone(PhoneNumber number) -> StoredCalls.delete(sql, number);
      // Also where nothing is counted: a letter about an appointment may be on its way.
      case ContactPoint.Mail(String address) -> StoredMail.delete(sql, address, now);
    }
    if (!stored.nothing()) {
      note(sql, stored, now);
    }
    return stored;
  }

  private static void note(DSLContext sql, Stored stored, Instant now) {
    sql.insertInto(AUDIT)
        .set(AUDIT.ID, UUID.randomUUID())
        .set(AUDIT.AT, now)
        .set(AUDIT.ACTOR, "command")
        .set(AUDIT.WHAT, "customer-forgotten")
        .set(
            AUDIT.DETAILS,
            JSONB.valueOf(
                "{\"conversations\": \"%d\", \"call_backs\": \"%d\", \"recordings\": \"%d\", \"mails\": \"%d\"}"
                    .formatted(
                        stored.conversations(),
                        stored.callBacks(),
                        stored.recordings().size(),
                        stored.mails())))
        .execute();
  }

  private static Stored stored(DSLContext sql, ContactPoint contact) {
    return switch (contact) {
      case ContactPoint.Phone(PhoneNumber number) -> StoredCalls.count(sql, number);
      case ContactPoint.Mail(String address) -> StoredMail.count(sql, address);
    };
  }

  @Override
  public CustomerCase caseOf(ContactPoint contact) {
    return Cases.of(sql, contact, Optional.empty());
  }

  @Override
  public boolean link(ContactPoint.Phone number, ContactPoint.Mail address, Instant now) {
    Optional<String> plain = NumberForms.plain(number.number());
    plain.ifPresent(
        digits -> ContactLinks.insert(sql, digits, address.address(), Proof.OPERATOR, null, now));
    return plain.isPresent();
  }

  @Override
  public boolean unlink(ContactPoint.Phone number, ContactPoint.Mail address) {
    return sql.deleteFrom(CONTACT_LINK)
            .where(ContactLinks.of(number).and(ContactLinks.of(address)))
            .execute()
        == 1;
  }

  private static Condition appointmentsOf(ContactPoint contact) {
    return switch (contact) {
      case ContactPoint.Phone(PhoneNumber number) -> APPOINTMENT.NUMBER.in(NumberForms.of(number));
      case ContactPoint.Mail(String address) -> lower(APPOINTMENT.MAIL).eq(address);
    };
  }
}
