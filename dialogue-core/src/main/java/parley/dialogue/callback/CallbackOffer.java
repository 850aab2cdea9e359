package parley.dialogue.callback;

/// What can be promised to somebody who wants to be called.
public sealed interface CallbackOffer {

  /// This can be promised.
  ///
  /// @param asWished false where the wish itself cannot be: this is the nearest to it
  /// @param why what was against the wish; [Obstacle#NONE] when it is as wished
  record Possible(CallbackWindow window, boolean asWished, Obstacle why) implements CallbackOffer {}

  /// The hour of the callee is not known, so nobody may be dialled before it is asked for.
  record ZoneUnknown() implements CallbackOffer {}

  /// It cannot be promised at any time.
  record Impossible(Obstacle why) implements CallbackOffer {}

  /// What is against a wish.
  enum Obstacle {
    NONE,
    /// The hour is over.
    PAST,
    /// There is no such hour: the clock skips it on that day.
    NO_SUCH_HOUR,
    /// Nobody works on that day.
    CLOSED_DAY,
    /// Nobody works at that hour.
    CLOSED_HOUR,
    /// Nobody is called at that hour of their night.
    QUIET_HOURS,
    /// Everybody who could call is taken by then.
    FULL,
    /// Further away than is promised.
    TOO_FAR,
    /// The number wants no calls from us.
    DO_NOT_CALL,
    /// No telephone has that number.
    NO_SUCH_NUMBER
  }
}
