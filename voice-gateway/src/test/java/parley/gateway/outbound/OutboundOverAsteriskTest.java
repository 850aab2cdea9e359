package parley.gateway.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.gateway.phone.TestCallee;
import parley.gateway.phone.TestCallee.Behaviour;

/// Calls out over the real Asterisk to a telephone network that counts them: each attempt is
/// dialled once, whichever process asks for it and however often, and its outcome is told to each.
@Tag("calls")
class OutboundOverAsteriskTest {

  private static final String PICKS_UP = "100200";
  private static final String PICKS_UP_LATE = "100201";
  private static final String HANGS_UP_AT_ONCE = "100202";
  private static final String RINGS = "100180";

  @TempDir static Path state;
  private static TestCallee network;
  private static AsteriskAndNetwork bed;

  private OutboundNode one;
  private OutboundNode two;

  @BeforeAll
  static void startAsterisk() throws InterruptedException {
    bed = AsteriskAndNetwork.start(state, OutboundOverAsteriskTest::behaviour);
    network = bed.network();
  }

  @AfterAll
  static void stopAsterisk() {
    bed.close();
  }

  /// 100NNN is refused with SIP status NNN, but for some.
  private static Behaviour behaviour(String number) {
    return switch (number) {
      case PICKS_UP -> new Behaviour.Answer(Duration.ofMillis(100), Duration.ZERO);
      case PICKS_UP_LATE -> new Behaviour.Answer(Duration.ofMillis(2_500), Duration.ZERO);
      case HANGS_UP_AT_ONCE -> new Behaviour.Answer(Duration.ofMillis(100), Duration.ofMillis(300));
      case RINGS -> new Behaviour.Ring();
      default -> new Behaviour.Refuse(Integer.parseInt(number.substring(3)), "As asked");
    };
  }

  @BeforeEach
  void startNodes() {
    one = new OutboundNode(bed, "parleyone", List.of());
    two = new OutboundNode(bed, "parleytwo", List.of());
  }

  @AfterEach
  void stopNodes() {
    one.close();
    two.close();
    eventually("no phone is left ringing or talking", () -> network.live() == 0);
  }

  private static AttemptOutcome of(CompletableFuture<AttemptOutcome> dialled) throws Exception {
    return dialled.get(20, TimeUnit.SECONDS);
  }

  private static List<TestCallee.Taken> taken(Attempt attempt) {
    return network.taken().stream()
        .filter(call -> call.attempt().equals(attempt.id().toString()))
        .toList();
  }

  private static void rings(Attempt attempt) {
    eventually("it rings", () -> !taken(attempt).isEmpty());
  }

  @Test
  void whoPicksUpIsTalkedWithAndTheCallIsDialledOnce() throws Exception {
    Attempt attempt = OutboundNode.attempt(PICKS_UP);
    CompletableFuture<AttemptOutcome> outcome = one.dial(attempt);
    eventually("they talk", () -> one.talks.size() == 1);
    assertEquals(attempt.callback().number(), one.talks.getFirst().caller());
    assertEquals(
        attempt.callback().id(), one.talks.getFirst().outbound().orElseThrow().why().callback());
    assertEquals(List.of(PICKS_UP), one.shown);
    one.sayGoodbye();
    assertEquals(AttemptOutcome.KEPT, of(outcome));
    assertEquals(
        List.of(new TestCallee.Taken(PICKS_UP, attempt.id().toString(), "+358401234567")),
        taken(attempt));
    assertEquals(AttemptOutcome.KEPT, of(two.dial(attempt)));
    assertEquals(AttemptOutcome.KEPT, of(one.dial(attempt)));
    assertEquals(1, taken(attempt).size());
    one.dialler.settled(attempt.id());
    assertEquals("", one.noted(attempt, "parley-attempt"));
    assertEquals("", one.noted(attempt, "parley-outcome"));
  }

  @ParameterizedTest
  @CsvSource({
    "486, BUSY",
    "603, BUSY",
    "404, NUMBER_REFUSED",
    "403, NUMBER_REFUSED",
    "484, NUMBER_REFUSED",
    "480, NO_ANSWER",
    "503, CONGESTION"
  })
  void whatTheNetworkSaysIsTheOutcomeAndAskingAgainDialsNothing(
      String status, AttemptOutcome expected) throws Exception {
    Attempt attempt = OutboundNode.attempt("100" + status);
    assertEquals(expected, of(one.dial(attempt)));
    assertEquals(expected, of(two.dial(attempt)));
    assertEquals(1, taken(attempt).size());
  }

