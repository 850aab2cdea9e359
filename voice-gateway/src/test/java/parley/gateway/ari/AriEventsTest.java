package parley.gateway.ari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.Eventually.eventually;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.Secret;
import parley.gateway.FakeAsterisk;
import parley.gateway.FakeWebSocket;

/// The stream of events over a connection that breaks, lies and is taken over.
class AriEventsTest {
  private final List<AriEvent> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger connected = new AtomicInteger();
  private FakeAsterisk asterisk;
  private AriClient ari;
  private AriEvents events;

  @BeforeEach
  void start() throws IOException {
    asterisk = new FakeAsterisk();
    ari =
        new AriClient(
            asterisk.address(), "parley", new Secret("secret"), Duration.ofSeconds(5), "parley");
    events = new AriEvents(ari, heard::add, connected::incrementAndGet);
    events.start();
  }

  @AfterEach
  void stop() throws IOException {
    events.close();
    ari.close();
    asterisk.close();
  }

  private static void left(FakeWebSocket socket, String channel) throws IOException {
    socket.sendText("{\"type\":\"StasisEnd\",\"channel\":{\"id\":\"" + channel + "\"}}");
  }

  private void hears(String channel) {
    eventually(channel, () -> heard.contains(new AriEvent.Left(channel)));
  }

  @Test
  void eventsComeInOrderWhateverIsBetweenThem() throws Exception {
    FakeWebSocket socket = asterisk.webSocket();
    assertTrue(socket.target().contains("app=parley"), socket.target());
    left(socket, "a");
    socket.sendText("{\"type\":\"SomethingOfTomorrow\"}");
    socket.sendText("this is no json {");
    socket.sendText("");
    socket.sendBinary(new byte[100]);
    left(socket, "b");
    hears("b");
    assertEquals(List.of(new AriEvent.Left("a"), new AriEvent.Left("b")), heard);
    assertTrue(events.unreadable() >= 1);
    assertTrue(events.isConnected());
  }

  @Test
  void whoHearsAnEventIsConnected() throws Exception {
    FakeWebSocket _ = asterisk.webSocket();
    for (int i = 0; i < 20; i++) {
      List<Boolean> connectedWhenHeard = new CopyOnWriteArrayList<>();
      AriEvents[] stream = new AriEvents[1];
      stream[0] =
          new AriEvents(ari, _ -> connectedWhenHeard.add(stream[0].isConnected()), () -> {});
      stream[0].start();
      left(asterisk.webSocket(), "first");
      eventually("heard", () -> !connectedWhenHeard.isEmpty());
      stream[0].close();
      assertEquals(List.of(true), connectedWhenHeard);
    }
  }

  @Test
  void aLostConnectionIsMadeAgainAndReconciled() throws Exception {
    FakeWebSocket first = asterisk.webSocket();
    eventually("reconciled once", () -> connected.get() == 1);
    first.abort();
    FakeWebSocket second = asterisk.webSocket();
    eventually("reconciled twice", () -> connected.get() == 2);
    second.sendClose(1001);
    FakeWebSocket third = asterisk.webSocket();
    left(third, "still here");
    hears("still here");
  }

  @Test
  void aRestartedAsteriskIsFoundAgain() throws Exception {
    FakeWebSocket _ = asterisk.webSocket();
    int port = asterisk.port();
    asterisk.close();
    eventually("the end is seen", () -> !events.isConnected());
    eventually("the port is free again", () -> isBack(port));
    left(asterisk.webSocket(), "back");
    hears("back");
  }

  private boolean isBack(int port) {
    try {
      asterisk = new FakeAsterisk(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void anEventOfTwoMegabytesEndsTheConnectionAndNotTheEvents() throws Exception {
    FakeWebSocket socket = asterisk.webSocket();
    socket.sendText("{\"type\":\"StasisEnd\",\"x\":\"" + "x".repeat(2 << 20) + "\"}");
    left(asterisk.webSocket(), "after");
    hears("after");
    assertEquals(1, heard.size());
  }

  @Test
  void aSecondParleyIsNotFoughtWith() throws Exception {
    FakeWebSocket socket = asterisk.webSocket();
    eventually("reconciled", () -> connected.get() == 1);
    socket.sendText("{\"type\":\"ApplicationReplaced\",\"application\":\"parley\"}");
    eventually("known", events::isReplaced);
    eventually("not connected", () -> !events.isConnected());
    eventually("hung up", socket::hasEnded);
    assertEquals(1, connected.get());
  }

  @Test
  void aReconciliationThatFailsEndsNothing() throws Exception {
    AriEvents failing =
        new AriEvents(
            ari,
            heard::add,
            () -> {
              throw new AriException(500, "no");
            });
    FakeWebSocket _ = asterisk.webSocket();
    failing.start();
    left(asterisk.webSocket(), "anyway");
    hears("anyway");
    failing.close();
    eventually("closed", () -> !failing.isConnected());
    assertFalse(failing.isReplaced());
  }
}
