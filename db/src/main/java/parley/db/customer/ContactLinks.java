package parley.db.customer;

import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CONTACT_LINK;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase.Linked;
import parley.dialogue.memory.CustomerCase.Proof;

/// Which number and which address are one customer's. A link is followed one step and no further:
/// two customers of one telephone would else be taken for one. Thread: any.
public final class ContactLinks {

  private ContactLinks() {}

  /// A caller was identified, and a system of the site named their address.
  public static void proven(DSLContext sql, UUID call, String address, Instant at) {
    Optional<String> number =
        sql.select(CALL.CALLER)
            .from(CALL)
            .where(CALL.ID.eq(call))
            .fetchOptional()
            .flatMap(row -> NumberForms.plain(new PhoneNumber(row.value1())));
    number.ifPresent(plain -> insert(sql, plain, address, Proof.IDENTIFIED, call, at));
  }

  static void insert(
      DSLContext sql,
      String number,
      String address,
      Proof proof,
      @Nullable UUID conversation,
      Instant at) {
    sql.insertInto(CONTACT_LINK)
        .set(CONTACT_LINK.NUMBER, number)
        .set(CONTACT_LINK.ADDRESS, address.toLowerCase(Locale.ROOT))
        .set(CONTACT_LINK.PROOF, proof.name())
        .set(CONTACT_LINK.CONVERSATION_ID, conversation)
        .set(CONTACT_LINK.LINKED_AT, at)
        .onConflict(CONTACT_LINK.NUMBER, CONTACT_LINK.ADDRESS)
        .doNothing()
        .execute();
  }

  /// A condition that nothing fulfils for what is no customer's number.
  static Condition of(ContactPoint contact) {
    return switch (contact) {
      case ContactPoint.Phone(PhoneNumber number) ->
          CONTACT_LINK.NUMBER.eq(NumberForms.plain(number).orElse(""));
      case ContactPoint.Mail(String address) -> CONTACT_LINK.ADDRESS.eq(address);
    };
  }

  /// What is linked to a contact point.
  static List<Linked> linked(DSLContext sql, ContactPoint contact) {
    return sql.selectFrom(CONTACT_LINK)
        .where(of(contact))
        .orderBy(CONTACT_LINK.LINKED_AT)
        .fetch(row ->
            new Linked(
                switch (contact) {
                  case ContactPoint.Phone _ -> new ContactPoint.Mail(row.getAddress());
                  case ContactPoint.Mail _ ->
                      new ContactPoint.Phone(new PhoneNumber("+" + row.getNumber()));
                },
                Proof.valueOf(row.getProof()),
                row.getLinkedAt()));
  }

  /// The addresses of whoever calls from a number; none where several customers do, for then nobody
  /// knows who it is this time.
  public static Set<String> addresses(DSLContext sql, PhoneNumber number) {
    Set<String> all =
        linked(sql, new ContactPoint.Phone(number)).stream()
            .map(link -> link.contact().value())
            .collect(Collectors.toSet());
    return all.size() == 1 ? all : Set.of();
  }

  /// The number of whoever writes from an address; none where there are several.
  public static Optional<PhoneNumber> number(DSLContext sql, String address) {
    List<String> all =
        sql.selectFrom(CONTACT_LINK)
            .where(CONTACT_LINK.ADDRESS.eq(address.toLowerCase(Locale.ROOT)))
            .fetch(CONTACT_LINK.NUMBER);
    return all.size() == 1 ? Optional.of(new PhoneNumber("+" + all.getFirst())) : Optional.empty();
  }
}
