package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.callback.Outbound;

/// Calls that we make, because somebody was promised one.
class OutboundCallTest {

  private static final String REASON =
      "The caller said: look up my order four seven one one zero, calls from a number ending in"
          + " two three.";

  @Test
  void theFirstWordsTellNothingOfWhatItIsAbout() {
    CallbackScene scene =
        CallbackScene.weCall(REASON)
            .hears("Example Rides", "asked us to call you back", "the person who asked?")
            .doesNotHear("order");
    assertFalse(scene.reached());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "yes that is me", "speaking", "this is he", "yes i did"})
  void whoAskedIsToldAndTheFlowGoesOn(String words) {
    CallbackScene scene =
        CallbackScene.weCall(REASON).says(words).hears("It is about this: look up my order");
    assertTrue(scene.reached());
    scene.hears("four seven one, one zero", "Is that right?");
  }

  @Test
  void whoAskedForNoCallIsNotToldThatTheyDid() {
    CallbackScene.weCall(Outbound.Cause.FOLLOW_UP, "my bicycle has a broken bell")
        .hears("something was left open", "in touch with us?")
        .doesNotHear("asked us")
        .doesNotHear("bicycle")
        .says("yes")
        .hears("It is about this: my bicycle has a broken bell", "put you through");
  }

  @Test
  void anAppointmentIsNamedToWhoeverBookedIt() {
    CallbackScene scene =
        CallbackScene.weCall(
                Outbound.Cause.APPOINTMENT, "Advice in the shop, Thursday, June 4, 2026, 10:00 AM")
            .hears("a short reminder", "booked with us?")
            .doesNotHear("Advice");
    assertFalse(scene.reached());
    scene
        .says("yes")
        .hears("your appointment: Advice in the shop, Thursday, June 4", "just say so");
    assertTrue(scene.reached());
    scene.says("no that is all thank you").hears("Goodbye");
  }

  @Test
  void whoeverElseAnswersHearsNothingOfTheAppointment() {
    CallbackScene scene =
        CallbackScene.weCall(Outbound.Cause.APPOINTMENT, "Advice in the shop")
            .says("no you have the wrong number")
            .hears("sorry to have disturbed you")
            .doesNotHear("Advice");
    assertFalse(scene.reached());
  }

  @Test
  void whatWasAskedBeforeGoesBeforeTheReason() {
    CallbackScene.weCallAbout("my bicycle has a broken bell")
        .says("yes")
        .hears("my bicycle has a broken bell", "put you through to a colleague")
        .says("yes please")
        .hears("put you through");
  }

  @Test
  void whatIsNotUnderstoodAtFirstMayHaveBeenSaidOverOurWords() {
    CallbackScene.weCall(REASON)
        .says("")
        .hears("Example Rides", "the person who asked")
        .says("blue cheese")
        .hears("yes or no")
        .doesNotHear("order");
  }

  @Test
  void nothingKnownIsAskedFor() {
    CallbackScene.weCall("The caller wants to talk to a person, sounds upset.")
        .says("yes")
        .hears("What can I do for you?")
        .doesNotHear("upset");
  }

  @Test
  void personalThingsStayBehindTheCheckOfIdentity() {
    CallbackScene scene =
        CallbackScene.weCall("The caller said: my last payment.").says("yes").hears("last payment");
    assertEquals(0, scene.only(ConversationAction.CallService.class).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "no you have the wrong number",
        "wrong number",
        "he is not here",
        "i never asked for a call"
      })
  void somebodyElseIsLeftInPeaceAndToldNothing(String words) {
    CallbackScene.weCall(REASON)
        .says(words)
        .hears("sorry to have disturbed you")
        .doesNotHear("order")
        .ends(Outcome.OTHER_PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"who is this", "hello", "yes hello", "hello hello", "good morning"})
  void whoAsksWhoIsCallingHearsItAgain(String words) {
    CallbackScene.weCall(REASON).says(words).hears("Example Rides", "the person who asked");
  }

  @Test
  void somebodyWhoFetchesThemIsWaitedFor() {
    CallbackScene.weCall(REASON)
        .says("one moment please")
        .doesNotHear("order")
        .says("hello this is me speaking yes")
        .doesNotHear("sorry to have disturbed");
  }

  @Test
  void anotherTimeMovesThePromise() {
    CallbackScene scene =
        CallbackScene.weCall(REASON)
            .says("it is a bad time")
            .hears("When would suit you?")
            .says("tomorrow after four")
            .hears("Tuesday, March 3, between 4:00 PM")
            .says("yes")
            .ends(Outcome.CALLBACK_PROMISED)
            .isNotPromised();
    assertEquals(
        CallbackScene.PROMISE,
        scene.only(ConversationAction.MoveCallback.class).getFirst().callback());
  }

  @Test
  void aTimeSaidAtOnceIsTaken() {
    CallbackScene.weCall(REASON)
        .says("not now call me in two hours")
        .hears("today between 11:00 AM and 11:30 AM")
        .says("yes")
        .ends(Outcome.CALLBACK_PROMISED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never call me again",
        "do not call this number again",
        "please don't call here any more",
        "stop calling me",
        "no more calls please",
        "uh take me off your list",
        "never ever call me back"
      })
  void whoWantsNoMoreCallsIsNeverCalledAgain(String words) {
    CallbackScene.weCall(REASON)
        .says(words)
        .hears("We will not call this number again")
        .doesNotHear("order")
        .neverCalls(CallbackScene.CALLER)
        .ends(Outcome.OTHER_PERSON);
  }

  @Test
  void theCustomerMaySayItLater() {
    CallbackScene.weCallAbout("my bicycle has a broken bell")
        .says("yes")
        .says("no and never call me again")
        .neverCalls(CallbackScene.CALLER)
        .ends(Outcome.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do not call me tomorrow call me on friday",
        "not now call me again later",
        "you never called me",
        "can you call me again in two hours"
      })
  void otherWordsAboutCallingAreNoSuchWish(String words) {
    CallbackScene.weCall(REASON).says(words).neverCalls();
  }

  @Test
  void aSilentLineIsLeft() {
    CallbackScene.weCall(REASON)
        .happens(new ConversationEvent.CallerSilent(1))
        .hears("the person who asked?")
        .happens(new ConversationEvent.CallerSilent(2))
        .ends(Outcome.SILENT)
        .doesNotHear("order");
  }
}
