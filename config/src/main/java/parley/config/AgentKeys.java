package parley.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Hand-over and the people: `transfer`, `agents`.
final class AgentKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<Duration> TRANSFER_RING =
      KEYS.with(
          "transfer.ring",
          "20s",
          Kinds.time("5s", "120s"),
          "How long one agent's phone rings before the next is tried.");
  static final Key<Integer> TRANSFER_ATTEMPTS =
      KEYS.with(
          "transfer.attempts",
          "3",
          Kinds.whole(1, 20),
          "How many agents are tried before the caller hears an apology.");
  static final Key<String> TRANSFER_QUEUE =
      KEYS.with(
          "transfer.queue",
          "general",
          Kinds.word(),
          "The skill that is looked for when no rule names another.");
  static final Key<String> AGENT_ID = KEYS.without("agents[].id", agentId(), "The SIP user name.");
  static final Key<String> AGENT_NAME =
      KEYS.without("agents[].name", Kinds.spokenName(), "The name as callers hear it.");
  static final Key<String> AGENT_EXTENSION =
      KEYS.without("agents[].extension", Kinds.extension(), "The number that rings this phone.");
  static final Key<Secret> AGENT_PASSWORD =
      KEYS.without(
          "agents[].password", Kinds.secret(), "The phone's password; made up when not set.");
  static final Key<Set<String>> AGENT_SKILLS =
      KEYS.with("agents[].skills", "general", Kinds.words(), "The queues that this agent serves.");
  static final Key<Set<String>> AGENT_LANGUAGES =
      KEYS.with(
          "agents[].languages", "en", Kinds.languages(), "The languages that this agent speaks.");

  private AgentKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  private static Kind<String> agentId() {
    // The excluded ones are sections of the Asterisk templates.
    return Kinds.matching(
        "1 to 30 small letters, digits and -, starting with a letter, and none of caller, global, system, anonymous",
        "(?!(caller|global|system|anonymous|test-trunk|transport-udp|parley-.*)$)[a-z][a-z0-9-]{0,29}");
  }
}
