package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Asterisk tells about a channel of ours, as far as Parley acts on it.
public sealed interface AriEvent {

  String channel();

  /// A channel entered the application.
  record Entered(
      String channel,
      String name,
      String caller,
      String dialled,
      String sipCallId,
      List<String> arguments,
      DialplanPlace place)
      implements AriEvent {
    public Entered {
      arguments = List.copyOf(arguments);
    }

    /// Whether it was Parley who called.
    public boolean isOutbound() {
      return !arguments.isEmpty() && arguments.getFirst().equals("outbound");
    }
  }

  /// Where a channel stands in the dialplan.
  record DialplanPlace(String context, String extension, int priority) {

    /// The step after this one, as dialplan functions write it.
    public String next() {
      return context + "," + extension + "," + (priority + 1);
    }
  }

  /// A channel left the application: it goes on in the dialplan or is gone.
  record Left(String channel) implements AriEvent {}

  /// A channel's state changed, such as `Ringing` or `Up`.
  record StateChanged(String channel, String state) implements AriEvent {}

  /// A channel is being hung up or is gone. `cause` is the Q.850 cause.
  record Gone(String channel, int cause, String causeText) implements AriEvent {}

  /// A key was pressed and released.
  record Pressed(String channel, String digit) implements AriEvent {}

  /// Reads an event; empty for the kinds that Parley does not act on.
  ///
  /// Source: Asterisk 22, `rest-api/api-docs/events.json`.
  static Optional<AriEvent> read(JsonNode json) {
    JsonNode channel = json.path("channel");
    String id = channel.path("id").asText();
    return Optional.ofNullable(
        switch (json.path("type").asText()) {
          case "StasisStart" -> entered(json, channel, id);
          case "StasisEnd" -> new Left(id);
          case "ChannelStateChange" -> new StateChanged(id, channel.path("state").asText());
          case "ChannelDestroyed", "ChannelHangupRequest" ->
              new Gone(id, json.path("cause").asInt(), json.path("cause_txt").asText());
          case "ChannelDtmfReceived" -> new Pressed(id, json.path("digit").asText());
          default -> null;
        });
  }

  private static AriEvent entered(JsonNode json, JsonNode channel, String id) {
    List<String> arguments = new ArrayList<>();
    json.path("args").forEach(a -> arguments.add(a.asText()));
    JsonNode place = channel.path("dialplan");
    return new Entered(
        id,
        channel.path("name").asText(),
        channel.path("caller").path("number").asText(),
        place.path("exten").asText(),
        channel.path("protocol_id").asText(),
        arguments,
        new DialplanPlace(
            place.path("context").asText(),
            place.path("exten").asText(),
            place.path("priority").asInt()));
  }
}
