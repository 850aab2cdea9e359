package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.dialogue.conversation.CallbackScene.CALLER;
import static parley.dialogue.conversation.CallbackScene.REFUSED;

import org.junit.jupiter.api.Test;

/// Arranging a call back with a day, an hour and a number.
class CallbackWithAnHourTest {

  private static final String SPOKEN =
      "plus four four one, six three two, nine six zero, one two three";

  @Test
  void aWishIsReadBackWithDayHourAndNumberAndPromised() {
    CallbackScene.call(CALLER)
        .says("could you call me tomorrow after four")
        .hears("tomorrow, Tuesday, March 3, between 4:00 PM and 5:00 PM", SPOKEN, "right?")
        .isNotPromised()
        .says("yes that is right")
        .hears("We will call you tomorrow, Tuesday, March 3", SPOKEN)
        .isPromised(CALLER, "2026-03-03T16:00:00Z/2026-03-03T17:00:00Z")
        .ends(Outcome.CALLBACK_PROMISED);
  }

  @Test
  void aCallWithoutAnHourIsOfferedTheNextOne() {
    CallbackScene.call(CALLER)
        .says("call me back please")
        .hears("today between 9:00 AM and 10:00 AM", SPOKEN)
        .presses("1")
        .isPromised(CALLER, "2026-03-02T09:00:00Z/2026-03-02T10:00:00Z");
  }

  @Test
  void anotherTimeIsTakenUntilItSuits() {
    CallbackScene.call(CALLER)
        .says("call me back")
        .says("no after two")
        .hears("today between 2:00 PM and 3:00 PM")
        .says("no")
        .hears("When would suit you?")
        .says("friday morning")
        .hears("on Friday, March 6, between 9:00 AM and 10:00 AM")
        .says("make it ten")
        .hears("today between 10:00 AM and 10:30 AM")
        .says("yes")
        .isPromised(CALLER, "2026-03-02T10:00:00Z/2026-03-02T10:30:00Z");
  }

  @Test
  void anotherNumberIsTakenByVoiceAndByKeys() {
    CallbackScene.call(CALLER)
        .says("call me tomorrow at ten on oh one six three two nine six oh four five six")
        .hears("zero one six, three two nine, six zero four, five six", "Tuesday, March 3")
        .says("no another number please")
        .hears("Which number")
        .presses("01632960777#")
        .hears("zero one six, three two nine, six zero seven, seven seven", "Tuesday, March 3")
        .presses("1")
        .isPromised("01632960777", "2026-03-03T10:00:00Z/2026-03-03T10:30:00Z");
  }

  @Test
  void anUnknownCallerIsAskedForTheNumberAndTheTimeIsKept() {
    CallbackScene.call("")
        .says("please ring me tomorrow after four")
        .hears("Which number")
        .says("oh one six three two nine six oh one two three")
        .hears("Tuesday, March 3, between 4:00 PM and 5:00 PM")
        .says("yes")
        .isPromised("01632960123", "2026-03-03T16:00:00Z/2026-03-03T17:00:00Z");
  }

  @Test
  void whatCannotBeIsSaidWithTheNearestThatCan() {
    CallbackScene.call(CALLER)
        .says("call me on sunday")
        .hears("Nobody works on that day", "on Monday, March 9, between 9:00 AM", "then, on plus")
        .says("tomorrow at eight in the morning")
        .hears("Nobody works at that hour", "tomorrow, Tuesday, March 3, between 9:00 AM")
        .says("yesterday at four then")
        .hears("That time is over", "today between 9:00 AM")
        .says("on the thirtieth of february")
        .hears("There is no such day or hour", "today between 9:00 AM")
        .says("on the fifth of june")
        .hears("so far ahead")
        .says("yes")
        .isPromised(CALLER, "2026-03-02T09:00:00Z/2026-03-02T10:00:00Z");
  }

  @Test
  void anyOfSeveralDaysIsGoodEnough() {
    CallbackScene.call(CALLER)
        .says("call me on saturday or tuesday")
        .hears("tomorrow, Tuesday, March 3, between 9:00 AM");
  }

  @Test
  void theHoursAreThoseOfTheCallee() {
    CallbackScene.call("+4930901820")
        .says("call me tomorrow at half past nine")
        .hears("Nobody works at that hour", "between 10:00 AM and 11:00 AM your time")
        .says("yes")
        .isPromised("+4930901820", "2026-03-03T09:00:00Z/2026-03-03T10:00:00Z");
  }

  @Test
  void theZoneIsAskedForWhereItIsNotKnown() {
    CallbackScene.call("+12125550123")
        .says("call me tomorrow after ten")
        .hears("city or country")
        .says("i am in new york")
        .hears("tomorrow, Tuesday, March 3, between 10:00 AM and 11:00 AM your time")
        .says("yes")
        .isPromised("+12125550123", "2026-03-03T15:00:00Z/2026-03-03T16:00:00Z");
  }

  @Test
  void theTimeTellsTheZoneToo() {
    CallbackScene.call("+12125550123")
        .says("call me tomorrow after ten")
        .says("it is about four in the morning here")
        .hears("between 10:00 AM and 11:00 AM your time");
  }

  @Test
  void whoseZoneStaysUnknownIsOfferedAPerson() {
    CallbackScene.call("+12125550123")
        .says("call me tomorrow after ten")
        .says("blue cheese")
        .hears("city or country")
        .says("green cheese")
        .hears("a colleague has to settle", "talk to a person")
        .says("yes")
        .happens(new ConversationEvent.HandOverEnded(HandOverResult.NO_AGENT_FREE))
        .hears("A colleague will look at when")
        .says("yes")
        .isPromised("+12125550123", "");
  }

