package parley.server.models;

import parley.config.Settings;
import parley.speech.adapt.AdaptedModel;

/// Gives the site's speech model the site's words; `Main` knows how.
@FunctionalInterface
public interface Adapting {
  /// @param again whether to build the adapted model also when it is there
  /// @throws parley.speech.adapt.AdaptException when it cannot be built, with one sentence
  AdaptedModel adapt(Settings settings, boolean again);
}
