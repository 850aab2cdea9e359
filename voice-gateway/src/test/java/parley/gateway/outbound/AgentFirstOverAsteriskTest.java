package parley.gateway.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.gateway.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.gateway.phone.TestCallee;
import parley.gateway.phone.TestCallee.Behaviour;
import parley.transfer.agent.Agent;

/// Agents who are rung before the customer, over the real Asterisk: nobody's phone rings who is not
/// needed, and a customer is called once, and only for an agent who waits.
@Tag("calls")
class AgentFirstOverAsteriskTest {

  private static final String CUSTOMER = "100200";
  private static final String NOBODY_HOME = "100180";
  private static final String BUSY = "100486";

  /// Agents' phones, by what they do.
  private static final String TAKES = "200200";

  private static final String DECLINES = "200603";
  private static final String LEAVES = "200201";

  @TempDir static Path state;
  private static AsteriskAndNetwork bed;
  private static TestCallee network;

  @SuppressWarnings("NullAway.Init") // each test says first which agents there are
  private OutboundNode one;

  @SuppressWarnings("NullAway.Init")
  private OutboundNode two;

  @BeforeAll
  static void startAsterisk() throws InterruptedException {
    bed = AsteriskAndNetwork.start(state, AgentFirstOverAsteriskTest::behaviour);
    network = bed.network();
  }

  @AfterAll
  static void stopAsterisk() {
    bed.close();
  }

  private static Behaviour behaviour(String number) {
    return switch (number) {
      case CUSTOMER -> new Behaviour.Answer(Duration.ofMillis(300), Duration.ZERO);
      case TAKES -> new Behaviour.Answer(Duration.ofMillis(200), Duration.ZERO);
      case LEAVES -> new Behaviour.Answer(Duration.ofMillis(200), Duration.ofMillis(2_500));
      case NOBODY_HOME -> new Behaviour.Ring();
      default -> new Behaviour.Refuse(Integer.parseInt(number.substring(3)), "As asked");
    };
  }

  /// Both nodes have the same agents, who are rung in this order.
  private void agents(String... phones) {
    List<Agent> agents =
        Stream.of(phones)
            .map(phone ->
                new Agent(
                    "agent" + phone,
                    phone,
                    phone,
                    bed.endpoint(phone),
                    Set.of("general"),
                    Set.of("en")))
            .toList();
    one = new OutboundNode(bed, "parleyone", agents);
    two = new OutboundNode(bed, "parleytwo", agents);
  }

  @AfterEach
  void stopNodes() {
    one.close();
    two.close();
    eventually("no phone is left ringing or talking", () -> network.live() == 0);
  }

  private int before;

  private CompletableFuture<AttemptOutcome> dial(OutboundNode node, Attempt attempt) {
    before = network.taken().size();
    return node.dial(attempt);
  }

  private List<String> rang() {
    return network.taken().stream().skip(before).map(TestCallee.Taken::number).toList();
  }

  private static AttemptOutcome of(CompletableFuture<AttemptOutcome> dialled) throws Exception {
    return dialled.get(20, TimeUnit.SECONDS);
  }

  @Test
  void anAgentIsRungThenTheCustomerAndTheTwoAreJoined() throws Exception {
    agents(TAKES);
    CompletableFuture<AttemptOutcome> outcome = dial(one, OutboundNode.attempt(CUSTOMER));
    eventually("they are joined", () -> one.joined.size() == 1);
    assertEquals(List.of(TAKES, CUSTOMER), rang());
    assertEquals(2, network.live());
    one.sayGoodbye();
    assertEquals(AttemptOutcome.KEPT, of(outcome));
    eventually("the agent's phone is free", () -> network.live() == 0 && one.free() == 1);
  }

  @Test
  void whoDeclinesIsFollowedByTheNext() throws Exception {
    agents(DECLINES, TAKES);
    CompletableFuture<AttemptOutcome> outcome = dial(one, OutboundNode.attempt(CUSTOMER));
    eventually("they are joined", () -> one.joined.equals(List.of("agent" + TAKES)));
    assertEquals(List.of(DECLINES, TAKES, CUSTOMER), rang());
    one.sayGoodbye();
    assertEquals(AttemptOutcome.KEPT, of(outcome));
  }

  @Test
  void whenNobodyTakesItTheCustomerIsNotCalledWhoeverAsks() throws Exception {
    agents(DECLINES);
    Attempt attempt = OutboundNode.attempt(CUSTOMER);
    assertEquals(AttemptOutcome.NO_TAKER, of(dial(one, attempt)));
    assertEquals(List.of(DECLINES), rang());
    assertEquals("WITHDRAWN", one.noted(attempt, "parley-attempt"));
    assertEquals(AttemptOutcome.NO_TAKER, of(two.dial(attempt)));
    assertEquals(List.of(DECLINES), rang());
    assertEquals(1, one.free());
  }

  @Test
  void anAgentIsLetGoWhenTheCustomerCannotBeReached() throws Exception {
    agents(TAKES);
    assertEquals(AttemptOutcome.BUSY, of(dial(one, OutboundNode.attempt(BUSY))));
    assertEquals(List.of(TAKES, BUSY), rang());
    eventually("the agent's phone is free", () -> network.live() == 0 && one.free() == 1);
  }

  @Test
  void theCustomersPhoneStopsRingingWhenTheAgentLeaves() throws Exception {
    agents(LEAVES);
    assertEquals(AttemptOutcome.NO_AGENT, of(dial(one, OutboundNode.attempt(NOBODY_HOME))));
    assertEquals(List.of(LEAVES, NOBODY_HOME), rang());
  }

  @Test
  void whoIsBusyOrCannotBeReachedTakesNothing() throws Exception {
    agents("200486", "200404");
    assertEquals(AttemptOutcome.NO_TAKER, of(dial(one, OutboundNode.attempt(CUSTOMER))));
    assertEquals(List.of("200486", "200404"), rang());
  }

  @Test
  void aProcessThatDiesBeforeTheCustomerIsCalledIsSucceededByOneThatBeginsWithAnAgentAgain()
      throws Exception {
    agents(TAKES);
    Attempt attempt = OutboundNode.attempt(NOBODY_HOME);
    CompletableFuture<AttemptOutcome> _ = dial(one, attempt);
    eventually("the agent's phone rings", () -> rang().equals(List.of(TAKES)));
    one.die();
    assertEquals(AttemptOutcome.NO_ANSWER, of(two.dial(attempt)));
    assertEquals(List.of(TAKES, TAKES, NOBODY_HOME), rang());
  }

  @Test
  void manyWhoAskForTheSameAttemptCallTheCustomerOnce() throws Exception {
    agents(TAKES);
    Attempt attempt = OutboundNode.attempt(BUSY);
    List<CompletableFuture<AttemptOutcome>> all = List.of(dial(one, attempt), two.dial(attempt));
    for (CompletableFuture<AttemptOutcome> outcome : all) {
      assertEquals(AttemptOutcome.BUSY, of(outcome));
    }
    assertEquals(1, rang().stream().filter(BUSY::equals).count());
  }
}
