package parley.gateway.ari;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.call.CallId;

/// The names that this Parley gives to channels and bridges in Asterisk: they say which call a
/// thing belongs to, so that nothing is an orphan for long, and begin with the Stasis application,
/// so that several Parleys on one Asterisk leave each other's things alone. Immutable; any thread.
final class AriIds {
  private final String application;
  private final Pattern ours;

  /// @param application small letters and digits
  AriIds(String application) {
    this.application = application;
    this.ours =
        Pattern.compile(application + "-(media|agent|bridge|whisper)-([0-9a-f-]{36})(?:-\\d+)?");
  }

  String media(CallId call) {
    return application + "-media-" + call;
  }

  String agent(CallId call, int attempt) {
    return application + "-agent-" + call + "-" + attempt;
  }

  String bridge(CallId call) {
    return application + "-bridge-" + call;
  }

  String whisper(CallId call) {
    return application + "-whisper-" + call;
  }

  /// The call that a channel or bridge of ours belongs to; empty for things that Parley did not
  /// make.
  Optional<CallId> callOf(String id) {
    Matcher matcher = ours.matcher(id);
    return matcher.matches() ? Optional.of(CallId.parse(matcher.group(2))) : Optional.empty();
  }

  boolean isAgent(String id) {
    return id.startsWith(application + "-agent-");
  }

  boolean isMedia(String id) {
    return id.startsWith(application + "-media-");
  }
}
