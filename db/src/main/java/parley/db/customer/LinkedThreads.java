package parley.db.customer;

import static org.jooq.impl.DSL.lower;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.Recollection;

/// The concluded threads of mail of a caller whose address is proven. Thread: any.
final class LinkedThreads {

  private LinkedThreads() {}

  static List<Recollection> of(
      DSLContext sql, PhoneNumber caller, Duration back, int most, Instant now) {
    Set<String> addresses = ContactLinks.addresses(sql, caller);
    return addresses.isEmpty()
        ? List.of()
        : ConcludedThreads.of(sql, lower(MAIL_THREAD.CUSTOMER).in(addresses), back, most, now);
  }
}
