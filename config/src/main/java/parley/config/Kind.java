package parley.config;

import java.util.Optional;
import java.util.function.Function;

/// What a setting's text may look like.
///
/// @param allowed ends the sentence "allowed is ..."
/// @param parser empty when the text is not allowed
record Kind<T>(String allowed, boolean list, boolean secret, Function<String, Optional<T>> parser) {

  static <T> Kind<T> of(String allowed, Function<String, Optional<T>> parser) {
    return new Kind<>(allowed, false, false, parser);
  }
}
