package parley.dialogue.ending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.config.Settings;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.conclusion.FollowUp.Kind;
import parley.dialogue.log.LogEntry.CallbackPromised;
import parley.dialogue.privacy.Masking;

/// What a conversation leaves to be done, and by when. Pure, but for the new ids.
final class FollowUps {

  private static final int LONGEST = 200;

  private final Duration callBack;
  private final Duration answer;

  FollowUps(Settings.FollowUp within) {
    this.callBack = within.callBackWithin();
    this.answer = within.answerWithin();
  }

  /// What the log proves: promises, a question without an answer, what failed.
  List<FollowUp> of(Course course) {
    List<FollowUp> all = new ArrayList<>(certain(course));
    Spoken topic = course.topic();
    boolean left =
        switch (course.disposition()) {
          case NOT_ANSWERED, ABANDONED -> course.open().isPresent();
          case NOBODY_REACHED -> true;
          case ANSWERED, HANDED_OVER, CALLBACK_PROMISED, NOTHING_ASKED, FAILED -> false;
        };
    if (left && !topic.isEmpty()) {
      all.add(answer(course, topic.text()));
    }
    return all;
  }

  /// Of these no writer of a summary can take one away.
  List<FollowUp> certain(Course course) {
    List<FollowUp> all = new ArrayList<>();
    for (CallbackPromised promise : course.detail().callbacks()) {
      all.add(
          make(
              Kind.CALL_BACK,
              promise.at().plus(callBack),
              promise.number() + ": " + Masking.mask(promise.reason())));
    }
    Instant due = end(course).plus(answer);
    course.failedServices().stream()
        .sorted()
        .forEach(service -> all.add(make(Kind.REPAIR, due, "service " + service)));
    if (course.disposition() == Disposition.FAILED && !course.detail().turns().isEmpty()) {
      all.add(make(Kind.REPAIR, due, "call broken off"));
    }
    return all;
  }

  FollowUp answer(Course course, String what) {
    return make(Kind.ANSWER, end(course).plus(answer), what);
  }

  private static Instant end(Course course) {
    Instant ended = course.detail().call().endedAt();
    return ended == null ? course.detail().call().startedAt() : ended;
  }

  private static FollowUp make(Kind kind, Instant due, String what) {
    String kept = what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "…";
    return new FollowUp(UUID.randomUUID(), kind, due, new Spoken(kept));
  }
}
