package parley.server.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.callback.followup.FollowUpTasks;
import parley.callback.promise.DialableNumbers;
import parley.callback.work.CallbackOverview;
import parley.config.Settings;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackTimes;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.log.CallLog;
import parley.server.command.CommandContext;
import parley.server.command.CommandLineFactory;

/// What the command says and refuses; the database's part has tests of its own.
class CallbacksCommandTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  private static final Instant NOW = Instant.parse("2026-03-27T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir private Path state;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeCallbacks callbacks = new FakeCallbacks();
  private final FakeFollowUps followUps = new FakeFollowUps();
  private CallbackTimes times =
      (wish, now) -> {
        Instant from = wish.from().map(hour -> hour.atZone(BERLIN).toInstant()).orElse(now);
        return new CallbackOffer.Possible(
            new CallbackWindow(from, from.plus(Duration.ofHours(1)), BERLIN), true, Obstacle.NONE);
      };

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandContext context =
        new CommandContext(
            HOME,
            Map.of("PARLEY_STATE", state.toString()),
            new PrintWriter(out),
            new PrintWriter(err),
            new NoLog());
    CallbackAccess access =
        new CallbackAccess(
            context,
            new Opened(callbacks, followUps),
            _ -> new Offers(times, new DialableNumbers(Set.of("100"), Set.of("112"))),
            (_, attempt) -> callbacks.letGo(attempt),
            Clock.fixed(NOW, ZoneOffset.UTC));
    return CommandLineFactory.of(context, List.of(CallbacksCommand.of(access, (_, _, _) -> {})))
        .execute(arguments);
  }

  private record Opened(FakeCallbacks callbacks, FakeFollowUps followUps)
      implements CallbackAccess.Opening {
    @Override
    public <T> T use(Settings settings, Function<CallbackAccess.Stored, T> work) {
      return work.apply(new CallbackAccess.Stored(callbacks, followUps));
    }
  }

  private static final class NoLog implements CommandContext.CallLogAccess {
    @Override
    public <T> T read(Settings settings, Function<CallLog, T> work) {
      throw new AssertionError("the call log is not needed");
    }
  }

  private String add() {
    assertEquals(
        0,
        run(
            "callbacks",
            "add",
            "+49 30 1234567",
            "--reason",
            "order 4711",
            "--at",
            "2026-03-28T16:00"),
        err::toString);
    return callbacks.kept.getLast().callback().id().toString();
  }

  @Test
  void anAddedCallbackIsConfirmedWithItsHourAndListedWithoutItsNumber() throws Exception {
    String id = add();
    assertEquals(
        "Kept as %s: 2026-03-28 16:00 to 2026-03-28 17:00 (Europe/Berlin)%n"
            .formatted(id.substring(0, 8)),
        out.toString());

    assertEquals(0, run("callbacks"), err::toString);
    assertTrue(out.toString().contains("2026-03-28 16:00  waiting"), out::toString);
    assertFalse(out.toString().contains("1234567"), out::toString);
    assertEquals(0, run("callbacks", "list", "--json", "--numbers"), err::toString);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals("+49301234567", json.at("/callbacks/0/number").asText());
    assertEquals("2026-03-28T15:00:00Z", json.at("/callbacks/0/window/from").asText());
    assertEquals(1, json.at("/open/waiting").asInt());
  }

  @Test
  void whatCannotBeIsRefusedWithTheNearestThatCan() {
    Instant monday = Instant.parse("2026-03-30T07:00:00Z");
    times =
        (_, _) ->
            new CallbackOffer.Possible(
                new CallbackWindow(monday, monday.plusSeconds(3600), BERLIN),
                false,
                Obstacle.CLOSED_DAY);

    assertEquals(
        1, run("callbacks", "add", "+49301234567", "--reason", "x", "--at", "2026-03-29T10:00"));

    assertEquals(
        "parley: Nobody works on that day; the nearest is --from 2026-03-30T09:00 --until"
            + " 2026-03-30T10:00 --zone Europe/Berlin.",
        err.toString().strip());
    assertEquals(List.of(), callbacks.kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +49301234567 | --at=2026-02-30T10:00 | the nearest is --at 2026-02-28T10:00
          +49301234567 | --at=tomorrow | one looks like 2026-05-31T14:30
          +49301234567 | --zone=Berlin | one looks like Europe/Berlin
          12 | --at=2026-03-30T10:00 | too short
          112 | --at=2026-03-30T10:00 | must not dial
          +49301234567 | --priority=11 | 0 to 9
          """)
  void badInputIsOneSentence(String number, String option, String sentence) {
    assertEquals(1, run("callbacks", "add", number, "--reason", "x", option));
    assertTrue(err.toString().contains(sentence), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Test
  void theFirstCharactersOfAnIdSufficeToMoveAndCancel() {
    String id = add();
    assertEquals(
        0, run("callbacks", "move", id.substring(0, 8), "--to", "2026-03-28T17:00"), err::toString);
    assertTrue(out.toString().startsWith("Moved: 2026-03-28 17:00"), out::toString);
    assertEquals(0, run("callbacks", "cancel", id.substring(0, 8)), err::toString);
    assertEquals(List.of(), callbacks.kept);
    assertEquals(1, run("callbacks", "cancel", id));
    assertTrue(err.toString().contains("No callback has the id"), err::toString);
    assertEquals(1, run("callbacks", "cancel", "order"));
    assertTrue(err.toString().contains("is no callback's id"), err::toString);
  }

  @Test
  void whatIsBeingCalledIsLeftAlone() {
    String id = add();
    callbacks.beingCalled.add(UUID.fromString(id));
    assertEquals(1, run("callbacks", "cancel", id));
    assertTrue(err.toString().contains("being called in this moment"), err::toString);
  }

  @Test
  void whatConversationsHaveLeftIsOverdueTooUntilSomebodyHasDoneIt() throws Exception {
    FollowUpTasks.Task task =
        new FollowUpTasks.Task(
            UUID.fromString("11111111-0000-4000-8000-000000000001"),
            UUID.randomUUID(),
            FollowUp.Kind.ANSWER,
            NOW.minusSeconds(60),
            "where is my parcel, call +4930123456",
            "it was left open by a call of ours");
    followUps.open.add(task);

    assertEquals(0, run("callbacks", "list", "--overdue", "--json"), err::toString);
    JsonNode listed = new ObjectMapper().readTree(out.toString()).path("follow_ups").get(0);
    assertEquals("answer", listed.path("kind").asText());
    assertFalse(out.toString().contains("123456"));
    assertEquals(0, run("callbacks", "done", "11111111"), err::toString);
    assertTrue(followUps.open.isEmpty());
    assertEquals(1, run("callbacks", "done", "11111111"));
    assertTrue(err.toString().contains("callbacks list --overdue"), err::toString);
  }

  @Test
  void whatRingsIsLetGoAndCancelled() {
    UUID id = UUID.fromString(add());
    callbacks.beingCalled.add(id);
    callbacks.ringing.put(id, UUID.randomUUID());
    assertEquals(0, run("callbacks", "cancel", id.toString()), err::toString);
    assertEquals(List.of(), callbacks.kept);
    assertTrue(callbacks.ringing.isEmpty());
  }

  @Test
  void overdueIsWhatWasPromisedAndIsOver() {
    assertEquals(0, run("callbacks", "--overdue", "--limit", "5"), err::toString);
    CallbackOverview.Filter filter = callbacks.asked.getFirst();
    assertEquals(5, filter.most());
    assertEquals(NOW, java.util.Objects.requireNonNull(filter.overdue()).at());
  }
}
