package parley.callback.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.callback.followup.OpenMatter.Meanwhile;
import parley.callback.plan.Callback;
import parley.callback.promise.DialableNumbers;
import parley.callback.window.NextHour;
import parley.config.CallbackSettings.FollowUps;
import parley.config.CallbackSettings.Way;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.Outbound;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;

class FollowUpRuleTest {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("+49 89 555-019");
  private static final CallbackWindow TWO_O_CLOCK =
      new CallbackWindow(
          NOON.plusSeconds(3600), NOON.plusSeconds(5400), ZoneId.of("Europe/Berlin"));

  private final List<PhoneNumber> asked = new ArrayList<>();
  private NextHour.Answer hour = new NextHour.Within(TWO_O_CLOCK);
  private boolean mailbox = true;

  private FollowUpStep step(OpenMatter matter, Way answer, Way repair) {
    NextHour hours =
        (number, _, _) -> {
          asked.add(number);
          return hour;
        };
    return new FollowUpDesk(
            new FollowUpRule(new FollowUps(answer, repair)),
            new DialableNumbers(Set.of("100"), Set.of("112")),
            hours,
            mailbox)
        .step(matter, NOON);
  }

  private static OpenMatter matter(
      Disposition disposition,
      String number,
      boolean mailed,
      Meanwhile meanwhile,
      FollowUp.Kind... kinds) {
    return new OpenMatter(
        UUID.nameUUIDFromBytes(new byte[] {1}),
        disposition,
        List.of(kinds).stream()
            .map(kind -> new FollowUp(UUID.randomUUID(), kind, NOON, new Spoken("an order")))
            .toList(),
        new Spoken("where is my order"),
        "de",
        "payments",
        Optional.of(new PhoneNumber(number)).filter(PhoneNumber::known),
        mailed,
        meanwhile);
  }

  private static OpenMatter open(FollowUp.Kind... kinds) {
    return matter(Disposition.NOT_ANSWERED, NUMBER.value(), true, Meanwhile.NOTHING, kinds);
  }

  @Test
  void theCallIsAtTheNextPermittedHourAboutWhatTheCustomerWanted() {
    FollowUpStep step = step(open(FollowUp.Kind.REPAIR), Way.PERSON, Way.CALL);

    Callback call = assertInstanceOf(FollowUpStep.Call.class, step).callback().callback();
    assertEquals(Callback.Origin.FOLLOW_UP, call.origin());
    assertEquals(Outbound.Cause.FOLLOW_UP, call.outbound().cause());
    assertEquals(Optional.of(TWO_O_CLOCK), call.window());
    assertEquals(new PhoneNumber("+4989555019"), call.number());
    assertEquals("where is my order", call.reason());
    assertEquals("payments", call.queue());
    assertEquals(
        call.id(),
        ((FollowUpStep.Call) step(open(FollowUp.Kind.REPAIR), Way.PERSON, Way.CALL))
            .callback()
            .callback()
            .id());
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL,   PERSON, ANSWER REPAIR, Mail",
    "PERSON, CALL,   ANSWER REPAIR, Call",
    "CALL,   MAIL,   ANSWER REPAIR, Call",
    "PERSON, PERSON, ANSWER REPAIR, Person",
    "PERSON, CALL,   ANSWER,        Person",
    "CALL,   CALL,   CALL_BACK,     Person",
  })
  void ofSeveralWaysTheOneThatReachesTheCustomerBestIsTaken(
      Way answer, Way repair, String kinds, String expected) {
    FollowUp.Kind[] all =
        List.of(kinds.split(" ")).stream()
            .map(FollowUp.Kind::valueOf)
            .toArray(FollowUp.Kind[]::new);
    assertEquals(expected, step(open(all), answer, repair).getClass().getSimpleName());
  }

  @Test
  void whereACallMustNotBeALetterGoesOutAndWhereNeitherCanBePeopleSeeToIt() {
    hour = new NextHour.Never();
    assertInstanceOf(FollowUpStep.Mail.class, step(open(FollowUp.Kind.REPAIR), Way.CALL, Way.CALL));
    mailbox = false;
    assertInstanceOf(
        FollowUpStep.Person.class, step(open(FollowUp.Kind.REPAIR), Way.CALL, Way.CALL));
  }

  @Test
  void whoseClockIsNotKnownIsCalledWithoutAnHour() {
    hour = new NextHour.Unnamed(NOON);
    FollowUpStep step = step(open(FollowUp.Kind.REPAIR), Way.CALL, Way.CALL);
    assertEquals(
        Optional.empty(),
        assertInstanceOf(FollowUpStep.Call.class, step).callback().callback().window());
  }

  @ParameterizedTest
  @CsvSource({"112", "100", "anonymous"})
  void numbersThatNobodyMayDialAreNotCalled(String number) {
    OpenMatter matter =
        matter(Disposition.NOT_ANSWERED, number, false, Meanwhile.NOTHING, FollowUp.Kind.REPAIR);
    assertInstanceOf(FollowUpStep.Person.class, step(matter, Way.CALL, Way.CALL));
    assertEquals(List.of(), asked);
  }

  @ParameterizedTest
  @CsvSource({
    "CALL_COMES, Promised",
    "IN_TOUCH,   Person",
    "WRITTEN,    Person",
    "WITH_PERSON, Person",
    "OUR_CALL,   Person",
    "NOTHING,    Call",
  })
  void nobodyIsCalledForWhatHasGoneOnSince(Meanwhile meanwhile, String expected) {
    OpenMatter matter =
        matter(Disposition.NOT_ANSWERED, NUMBER.value(), true, meanwhile, FollowUp.Kind.REPAIR);
    assertEquals(expected, step(matter, Way.CALL, Way.CALL).getClass().getSimpleName());
  }

  @Test
  void whatAPersonHasTakenOverIsTheirs() {
    OpenMatter matter =
        matter(
            Disposition.HANDED_OVER, NUMBER.value(), true, Meanwhile.NOTHING, FollowUp.Kind.REPAIR);
    assertInstanceOf(FollowUpStep.Person.class, step(matter, Way.CALL, Way.CALL));
  }
}
