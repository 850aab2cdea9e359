package parley.callback.calendar;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A kind of appointment that can be booked. Immutable; any thread.
///
/// @param titles what customers read, by language
/// @param byTelephone nobody travels for it
/// @param needs groups of calendars: one calendar of each is held
/// @param before held before it, for preparing
/// @param after held after it
/// @param notice the least time between booking and start
/// @param ahead the most
/// @param step starts are multiples of it on the wall, from the full hour
public record AppointmentKind(
    String name,
    Map<String, String> titles,
    boolean byTelephone,
    List<String> needs,
    Duration length,
    Duration before,
    Duration after,
    Duration notice,
    Duration ahead,
    Duration step) {

  public AppointmentKind {
    titles = Map.copyOf(titles);
    needs = List.copyOf(needs);
  }

  public String title(String language) {
    return titles.getOrDefault(
        language, titles.getOrDefault("en", titles.values().stream().findFirst().orElse(name)));
  }
}
