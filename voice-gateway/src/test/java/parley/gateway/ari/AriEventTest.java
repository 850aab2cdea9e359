package parley.gateway.ari;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Events as Asterisk 22.10 sends them.
class AriEventTest {
  private static final String CHANNEL =
      """
      "channel":{"id":"1732181000.4","name":"PJSIP/test-trunk-00000001","state":"Ring",
      "protocol_id":"abc@127.0.0.2","caller":{"name":"","number":"+358401234567"},
      "connected":{"name":"","number":""},"accountcode":"","dialplan":{"context":"from-trunk",
      "exten":"1000","priority":5,"app_name":"Stasis","app_data":"parley,dialplan,1000"},
      "creationtime":"2026-11-21T09:00:00.000+0000","language":"en"}
      """;

  private static Optional<AriEvent> read(String json) throws JsonProcessingException {
    return AriEvent.read(new ObjectMapper().readTree(json));
  }

  private static AriEvent known(String fields) throws JsonProcessingException {
    return read("{%s,\"timestamp\":\"2026-11-21T09:00:00.000+0000\",%s}".formatted(fields, CHANNEL))
        .orElseThrow();
  }

  @Test
  void aCallerEnters() throws JsonProcessingException {
    AriEvent event = known("\"type\":\"StasisStart\",\"args\":[\"agi\",\"language=en\"]");
    assertEquals(
        new AriEvent.Entered(
            "1732181000.4",
            "PJSIP/test-trunk-00000001",
            "+358401234567",
            "1000",
            "abc@127.0.0.2",
            List.of("agi", "language=en"),
            new AriEvent.DialplanPlace("from-trunk", "1000", 5)),
        event);
    assertEquals("from-trunk,1000,6", ((AriEvent.Entered) event).place().next());
  }

  @Test
  void channelsRingLeaveAndGo() throws JsonProcessingException {
    assertEquals(
        new AriEvent.StateChanged("1732181000.4", "Ring"),
        known("\"type\":\"ChannelStateChange\""));
    assertEquals(new AriEvent.Left("1732181000.4"), known("\"type\":\"StasisEnd\""));
    assertEquals(
        new AriEvent.Gone("1732181000.4", 17, "User busy"),
        known("\"type\":\"ChannelDestroyed\",\"cause\":17,\"cause_txt\":\"User busy\""));
    assertEquals(
        new AriEvent.Gone("1732181000.4", 0, ""), known("\"type\":\"ChannelHangupRequest\""));
  }

  @Test
  void aKeyIsPressed() throws JsonProcessingException {
    assertEquals(
        new AriEvent.Pressed("1732181000.4", "#"),
        known("\"type\":\"ChannelDtmfReceived\",\"digit\":\"#\",\"duration_ms\":120"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "42",
        "{\"type\":\"Dial\",\"dialstatus\":\"ANSWER\"}",
        "{\"type\":\"ChannelVarset\",\"variable\":\"X\",\"value\":\"y\"}",
        "{\"type\":\"SomethingOfTomorrow\"}",
        "{\"type\":null}",
        "{\"type\":{\"type\":\"StasisStart\"}}"
      })
  void whatParleyDoesNotActOnIsNoEvent(String json) throws JsonProcessingException {
    assertEquals(Optional.empty(), read(json));
  }

  @Test
  void anEventWithoutItsFieldsBreaksNothing() throws JsonProcessingException {
    assertEquals(
        Optional.of(
            new AriEvent.Entered(
                "", "", "", "", "", List.of(), new AriEvent.DialplanPlace("", "", 0))),
        read("{\"type\":\"StasisStart\",\"args\":7,\"channel\":\"x\"}"));
  }
}
