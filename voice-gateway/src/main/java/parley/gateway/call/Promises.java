package parley.gateway.call;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.promise.PromiseResult;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.ConversationAction;
import parley.mail.notice.Notice;

/// The promises to call back that one call makes, moves or takes back.
///
/// Thread: the call's own.
final class Promises {
  private static final Logger LOG = LoggerFactory.getLogger(Promises.class);

  private final CallFacts facts;
  private final CallParts parts;
  private @Nullable Instant waitingSince;

  Promises(CallFacts facts, CallParts parts) {
    this.facts = facts;
    this.parts = parts;
  }

  /// The caller waits for a person from now on; who waits again keeps the first place.
  void waits() {
    if (waitingSince == null) {
      waitingSince = parts.clock().instant();
    }
  }

  void make(ConversationAction.PromiseCallback wanted) {
    Optional<Instant> place = Optional.ofNullable(waitingSince).filter(_ -> wanted.keepsPlace());
    PromiseResult result = parts.callbacks().promise(facts.id(), wanted, facts.language(), place);
    LOG.info("Call back: {}", result.getClass().getSimpleName());
    if (result instanceof PromiseResult.Promised) {
      parts
          .mail()
          .tell(
              new Notice(
                  UUID.randomUUID(),
                  Notice.Kind.CALLBACK_PROMISED,
                  facts.id(),
                  parts.clock().instant(),
                  wanted.number(),
                  wanted.reason(),
                  Spoken.NOTHING));
    }
  }

  void move(UUID promise, CallbackWindow window) {
    parts.callbacks().move(facts.id(), promise, facts.calledAgain(window), facts.language());
  }

  void never(PhoneNumber number) {
    parts.callbacks().never(number);
  }

  void cancel(UUID promise) {
    parts.callbacks().cancel(promise);
  }
}
