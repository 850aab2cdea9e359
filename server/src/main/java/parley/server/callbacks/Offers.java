package parley.server.callbacks;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import parley.callback.promise.DialableNumbers;
import parley.callback.promise.NumberProblem;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackTimes;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CallbackWish;
import parley.server.command.CommandFault;

/// Turns what a person asked for into a window, or into one sentence that proposes the nearest one.
public record Offers(CallbackTimes times, DialableNumbers numbers) {

  /// @throws CommandFault when no telephone has the number
  PhoneNumber number(String text) {
    PhoneNumber number = DialableNumbers.plain(new PhoneNumber(text));
    Optional<NumberProblem> problem = numbers.problem(number);
    if (problem.isPresent()) {
      throw new CommandFault(
          problem.get().sentence() + " Type it with its country, such as +4930123456.");
    }
    return number;
  }

  /// @throws CommandFault when it cannot be as wished
  CallbackWindow window(CallbackWish wish, Instant now) {
    return switch (times.offer(wish, now)) {
      case CallbackOffer.Possible possible when possible.asWished() -> possible.window();
      case CallbackOffer.Possible nearest ->
          throw new CommandFault(
              why(nearest.why()) + "; the nearest is " + shown(nearest.window()));
      case CallbackOffer.ZoneUnknown _ ->
          throw new CommandFault(
              "The hour of whoever has that number is not known; add --zone, such as --zone"
                  + " Europe/Berlin");
      case CallbackOffer.Impossible impossible ->
          throw new CommandFault(why(impossible.why()) + "; no other time can be offered");
    };
  }

  /// As it can be typed again.
  private static String shown(CallbackWindow window) {
    return "--from %s --until %s --zone %s"
        .formatted(
            WishedTime.shown(LocalDateTime.ofInstant(window.from(), window.zone())),
            WishedTime.shown(LocalDateTime.ofInstant(window.until(), window.zone())),
            window.zone());
  }

  private static String why(Obstacle obstacle) {
    return switch (obstacle) {
      case NONE -> "That cannot be";
      case PAST -> "That time is over";
      case NO_SUCH_HOUR -> "The clocks skip that hour on that day";
      case CLOSED_DAY -> "Nobody works on that day";
      case CLOSED_HOUR -> "Nobody works at that hour";
      case QUIET_HOURS -> "Nobody is called at that hour of their night";
      case FULL -> "Everybody who could call is taken by then";
      case TOO_FAR -> "That is further away than is promised";
      case DO_NOT_CALL -> "That number wants no calls from us";
      case NO_SUCH_NUMBER -> "No telephone has that number";
    };
  }

  /// What the options say, on the clock of whoever is called.
  ///
  /// @param zone empty: it follows from the number
  static CallbackWish wish(PhoneNumber number, String queue, Optional<ZoneId> zone, Hours hours) {
    return new CallbackWish(number, zone, queue, hours.from(), hours.until());
  }

  /// Both empty: as soon as it can be.
  record Hours(Optional<LocalDateTime> from, Optional<LocalDateTime> until) {}
}
