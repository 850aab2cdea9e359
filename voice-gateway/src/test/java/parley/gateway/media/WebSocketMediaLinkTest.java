package parley.gateway.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.Eventually.eventually;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.gateway.FakeAsterisk;
import parley.gateway.FakeWebSocket;

/// Audio over chan_websocket's protocol, against a server that speaks it.
class WebSocketMediaLinkTest {
  private final RecordingListener listener = new RecordingListener();
  private final HttpClient http = HttpClient.newHttpClient();
  private FakeAsterisk asterisk;
  private WebSocketMediaLink link;
  private FakeWebSocket leg;

  @BeforeEach
  void connect() throws Exception {
    asterisk = new FakeAsterisk();
    link = open("/media/abc");
    leg = asterisk.webSocket();
    leg.sendText(
        "{\"event\":\"MEDIA_START\",\"format\":\"slin\",\"optimal_frame_size\":320,\"ptime\":20}");
  }

  private WebSocketMediaLink open(String path) throws IOException {
    return WebSocketMediaLink.connect(
        http,
        URI.create("ws://" + asterisk.address() + path),
        8_000,
        Duration.ofSeconds(5),
        listener);
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    asterisk.close();
    http.shutdownNow();
  }

  private void ended(String beginning) {
    eventually("the end is told", () -> !listener.ends.isEmpty());
    assertTrue(listener.ends.getFirst().startsWith(beginning), listener.ends.getFirst());
  }

  @Test
  void theCallersAudioComesInFramesHoweverItIsCut() throws IOException {
    byte[] audio = new byte[640];
    audio[0] = 0x34;
    audio[1] = 0x12;
    audio[638] = (byte) 0xff;
    audio[639] = (byte) 0xff;
    leg.sendBinary(java.util.Arrays.copyOfRange(audio, 0, 1));
    leg.sendBinary(new byte[0]);
    leg.sendBinary(java.util.Arrays.copyOfRange(audio, 1, 323));
    leg.sendBinary(java.util.Arrays.copyOfRange(audio, 323, 640));
    eventually("two frames", () -> listener.frames.size() == 2);
    assertEquals(0x1234, listener.frames.getFirst()[0]);
    assertEquals(-1, listener.frames.getLast()[159]);
  }

  @Test
  void audioAndMarksAreSentInOrderAndNotInTooLargeMessages() {
    link.play(
        new short[40_000],
        List.of(new MediaLink.Mark(3_200, "1:80"), new MediaLink.Mark(40_000, "1:1000")));
    eventually("all audio", () -> leg.bytes() == 80_000);
    eventually("all commands", () -> leg.texts().size() == 4);
    assertTrue(leg.largest() <= 32_000);
    assertArrayEquals(
        new String[] {
          "{\"command\":\"START_MEDIA_BUFFERING\"}",
          "{\"command\":\"MARK_MEDIA\",\"correlation_id\":\"1:80\"}",
          "{\"command\":\"MARK_MEDIA\",\"correlation_id\":\"1:1000\"}",
          "{\"command\":\"STOP_MEDIA_BUFFERING\"}"
        },
        leg.texts().toArray());
  }

  @Test
  void throwingAwayAlsoEndsAPause() {
    link.pause();
    link.flush();
    eventually("three commands", () -> leg.texts().size() == 3);
    assertEquals(
        List.of(
            "{\"command\":\"PAUSE_MEDIA\"}",
            "{\"command\":\"FLUSH_MEDIA\"}",
            "{\"command\":\"CONTINUE_MEDIA\"}"),
        leg.texts());
  }

  @Test
  void marksAreTold() throws IOException {
    leg.sendText("{\"event\":\"MEDIA_XOFF\",\"channel_id\":\"m1\"}");
    leg.sendText("{\"event\":\"MEDIA_MARK_PROCESSED\",\"correlation_id\":\"1:1000\"}");
    eventually("the mark", () -> listener.marks.equals(List.of("1:1000")));
    assertEquals(List.of(), listener.ends);
  }

  @Test
  void textThatIsNoJsonEndsTheLineOnce() throws IOException {
    leg.sendText("MEDIA_START connection_id:1 {");
    leg.sendText("not json either");
    ended("a control message was not JSON");
    leg.abort();
    assertEquals(1, listener.ends.size());
  }

  @Test
  void textWithoutEndEndsTheLine() throws IOException {
    leg.sendText("x".repeat(100_000));
    ended("a control message was too large");
  }

  @Test
  void aCloseIsTold() throws IOException {
    leg.sendClose(1009);
    ended("closed by Asterisk with code 1009");
  }

  @Test
  void anAbruptEndIsTold() throws IOException {
    leg.sendText("{\"event\":\"MEDIA_MARK_PROCESSED\",\"correlation_id\":\"1:1000\"}");
    eventually("the mark", () -> !listener.marks.isEmpty());
    leg.abort();
    eventually("the end is told", () -> !listener.ends.isEmpty());
  }

  @Test
  void afterOurOwnEndNothingIsTold() {
    link.close();
    link.close();
    eventually("the socket is gone", leg::hasEnded);
    assertEquals(List.of(), listener.ends);
    assertThrows(MediaLineBroken.class, () -> link.pause());
  }

  @Test
  void anUnknownLegIsNoLine() {
    asterisk.on("GET /media/nobody", 404, "");
    assertThrows(IOException.class, () -> open("/media/nobody"));
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedForLong() throws IOException {
    asterisk.close();
    assertThrows(IOException.class, () -> open("/media/later"));
  }
}
