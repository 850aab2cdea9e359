package parley.config;

import java.util.List;
import java.util.stream.Stream;

/// Every setting there is: name, default, what is allowed, why one would change it. Declared once,
/// here and in the other lists; `config/parley.yaml` carries the same words as comments, and a test
/// compares them.
final class Keys {

  private static final List<Key<?>> ALL =
      Stream.of(
              SiteKeys.all(),
              AsteriskKeys.all(),
              TrunkKeys.all(),
              ConversationKeys.all(),
              ServiceKeys.all(),
              CustomerKeys.all(),
              LanguageModelKeys.all(),
              PrivacyKeys.all(),
              CallbackKeys.all(),
              MailKeys.all(),
              MailUpkeepKeys.all(),
              MailboxKeys.all(),
              AgentKeys.all())
          .<Key<?>>flatMap(List::stream)
          .toList();

  private Keys() {}

  static List<Key<?>> all() {
    return ALL;
  }

  /// Whether it is one of each agent's or mailbox's settings. Those cannot be given by the
  /// environment.
  static boolean ofList(Key<?> key) {
    return key.path().contains("[]");
  }
}
