package parley.db.followup;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import parley.callback.followup.FollowUpLetter;
import parley.callback.followup.OpenMatter;
import parley.callback.followup.OpenMatter.Meanwhile;
import parley.db.callback.OpenCallbacks;
import parley.db.customer.ContactLinks;
import parley.db.customer.NumberForms;
import parley.db.jooq.tables.records.CallRecord;
import parley.db.jooq.tables.records.ConclusionRecord;
import parley.db.jooq.tables.records.ConversationRecord;
import parley.db.jooq.tables.records.MailThreadRecord;
import parley.db.mail.JooqWaitingThreads;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;

/// One conversation that has left something to be done, as its rows tell. Thread: its
/// transaction's.
final class OpenMatters {

  private final DSLContext sql;
  private final ConversationRecord conversation;
  private final @Nullable ConclusionRecord conclusion;
  private final @Nullable CallRecord call;
  private final @Nullable MailThreadRecord thread;

  OpenMatters(DSLContext sql, UUID id) {
    this.sql = sql;
    this.conversation = sql.fetchSingle(CONVERSATION, CONVERSATION.ID.eq(id));
    this.conclusion = sql.fetchOne(CONCLUSION, CONCLUSION.CONVERSATION_ID.eq(id));
    this.call = sql.fetchOne(CALL, CALL.ID.eq(id));
    this.thread = sql.fetchOne(MAIL_THREAD, MAIL_THREAD.ID.eq(id));
  }

  OpenMatter read(Instant now) {
    return new OpenMatter(
        conversation.getId(),
        conclusion == null
            ? Disposition.NOT_ANSWERED
            : Disposition.valueOf(conclusion.getDisposition()),
        due(now),
        new Spoken(topic()),
        conversation.getLanguageCode(),
        call == null ? "" : call.getQueue(),
        number(),
        address().isPresent(),
        meanwhile());
  }

  private List<FollowUp> due(Instant now) {
    return sql.selectFrom(FOLLOW_UP)
        .where(FOLLOW_UP.CONVERSATION_ID.eq(conversation.getId()))
        .and(FOLLOW_UP.STATUS.eq("OPEN").and(FOLLOW_UP.DUE_AT.le(now)))
        .orderBy(FOLLOW_UP.DUE_AT)
        .fetch(row ->
            new FollowUp(
                row.getId(),
                FollowUp.Kind.valueOf(row.getKind()),
                row.getDueAt(),
                new Spoken(row.getWhat())));
  }

  private String topic() {
    return conclusion == null ? "" : conclusion.getTopic();
  }

  private Optional<PhoneNumber> number() {
    if (call != null) {
      return Optional.of(new PhoneNumber(call.getCaller())).filter(PhoneNumber::known);
    }
    return thread == null ? Optional.empty() : ContactLinks.number(sql, thread.getCustomer());
  }

  /// Of a call's customer the address that was proven to be theirs; of a thread the one that wrote,
  /// unless a machine did.
  private Optional<String> address() {
    if (thread != null) {
      return byRobot(thread.getId()) ? Optional.empty() : Optional.of(thread.getCustomer());
    }
    return number().flatMap(number -> ContactLinks.addresses(sql, number).stream().findFirst());
  }

  private boolean byRobot(UUID id) {
    return sql.fetchExists(
        MAIL_RECEIVED,
        MAIL_RECEIVED
            .THREAD_ID
            .eq(id)
            .and(MAIL_RECEIVED.STATE.in("RECORDED", "QUARANTINED"))
            .and(MAIL_RECEIVED.REASON.notIn(JooqWaitingThreads.NO_ROBOTS)));
  }

  private Meanwhile meanwhile() {
    if (isOurs()) {
      return Meanwhile.OUR_CALL;
    }
    if (coming().isPresent()) {
      return Meanwhile.CALL_COMES;
    }
    if (hasCalled() || hasWritten() || wasCalled()) {
      return Meanwhile.IN_TOUCH;
    }
    if (thread == null) {
      return Meanwhile.NOTHING;
    }
    if (thread.getState().equals("PERSON")) {
      return Meanwhile.WITH_PERSON;
    }
    return thread.getFollowedUpAt() == null ? Meanwhile.NOTHING : Meanwhile.WRITTEN;
  }