  @Test
  void aPhoneThatNobodyPicksUpRingsForTheRingTime() throws Exception {
    Attempt attempt = OutboundNode.attempt(RINGS);
    assertEquals(AttemptOutcome.NO_ANSWER, of(one.dial(attempt)));
    assertEquals(1, taken(attempt).size());
  }

  @Test
  void aCancelledCallLeavesNoPhoneRinging() throws Exception {
    Attempt attempt = OutboundNode.attempt(RINGS);
    CompletableFuture<AttemptOutcome> outcome = one.dial(attempt);
    rings(attempt);
    try (RingingPhones phones = RingingPhones.at(bed.settings())) {
      assertTrue(phones.letGo(attempt.id()));
      assertEquals(AttemptOutcome.NO_ANSWER, of(outcome));
      eventually("it rings no more", () -> network.live() == 0);
      assertFalse(phones.letGo(attempt.id()));
    }
  }

  @Test
  void aTalkIsNotCutByACancel() throws Exception {
    Attempt attempt = OutboundNode.attempt(PICKS_UP);
    CompletableFuture<AttemptOutcome> outcome = one.dial(attempt);
    eventually("they talk", () -> one.talks.size() == 1);
    try (RingingPhones phones = RingingPhones.at(bed.settings())) {
      assertFalse(phones.letGo(attempt.id()));
    }
    assertEquals(1, network.live());
    one.sayGoodbye();
    assertEquals(AttemptOutcome.KEPT, of(outcome));
  }

  @Test
  void whoHangsUpAtOnceWasNotTalkedWith() throws Exception {
    Attempt attempt = OutboundNode.attempt(HANGS_UP_AT_ONCE);
    assertEquals(AttemptOutcome.OTHER_PERSON, of(one.dial(attempt)));
    assertEquals(AttemptOutcome.OTHER_PERSON, of(two.dial(attempt)));
  }

  @Test
  void aProcessThatDiesWhileItRingsIsSucceededBeforeTheCalleePicksUp() throws Exception {
    Attempt attempt = OutboundNode.attempt(PICKS_UP_LATE);
    CompletableFuture<AttemptOutcome> _ = one.dial(attempt);
    rings(attempt);
    one.die();
    CompletableFuture<AttemptOutcome> outcome = two.dial(attempt);
    eventually("the other one talks", () -> two.talks.size() == 1);
    two.sayGoodbye();
    assertEquals(AttemptOutcome.KEPT, of(outcome));
    assertEquals(1, taken(attempt).size());
  }

  @Test
  void aTalkWhoseProcessDiesIsBrokenOffAndNotDialledAgain() throws Exception {
    Attempt attempt = OutboundNode.attempt(PICKS_UP);
    CompletableFuture<AttemptOutcome> _ = one.dial(attempt);
    eventually("they talk", () -> one.talks.size() == 1);
    one.die();
    assertEquals(AttemptOutcome.BROKEN_OFF, of(two.dial(attempt)));
    assertEquals(List.of(), two.talks);
    assertEquals(1, taken(attempt).size());
  }

  @Test
  void manyWhoAskForTheSameAttemptAtOnceDialItOnce() throws Exception {
    Attempt attempt = OutboundNode.attempt("100486");
    List<CompletableFuture<AttemptOutcome>> all =
        List.of(one.dial(attempt), two.dial(attempt), one.dial(attempt), two.dial(attempt));
    for (CompletableFuture<AttemptOutcome> outcome : all) {
      assertEquals(AttemptOutcome.BUSY, of(outcome));
    }
    assertEquals(1, taken(attempt).size());
  }

  @Test
  void aSecondParleyLeavesTheFirstOnesCallsAlone() throws Exception {
    Attempt attempt = OutboundNode.attempt(PICKS_UP);
    CompletableFuture<AttemptOutcome> outcome = one.dial(attempt);
    eventually("they talk", () -> one.talks.size() == 1);
    two.calls.reconcile();
    two.calls.sweep();
    two.calls.sweep();
    assertEquals(List.of(), one.ends);
    assertEquals(1, network.live());
    one.sayGoodbye();
    assertEquals(AttemptOutcome.KEPT, of(outcome));
  }
}
