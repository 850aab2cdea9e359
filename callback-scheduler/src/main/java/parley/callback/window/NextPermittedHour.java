package parley.callback.window;

import java.time.Instant;
import java.util.Optional;
import parley.callback.work.Permission;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackTimes;
import parley.dialogue.callback.CallbackWish;

/// The next hour that the site's hours, its load and the callee's clock permit. Thread: any.
///
/// @param times what can be promised
/// @param permission asked where no hour can be promised because the callee's clock is not known
public record NextPermittedHour(CallbackTimes times, DialPermission permission)
    implements NextHour {

  @Override
  public Answer of(PhoneNumber number, String queue, Instant now) {
    return switch (times.offer(CallbackWish.soon(number, queue), now)) {
      case CallbackOffer.Possible possible -> new Within(possible.window());
      case CallbackOffer.ZoneUnknown _ -> byAllClocks(number, queue, now);
      case CallbackOffer.Impossible _ -> new Never();
    };
  }

  private Answer byAllClocks(PhoneNumber number, String queue, Instant now) {
    return switch (permission.mayDialNow(number, Optional.empty(), queue, now)) {
      case Permission.Allowed _ -> new Unnamed(now);
      case Permission.NotBefore(Instant at) -> new Unnamed(at);
      case Permission.AskPerson _ -> new Never();
    };
  }
}