  /// A call that we make has its attempt's id where others have that of their phone.
  private boolean isOurs() {
    return call != null
        && !call.getSipCallId().isEmpty()
        && sql.fetchExists(
            CALLBACK_ATTEMPT, CALLBACK_ATTEMPT.ID.cast(SQLDataType.CLOB).eq(call.getSipCallId()));
  }

  /// The call that the customer gets anyway.
  Optional<UUID> coming() {
    Condition theirs = CALLBACK.STATE.in("WAITING", "DIALLING").and(CALLBACK.NUMBER.in(forms()));
    Condition ofThis = OpenCallbacks.all().and(CALLBACK.CONVERSATION_ID.eq(conversation.getId()));
    return sql.select(CALLBACK.ID)
        .from(CALLBACK)
        .where(theirs.or(ofThis))
        .and(CALLBACK.ORIGIN.ne(inline("APPOINTMENT")))
        .orderBy(CALLBACK.NEXT_AT)
        .limit(1)
        .fetchOptional(CALLBACK.ID);
  }

  private Set<String> forms() {
    return number().map(NumberForms::of).orElse(Set.of());
  }

  private boolean hasCalled() {
    Set<String> forms = forms();
    return !forms.isEmpty()
        && sql.fetchExists(
            CALL,
            CALL.CALLER
                .in(forms)
                .and(CALL.STARTED_AT.gt(conversation.getCreatedAt()))
                .and(CALL.ID.ne(conversation.getId()))
                .and(
                    CALL.SIP_CALL_ID.notIn(
                        DSL.select(CALLBACK_ATTEMPT.ID.cast(SQLDataType.CLOB))
                            .from(CALLBACK_ATTEMPT)
                            .join(CALLBACK)
                            .on(CALLBACK.ID.eq(CALLBACK_ATTEMPT.CALLBACK_ID))
                            .where(CALLBACK.NUMBER.in(forms)))));
  }

  private boolean hasWritten() {
    return address()
        .map(address ->
            sql.fetchExists(
                MAIL_THREAD,
                lower(MAIL_THREAD.CUSTOMER)
                    .eq(address.toLowerCase(Locale.ROOT))
                    .and(MAIL_THREAD.CREATED_AT.gt(conversation.getCreatedAt()))
                    .and(MAIL_THREAD.ID.ne(conversation.getId()))))
        .orElse(false);
  }

  private boolean wasCalled() {
    return sql.fetchExists(
        CALLBACK,
        CALLBACK
            .STATE
            .eq(inline("KEPT"))
            .and(CALLBACK.NUMBER.in(forms()).or(CALLBACK.CONVERSATION_ID.eq(conversation.getId())))
            .and(CALLBACK.CLOSED_AT.gt(conversation.getCreatedAt()))
            .and(CALLBACK.ORIGIN.ne(inline("APPOINTMENT"))));
  }

  /// What the customer is written; empty where their address is not known.
  Optional<FollowUpLetter> letter() {
    return address()
        .map(address ->
            new FollowUpLetter(
                conversation.getId(),
                address,
                topic(),
                conversation.getLanguageCode(),
                Optional.ofNullable(thread).map(this::inThread)));
  }

  private FollowUpLetter.InThread inThread(MailThreadRecord row) {
    String last =
        sql.select(MAIL_RECEIVED.MESSAGE_ID)
            .from(MAIL_RECEIVED)
            .where(MAIL_RECEIVED.THREAD_ID.eq(row.getId()))
            .orderBy(MAIL_RECEIVED.RECEIVED_AT.desc())
            .limit(1)
            .fetchOptional(MAIL_RECEIVED.MESSAGE_ID)
            .orElse("");
    return new FollowUpLetter.InThread(row.getId(), row.getMailbox(), row.getSubject(), last);
  }
}
