package parley.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The language model, which is optional: `language-model`.
final class LanguageModelKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<URI> LANGUAGE_MODEL_URL =
      KEYS.without(
          "language-model.url",
          Kinds.apiAddress(),
          "Where an API like OpenAI's is, up to and with its version; not set: no language model.");
  static final Key<String> LANGUAGE_MODEL_MODEL =
      KEYS.without(
          "language-model.model", Kinds.line(), "The model's name there; needed once url is set.");
  static final Key<Secret> LANGUAGE_MODEL_KEY =
      KEYS.without("language-model.key", Kinds.secret(), "The key for it; not set: none is sent.");
  static final Key<Double> LANGUAGE_MODEL_TEMPERATURE =
      KEYS.with(
          "language-model.temperature",
          "0.2",
          Kinds.decimal("0", "2"),
          "How freely it words its answers; higher is livelier and less exact.");
  static final Key<Integer> LANGUAGE_MODEL_MAX_TOKENS =
      KEYS.with(
          "language-model.max-tokens",
          "300",
          Kinds.whole(16, 8192),
          "The longest answer; 300 tokens are a minute and a half of speech.");
  static final Key<Integer> LANGUAGE_MODEL_CONTEXT_TOKENS =
      KEYS.with(
          "language-model.context-tokens",
          "3000",
          Kinds.whole(500, 200_000),
          "How much it is told of knowledge and conversation, estimated; more is slower and dearer.");
  static final Key<Duration> LANGUAGE_MODEL_FIRST_TOKEN_TIMEOUT =
      KEYS.with(
          "language-model.first-token-timeout",
          "600ms",
          Kinds.time("50ms", "60s"),
          "When it has not begun by then, Parley answers without it.");
  static final Key<Duration> LANGUAGE_MODEL_FIRST_SENTENCE_TIMEOUT =
      KEYS.with(
          "language-model.first-sentence-timeout",
          "750ms",
          Kinds.time("50ms", "60s"),
          "When no whole sentence is there by then, Parley answers without it.");
  static final Key<Duration> LANGUAGE_MODEL_STALL_TIMEOUT =
      KEYS.with(
          "language-model.stall-timeout",
          "2s",
          Kinds.time("50ms", "60s"),
          "When it pauses this long in an answer, the answer ends with what was said.");
  static final Key<Duration> LANGUAGE_MODEL_TIMEOUT =
      KEYS.with(
          "language-model.timeout",
          "20s",
          Kinds.time("100ms", "10m"),
          "A whole answer may take this long.");
  static final Key<Integer> LANGUAGE_MODEL_RETRIES =
      KEYS.with(
          "language-model.retries",
          "1",
          Kinds.whole(0, 5),
          "How often a request that failed before its first token is sent again, in the same time.");
  static final Key<Integer> LANGUAGE_MODEL_REQUESTS_A_MINUTE =
      KEYS.with(
          "language-model.requests-a-minute",
          "60",
          Kinds.whole(1, 100_000),
          "More than these are answered without it; the provider's limit or your budget.");
  static final Key<Duration> LANGUAGE_MODEL_REST =
      KEYS.with(
          "language-model.rest",
          "30s",
          Kinds.time("1s", "1h"),
          "How long it is left alone after half of its last ten requests failed.");

  private LanguageModelKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }
}
