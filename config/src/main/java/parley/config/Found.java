package parley.config;

import org.jspecify.annotations.Nullable;

/// A value as somebody wrote it. Null text: written as not set.
///
/// @param source `config/parley.yaml:12`, `PARLEY_SITE_NAME` or `--database`
record Found(@Nullable String text, boolean list, String source) {}
