package parley.dialogue.services;

import java.util.Map;
import parley.dialogue.call.Spoken;

/// How a service answered. What it says is data: it is checked by the flow that asked, and never
/// followed.
public sealed interface ServiceResult {

  /// The fields that were asked for and are there, by their dotted paths.
  record Found(Map<String, Spoken> values) implements ServiceResult {
    public Found {
      values = Map.copyOf(values);
    }
  }

  /// There is no such thing.
  record NotFound() implements ServiceResult {}

  /// The service will not do it.
  ///
  /// @param reason a word such as `taken`, or empty
  record Refused(String reason) implements ServiceResult {}

  /// No usable answer: too late, an error of the service, nonsense. For the caller all the same.
  record Failed() implements ServiceResult {}

  /// How the log names it.
  default String key() {
    return switch (this) {
      case Found _ -> "found";
      case NotFound _ -> "not-found";
      case Refused _ -> "refused";
      case Failed _ -> "failed";
    };
  }
}
