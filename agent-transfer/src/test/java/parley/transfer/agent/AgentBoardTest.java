package parley.transfer.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.transfer.agent.TestAgents.ADA;
import static parley.transfer.agent.TestAgents.BEN;
import static parley.transfer.agent.TestAgents.CLEO;
import static parley.transfer.agent.TestAgents.DAN;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentBoardTest {

  private static final Wanted ANYBODY = new Wanted("", "en");
  private static final Duration WRAP_UP = Duration.ofSeconds(20);

  private final ManualClock clock = new ManualClock();
  private final AgentBoard board = new AgentBoard(Agents.of(ADA, BEN, CLEO, DAN), WRAP_UP, clock);

  @BeforeEach
  void everyPhoneIsIdle() {
    List.of(ADA, BEN, CLEO, DAN).forEach(agent -> board.phoneState(agent.id(), PhoneState.IDLE));
  }

  private Optional<Agent> reserved(Wanted wanted, String... exclude) {
    return board.reserveBest(wanted, Set.of(exclude)).map(Reservation::agent);
  }

  @Test
  void exactSkillGoesBeforeGeneral() {
    assertEquals(Optional.of(ADA), reserved(new Wanted("payments", "en")));
    assertEquals(Optional.of(BEN), reserved(new Wanted("payments", "en")));
    assertEquals(Optional.of(DAN), reserved(new Wanted("payments", "en")));
    assertEquals(Optional.empty(), reserved(new Wanted("payments", "en")));
  }

  @Test
  void callerWhoWantsAnybodyGetsASpecialistBeforeNobody() {
    assertEquals(Optional.of(BEN), reserved(ANYBODY));
    assertEquals(Optional.of(DAN), reserved(ANYBODY));
    assertEquals(Optional.of(ADA), reserved(ANYBODY));
  }

  @Test
  void specialistForSomethingElseIsNotRung() {
    assertEquals(Optional.empty(), reserved(new Wanted("payments", "fr")));
    assertEquals(Optional.of(CLEO), reserved(new Wanted("Travel", "fr-CA")));
  }

  @Test
  void languageIsNeeded() {
    assertEquals(Optional.of(BEN), reserved(new Wanted("payments", "de")));
    assertEquals(Optional.empty(), reserved(new Wanted("payments", "de")));
  }

  @Test
  void excludedAgentIsNotReserved() {
    assertEquals(Optional.of(DAN), reserved(ANYBODY, "ben"));
  }

  @Test
  void longestIdleAgentIsNext() {
    Reservation first = board.reserveBest(ANYBODY, Set.of()).orElseThrow();
    clock.advance(Duration.ofSeconds(1));
    board.release(first);
    assertEquals(Optional.of(DAN), reserved(ANYBODY));
  }

  @Test
  void callOfTheirOwnCountsAsUseButAReturnedRegistrationDoesNot() {
    board.phoneState("ben", PhoneState.OFFLINE);
    board.phoneState("ben", PhoneState.IDLE);
    board.phoneState("dan", PhoneState.IN_CALL);
    board.phoneState("dan", PhoneState.IDLE);
    assertEquals(Optional.of(BEN), reserved(ANYBODY));
  }

  @ParameterizedTest
  @EnumSource(value = PhoneState.class, names = "IDLE", mode = EnumSource.Mode.EXCLUDE)
  void phoneThatIsNotIdleIsNotRung(PhoneState state) {
    board.phoneState("ben", state);
    assertEquals(Optional.of(DAN), reserved(ANYBODY));
  }

  @Test
  void phoneIsOfflineUntilAsteriskSaysOtherwise() {
    AgentBoard fresh = new AgentBoard(Agents.of(BEN), WRAP_UP, clock);
    assertTrue(fresh.reserveBest(ANYBODY, Set.of()).isEmpty());
    assertEquals(PhoneState.OFFLINE, fresh.picture().getFirst().phone());
  }

  @ParameterizedTest
  @EnumSource(value = Availability.class, names = "AVAILABLE", mode = EnumSource.Mode.EXCLUDE)
  void agentWhoIsNotAvailableIsNotRung(Availability availability) {
    assertTrue(board.availability("ben", availability));
    assertEquals(Optional.of(DAN), reserved(ANYBODY));
  }

  @Test
  void unknownAgentChangesNothing() {
    board.phoneState("caller-phone", PhoneState.IDLE);
    assertFalse(board.availability("nobody", Availability.BUSY));
    assertEquals(4, board.picture().size());
  }

  @Test
  void releaseIsIdempotentAndKnowsItsReservation() {
    Reservation old = board.reserveBest(new Wanted("", "de"), Set.of()).orElseThrow();
    assertTrue(board.release(old));
    assertFalse(board.release(old));
    Reservation current = board.reserveBest(new Wanted("", "de"), Set.of()).orElseThrow();
    assertFalse(board.release(old));
    assertTrue(board.picture().get(1).reserved());
    assertTrue(board.release(current));
  }

  @Test
  void agentIsLeftAloneForTheWrapUpTimeAfterATalk() {
    Wanted german = new Wanted("", "de");
    Reservation talk = board.reserveBest(german, Set.of()).orElseThrow();
    assertTrue(board.releaseAfterTalk(talk));
    assertTrue(board.picture().get(1).wrappingUp());
    assertTrue(board.reserveBest(german, Set.of()).isEmpty());
    clock.advance(WRAP_UP);
    assertEquals(Optional.of(BEN), reserved(german));
  }

  @Test
  void twoCallsNeverGetTheSameAgent() throws Exception {
    List<Agent> hundred =
        IntStream.range(0, 100)
            .mapToObj(i -> TestAgents.agent("agent" + i, Set.of("general"), Set.of("en")))
            .toList();
    AgentBoard busy =
        new AgentBoard(Agents.of(hundred.toArray(Agent[]::new)), Duration.ZERO, clock);
    hundred.forEach(agent -> busy.phoneState(agent.id(), PhoneState.IDLE));
    CountDownLatch together = new CountDownLatch(1);
    Callable<Optional<Reservation>> call =
        () -> {
          together.await();
          return busy.reserveBest(ANYBODY, Set.of());
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Reservation>>> calls =
          IntStream.range(0, 300).mapToObj(i -> threads.submit(call)).toList();
      together.countDown();
      Set<String> rung = new HashSet<>();
      int answers = 0;
      for (Future<Optional<Reservation>> answer : calls) {
        Optional<Reservation> made = answer.get();
        answers += made.isPresent() ? 1 : 0;
        made.ifPresent(reservation -> rung.add(reservation.agent().id()));
      }
      assertEquals(100, answers);
      assertEquals(100, rung.size());
    }
  }
}
