package parley.db.customer;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;
import parley.dialogue.memory.CustomerCase.Line;
import parley.dialogue.memory.CustomerCase.Linked;

/// Conversations of one customer over all channels, for people to read. Thread: any.
public final class Cases {

  private static final int MOST = 20;

  private Cases() {}

  /// What else there is of the customer of a call.
  public static CustomerCase ofCall(DSLContext sql, UUID call) {
    return sql.select(CALL.CALLER)
        .from(CALL)
        .where(CALL.ID.eq(call))
        .fetchOptional()
        .map(row -> new PhoneNumber(row.value1()))
        .filter(caller -> !NumberForms.of(caller).isEmpty())
        .map(caller -> of(sql, new ContactPoint.Phone(caller), Optional.of(call)))
        .orElse(CustomerCase.NONE);
  }

  /// What else there is of the customer of a thread of mail.
  public static CustomerCase ofThread(DSLContext sql, UUID thread, String customer) {
    return of(sql, new ContactPoint.Mail(customer), Optional.of(thread));
  }

  static CustomerCase of(DSLContext sql, ContactPoint contact, Optional<UUID> except) {
    List<Linked> linked = ContactLinks.linked(sql, contact);
    Condition theirs =
        Stream.concat(Stream.of(contact), linked.stream().map(Linked::contact))
            .map(Cases::over)
            .reduce(DSL.falseCondition(), Condition::or);
    return new CustomerCase(linked, lines(sql, theirs, except));
  }

  private static Condition over(ContactPoint contact) {
    return switch (contact) {
      case ContactPoint.Phone(PhoneNumber number) ->
          CONVERSATION.ID.in(
              select(CALL.ID).from(CALL).where(CALL.CALLER.in(NumberForms.of(number))));
      case ContactPoint.Mail(String address) ->
          CONVERSATION.ID.in(
              select(MAIL_THREAD.ID)
                  .from(MAIL_THREAD)
                  .where(lower(MAIL_THREAD.CUSTOMER).eq(address)));
    };
  }

  private static List<Line> lines(DSLContext sql, Condition theirs, Optional<UUID> except) {
    return sql.select(
            CONVERSATION.ID,
            CONVERSATION.CHANNEL,
            CONVERSATION.CREATED_AT,
            CONVERSATION.STATUS,
            CONCLUSION.TOPIC)
        .from(CONVERSATION)
        .leftJoin(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(CONVERSATION.ID))
        .where(theirs)
        .and(except.map(CONVERSATION.ID::ne).orElse(DSL.noCondition()))
        .orderBy(CONVERSATION.CREATED_AT.desc())
        .limit(MOST)
        .fetch(row ->
            new Line(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5() == null ? "" : row.value5()));
  }
}
