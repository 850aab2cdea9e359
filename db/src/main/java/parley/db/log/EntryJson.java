package parley.db.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry;

/// An entry as one line of JSON, for the spool. Field names are the records' own: a spool outlives
/// a restart, so a field that is renamed there needs its old name here.
final class EntryJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(LogEntry.class, Kinds.class)
          .addMixIn(CallId.class, CallIdForm.class)
          .addMixIn(PhoneNumber.class, PhoneNumberForm.class)
          .addMixIn(Spoken.class, SpokenForm.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader())
                  .addSerializer(ZoneId.class, ToStringSerializer.instance)
                  .addDeserializer(ZoneId.class, new ZoneReader()))
          .build();

  private EntryJson() {}

  static String write(LogEntry entry) {
    try {
      return JSON.writerFor(LogEntry.class).writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      // Without the cause: Jackson quotes what it could not handle, which may be what a caller
      // said.
      throw new IllegalStateException(
          "A " + entry.getClass().getSimpleName() + " is not writable as JSON");
    }
  }

  /// Loads what writing and reading need: the first time takes up to seconds on a busy machine, and
  /// would come in the middle of a call, when the database has just gone away.
  static void warmUp() {
    CallId call = CallId.random();
    read(write(new LogEntry.Audited(call.value(), call, Instant.EPOCH, "", "", Map.of())));
  }

  /// Empty when the line is no entry.
  static Optional<LogEntry> read(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, LogEntry.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = LogEntry.CallStarted.class, name = "call-started"),
    @JsonSubTypes.Type(value = LogEntry.TurnTaken.class, name = "turn-taken"),
    @JsonSubTypes.Type(value = LogEntry.OriginalSealed.class, name = "original-sealed"),
    @JsonSubTypes.Type(value = LogEntry.LegChanged.class, name = "leg-changed"),
    @JsonSubTypes.Type(value = LogEntry.TransferTried.class, name = "transfer-tried"),
    @JsonSubTypes.Type(value = LogEntry.RecordingMade.class, name = "recording-made"),
    @JsonSubTypes.Type(value = LogEntry.CallbackPromised.class, name = "callback-promised"),
    @JsonSubTypes.Type(value = LogEntry.CallerIdentified.class, name = "caller-identified"),
    @JsonSubTypes.Type(value = LogEntry.Audited.class, name = "audited"),
    @JsonSubTypes.Type(value = LogEntry.CallEnded.class, name = "call-ended"),
    @JsonSubTypes.Type(value = LogEntry.Concluded.class, name = "concluded")
  })
  private interface Kinds {}

  @SuppressWarnings("UnusedVariable") // Jackson reads the signature only.
  private abstract static class CallIdForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    CallIdForm(UUID value) {}

    @JsonValue
    abstract UUID value();
  }

  @SuppressWarnings("UnusedVariable") // Jackson reads the signature only.
  private abstract static class PhoneNumberForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PhoneNumberForm(String value) {}

    @JsonValue
    abstract String value();
  }

  @SuppressWarnings("UnusedVariable") // Jackson reads the signature only.
  private abstract static class SpokenForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    SpokenForm(String text) {}

    @JsonValue
    abstract String text();
  }

  private static final class InstantReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Instant.parse(parser.getText());
    }
  }

  private static final class ZoneReader extends StdDeserializer<ZoneId> {
    private static final long serialVersionUID = 1;

    ZoneReader() {
      super(ZoneId.class);
    }

    @Override
    public ZoneId deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return ZoneId.of(parser.getText());
    }
  }
}
