package parley.config;

import java.util.List;

/// What is kept of what people say: `privacy`.
final class PrivacyKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<Settings.Originals> PRIVACY_KEEP_ORIGINALS =
      KEYS.with(
          "privacy.keep-originals",
          "none",
          Kinds.oneOf(Settings.Originals.class),
          "Words with personal data: kept masked (none), masked and sealed (encrypted), or as said.");
  static final Key<Secret> PRIVACY_KEY =
      KEYS.without(
          "privacy.key",
          Kinds.secret(),
          "For encrypted: NAME:KEY, 32 bytes in Base64; after a comma older ones, which only open.");

  private PrivacyKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }
}