  @Test
  void numbersThatCannotBeCalledAreAskedForAgain() {
    CallbackScene.call(REFUSED)
        .says("call me tomorrow at ten")
        .hears("list of those that we do not call")
        .says("oh one six three two nine six oh one two three")
        .hears("Tuesday, March 3, between 10:00 AM");
    CallbackScene.call("")
        .says("call me tomorrow at ten")
        .says("one two three four five")
        .hears("No telephone has that number")
        .says("one two three four six")
        .hears("No telephone has that number")
        .says("one two three four seven")
        .ends(Outcome.UNANSWERED);
  }

  @Test
  void cancelLeavesIt() {
    CallbackScene.call(CALLER)
        .says("call me tomorrow at ten")
        .says("never mind")
        .hears("All right")
        .isNotPromised()
        .says("when are you open")
        .isNotPromised();
  }

  @Test
  void somebodyWhoMustNotBeCalledIsNoWish() {
    CallbackScene.call(CALLER)
        .says("do not call me tomorrow after four")
        .doesNotHear("between 4:00 PM");
  }

  @Test
  void inTheQueueThePlaceIsKept() {
    CallbackScene.call(CALLER)
        .says("operator")
        .happens(new ConversationEvent.HandOverEnded(HandOverResult.NO_AGENT_FREE))
        .hears("nobody is free", "keep your place", SPOKEN)
        .says("yes please")
        .isPromised(CALLER, "")
        .keepsPlace(true)
        .ends(Outcome.CALLBACK_PROMISED);
  }

  @Test
  void inTheQueueAnHourCanBeWishedForInstead() {
    CallbackScene.call(CALLER)
        .says("operator")
        .happens(new ConversationEvent.HandOverEnded(HandOverResult.NOT_ANSWERED))
        .says("no call me tomorrow after four")
        .hears("Tuesday, March 3, between 4:00 PM")
        .says("yes")
        .isPromised(CALLER, "2026-03-03T16:00:00Z/2026-03-03T17:00:00Z")
        .keepsPlace(false);
  }

  @Test
  void whereTheQueueIsClosedTheNextHourIsOffered() {
    CallbackScene.callAt(CALLER, "2026-03-02T19:30Z")
        .says("operator")
        .happens(new ConversationEvent.HandOverEnded(HandOverResult.NO_AGENT_FREE))
        .hears("nobody is free", "tomorrow, Tuesday, March 3, between 9:00 AM")
        .doesNotHear("keep your place");
  }

  @Test
  void whoDeclinesInTheQueueIsLetGo() {
    CallbackScene.call(CALLER)
        .says("operator")
        .happens(new ConversationEvent.HandOverEnded(HandOverResult.NO_AGENT_FREE))
        .says("no thanks")
        .hears("All right")
        .says("no")
        .ends(Outcome.UNANSWERED);
  }

  @Test
  void whoWaitsForACallIsToldWhenItComes() {
    CallbackScene.call(CallbackScene.WAITING)
        .says("when will you call me")
        .hears("on Wednesday, March 4, between 10:00 AM and 11:00 AM");
  }

  @Test
  void aPromisedCallIsCancelledOnceThatIsConfirmed() {
    CallbackScene scene =
        CallbackScene.call(CallbackScene.WAITING)
            .says("please cancel the call back")
            .hears("Wednesday, March 4", "Shall I cancel");
    assertEquals(0, scene.only(ConversationAction.CancelCallback.class).size());
    scene.says("yes").hears("cancelled");
    assertEquals(
        CallbackScene.PROMISE,
        scene.only(ConversationAction.CancelCallback.class).getFirst().callback());
  }

  @Test
  void aPromisedCallIsMoved() {
    CallbackScene scene =
        CallbackScene.call(CallbackScene.WAITING)
            .says("can you move my call back to thursday at four")
            .hears("on Thursday, March 5, between 4:00 PM and 4:30 PM")
            .says("yes")
            .hears("instead")
            .isNotPromised();
    ConversationAction.MoveCallback moved =
        scene.only(ConversationAction.MoveCallback.class).getFirst();
    assertEquals("2026-03-05T16:00:00Z", moved.window().from().toString());
  }

  @Test
  void whatAModelProposesGoesTheSameWay() {
    CallbackScene.call(CALLER)
        .says("do you have boats for a wedding on the river thursday at three")
        .modelProposesACall()
        .hears("on Thursday, March 5, between 3:00 PM and 3:30 PM", SPOKEN)
        .isNotPromised()
        .says("yes")
        .isPromised(CALLER, "2026-03-05T15:00:00Z/2026-03-05T15:30:00Z");
  }

  @Test
  void aMailIsPromisedWhatItAsksForWithDayHourAndNumber() {
    CallbackScene.mail()
        .says("Please call me on +44 1632 960123 tomorrow after four.")
        .hears("tomorrow, Tuesday, March 3, between 4:00 PM and 5:00 PM", "+441632960123")
        .isPromised("+441632960123", "2026-03-03T16:00:00Z/2026-03-03T17:00:00Z");
  }

  @Test
  void aMailWithoutANumberIsAskedForOne() {
    CallbackScene.mail()
        .says("Could somebody call me back tomorrow after four?")
        .hears("On which number")
        .isNotPromised()
        .says("My number is +44 1632 960123.")
        .isPromised("+441632960123", "2026-03-03T16:00:00Z/2026-03-03T17:00:00Z");
  }

  @Test
  void aMailsImpossibleWishIsAnsweredWithTheNearest() {
    CallbackScene.mail()
        .says("Please call me on +44 1632 960123 on Sunday.")
        .hears("Nobody works on that day", "Monday, March 9", "reply with yes")
        .isNotPromised()
        .says("Yes, please.")
        .isPromised("+441632960123", "2026-03-09T09:00:00Z/2026-03-09T10:00:00Z");
  }
}
