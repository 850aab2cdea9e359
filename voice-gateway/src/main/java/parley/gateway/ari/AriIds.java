package parley.gateway.ari;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.call.CallId;

/// The names that Parley gives to channels and bridges in Asterisk: they say which call a thing
/// belongs to, so that nothing is an orphan for long.
public final class AriIds {
  private static final Pattern OURS =
      Pattern.compile("parley-(media|agent|bridge|whisper)-([0-9a-f-]{36})(?:-\\d+)?");

  private AriIds() {}

  static String media(CallId call) {
    return "parley-media-" + call;
  }

  static String agent(CallId call, int attempt) {
    return "parley-agent-" + call + "-" + attempt;
  }

  static String bridge(CallId call) {
    return "parley-bridge-" + call;
  }

  static String whisper(CallId call) {
    return "parley-whisper-" + call;
  }

  /// The call that a channel or bridge of ours belongs to; empty for things that Parley did not
  /// make.
  static Optional<CallId> callOf(String id) {
    Matcher matcher = OURS.matcher(id);
    return matcher.matches() ? Optional.of(CallId.parse(matcher.group(2))) : Optional.empty();
  }

  static boolean isAgent(String id) {
    return id.startsWith("parley-agent-");
  }

  static boolean isMedia(String id) {
    return id.startsWith("parley-media-");
  }
}
