package parley.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import parley.config.Settings.AgentSettings;
import parley.config.Settings.Asterisk;
import parley.config.Settings.AsteriskMode;

/// What no single setting can say: which values do not go together.
final class SettingsChecks {

  /// In the Asterisk templates: FastAGI, echo test, the caller's phone.
  private static final String TEMPLATES_OWN = "1001|1009|1999";

  /// Two audio ports for the caller, two for an agent.
  private static final int RTP_PORTS_PER_CALL = 4;

  private SettingsChecks() {}

  static void check(Settings settings, Values values) {
    audioPorts(settings, values);
    portsDiffer(settings, values);
    externalPasswords(settings.asterisk(), values);
    agentsDiffer(settings, values, "id", AgentSettings::id);
    agentsDiffer(settings, values, "extension", AgentSettings::extension);
    reservedExtensions(settings, values);
    languageModel(settings.languageModel(), values);
    if (settings.database().url() != null && settings.database().password() == null) {
      values.problem(
          SiteKeys.DATABASE_URL,
          "needs a password; set PARLEY_DATABASE_PASSWORD or database.password-file.");
    }
    if (settings.privacy().keepOriginals() == Settings.Originals.ENCRYPTED
        && settings.privacy().key() == null) {
      values.problem(
          PrivacyKeys.PRIVACY_KEEP_ORIGINALS,
          "needs a key; set PARLEY_PRIVACY_KEY or privacy.key-file.");
    }
  }

  private static void languageModel(Settings.LanguageModel asked, Values values) {
    if (asked.url() == null) {
      return;
    }
    if (asked.model() == null) {
      values.problem(
          LanguageModelKeys.LANGUAGE_MODEL_MODEL,
          "is not set, and language-model.url needs it; name one of the models there.");
    }
    inOrder(
        LanguageModelKeys.LANGUAGE_MODEL_FIRST_SENTENCE_TIMEOUT,
        asked.firstSentenceTimeout(),
        asked.firstTokenTimeout(),
        "language-model.first-token-timeout",
        values);
    inOrder(
        LanguageModelKeys.LANGUAGE_MODEL_TIMEOUT,
        asked.timeout(),
        asked.firstSentenceTimeout(),
        "language-model.first-sentence-timeout",
        values);
  }

  private static void inOrder(
      Key<?> key, Duration time, Duration least, String other, Values values) {
    if (time.compareTo(least) < 0) {
      values.problem(
          key, "is shorter than %s; allowed is that time or a longer one.".formatted(other));
    }
  }

  private static void audioPorts(Settings settings, Values values) {
    Asterisk asterisk = settings.asterisk();
    int ports = asterisk.rtpHigh() - asterisk.rtpLow() + 1;
    int needed = settings.calls().atOnce() * RTP_PORTS_PER_CALL;
    if (ports < needed) {
      values.problem(
          AsteriskKeys.ASTERISK_RTP_HIGH,
          "leaves %d audio ports from %d to %d; %d calls at once need %d: raise it, or lower calls.at-once."
              .formatted(
                  Math.max(0, ports),
                  asterisk.rtpLow(),
                  asterisk.rtpHigh(),
                  settings.calls().atOnce(),
                  needed));
    }
  }

  private static void portsDiffer(Settings settings, Values values) {
    Map<Integer, Key<?>> taken = new HashMap<>();
    // SIP and audio are UDP: they share no numbers with the TCP ports.
    tcpPort(taken, AsteriskKeys.ASTERISK_HTTP_PORT, settings.asterisk().httpPort(), values);
    tcpPort(taken, AsteriskKeys.ASTERISK_AMI_PORT, settings.asterisk().amiPort(), values);
    tcpPort(
        taken, AsteriskKeys.MEDIA_AUDIO_SOCKET_PORT, settings.media().audioSocketPort(), values);
    if (settings.agi().enabled()) {
      tcpPort(taken, AsteriskKeys.AGI_PORT, settings.agi().port(), values);
    }
    if (settings.database().url() == null && settings.database().embeddedPort() != 0) {
      tcpPort(taken, SiteKeys.DATABASE_EMBEDDED_PORT, settings.database().embeddedPort(), values);
    }
    Asterisk asterisk = settings.asterisk();
    if (asterisk.sipPort() >= asterisk.rtpLow() && asterisk.sipPort() <= asterisk.rtpHigh()) {
      values.problem(
          AsteriskKeys.ASTERISK_SIP_PORT,
          "is %d, inside the audio ports from %d to %d; allowed is a port outside them."
              .formatted(asterisk.sipPort(), asterisk.rtpLow(), asterisk.rtpHigh()));
    }
  }

  private static void tcpPort(
      Map<Integer, Key<?>> taken, Key<Integer> key, int port, Values values) {
    Key<?> other = taken.putIfAbsent(port, key);
    if (other != null) {
      values.problem(
          key, "is %d, and so is %s; allowed is a port of its own.".formatted(port, other.path()));
    }
  }

  private static void externalPasswords(Asterisk asterisk, Values values) {
    if (asterisk.mode() != AsteriskMode.EXTERNAL) {
      return;
    }
    if (asterisk.ariPassword() == null) {
      values.problem(
          AsteriskKeys.ASTERISK_ARI_PASSWORD,
          "is not set, and an external Asterisk needs it; set PARLEY_ASTERISK_ARI_PASSWORD or name a file.");
    }
    if (asterisk.amiPassword() == null) {
      values.problem(
          AsteriskKeys.ASTERISK_AMI_PASSWORD,
          "is not set, and an external Asterisk needs it; set PARLEY_ASTERISK_AMI_PASSWORD or name a file.");
    }
  }

  private static void agentsDiffer(
      Settings settings, Values values, String what, Function<AgentSettings, String> part) {
    Map<String, String> first = new HashMap<>();
    for (AgentSettings agent : settings.agents()) {
      String other = first.putIfAbsent(part.apply(agent), agent.name());
      if (other != null) {
        values.problem(
            "agents: %s and %s have the same %s %s; each agent needs one of their own."
                .formatted(other, agent.name(), what, part.apply(agent)));
      }
    }
  }

  private static void reservedExtensions(Settings settings, Values values) {
    String own = settings.asterisk().extension();
    if (own.matches(TEMPLATES_OWN)) {
      values.problem(
          "asterisk.extension is %s, which Asterisk's templates use for something else; choose another such as 1000."
              .formatted(own));
    }
    for (AgentSettings agent : settings.agents()) {
      if (agent.extension().equals(settings.asterisk().extension())
          || agent.extension().matches(TEMPLATES_OWN)) {
        values.problem(
            "agents: %s has the extension %s, which Parley itself uses; choose another such as 2001."
                .formatted(agent.name(), agent.extension()));
      }
    }
  }
}
