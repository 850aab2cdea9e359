package parley.config;

import static parley.config.AgentKeys.*;
import static parley.config.AsteriskKeys.*;
import static parley.config.ConversationKeys.*;
import static parley.config.CustomerKeys.*;
import static parley.config.LanguageModelKeys.*;
import static parley.config.PrivacyKeys.*;
import static parley.config.SiteKeys.*;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Puts single values together to the tree that the modules take their parts of.
final class SettingsAssembly {

  private final Path home;
  private final Values values;

  SettingsAssembly(Path home, Values values) {
    this.home = home;
    this.values = values;
  }

  Settings settings() {
    Path state = home.resolve(values.get(STATE)).normalize();
    return new Settings(
        home,
        state,
        new Settings.Site(
            values.get(SITE_NAME),
            values.get(SITE_LANGUAGE),
            values.get(SITE_ZONE),
            values.get(SITE_COUNTRY)),
        asterisk(),
        media(),
        new Settings.Agi(
            values.get(AGI_ENABLED),
            values.get(AGI_BIND),
            values.get(AGI_PORT),
            values.get(AGI_ALLOWED)),
        new Settings.Calls(values.get(CALLS_AT_ONCE), values.get(CALLS_LONGEST)),
        speech(),
        new Settings.Models(
            values.get(SPEECH_MODEL_LIST),
            values.get(SPEECH_ADAPT),
            home.resolve(values.get(SPEECH_WORD_LIST)).normalize(),
            values.get(SPEECH_LANGUAGES)),
        new Settings.Knowledge(
            home.resolve(values.get(KNOWLEDGE_DOCUMENTS)).normalize(),
            values.find(KNOWLEDGE_DOCUMENTS_URL),
            values.get(KNOWLEDGE_VECTORS)),
        turns(),
        new Settings.Recording(
            values.get(RECORDING_ENABLED),
            values.get(RECORDING_NOTICE),
            state.resolve(values.get(RECORDING_FOLDER)).normalize()),
        languageModel(),
        database(),
        new Settings.Transfer(
            values.get(TRANSFER_RING), values.get(TRANSFER_ATTEMPTS), values.get(TRANSFER_QUEUE)),
        mail(),
        services(),
        new Settings.Privacy(values.get(PRIVACY_KEEP_ORIGINALS), values.find(PRIVACY_KEY)),
        new Settings.FollowUp(
            values.get(FOLLOW_UP_CALL_BACK_WITHIN),
            values.get(FOLLOW_UP_ANSWER_WITHIN),
            values.get(FOLLOW_UP_MAIL_QUIET_AFTER)),
        new Settings.Memory(
            values.get(MEMORY_ENABLED), values.get(MEMORY_DAYS), values.get(MEMORY_GREETING)),
        CallbackKeys.settings(home, values),
        MailKeys.rules(values),
        MailUpkeepKeys.upkeep(values),
        new MailboxAssembly(values, home).mailboxes(),
        new AgentAssembly(values).agents());
  }

  private Settings.Asterisk asterisk() {
    return new Settings.Asterisk(
        values.get(ASTERISK_MODE),
        values.get(ASTERISK_HOST),
        values.get(ASTERISK_HTTP_PORT),
        values.get(ASTERISK_ARI_USER),
        values.find(ASTERISK_ARI_PASSWORD),
        values.get(ASTERISK_AMI_PORT),
        values.get(ASTERISK_AMI_USER),
        values.find(ASTERISK_AMI_PASSWORD),
        values.get(ASTERISK_SIP_BIND),
        values.get(ASTERISK_SIP_PORT),
        values.get(ASTERISK_RTP_LOW),
        values.get(ASTERISK_RTP_HIGH),
        values.get(ASTERISK_EXTENSION),
        values.get(ASTERISK_APPLICATION),
        values.get(ASTERISK_REQUEST_TIMEOUT),
        TrunkKeys.trunk(values));
  }

  private Settings.Media media() {
    return new Settings.Media(
        values.get(MEDIA_TRANSPORT),
        values.get(MEDIA_SAMPLE_RATE),
        values.get(MEDIA_AUDIO_SOCKET_BIND),
        values.get(MEDIA_AUDIO_SOCKET_HOST),
        values.get(MEDIA_AUDIO_SOCKET_PORT));
  }

  private Settings.Speech speech() {
    return new Settings.Speech(
        values.get(SPEECH_MODEL),
        values.get(SPEECH_RECOGNIZER_THREADS),
        values.get(SPEECH_VOICE_THREADS),
        values.get(SPEECH_SYNTHESIS_TIMEOUT),
        values.get(SPEECH_RECOGNIZER_LAG),
        values.get(SPEECH_SKIP_SILENCE));
  }

  private Settings.Turns turns() {
    return new Settings.Turns(
        values.get(TURNS_END_OF_ANSWER),
        values.get(TURNS_END_OF_SPEECH),
        values.get(TURNS_END_OF_UNFINISHED),
        values.get(TURNS_END_OF_DIGITS),
        values.get(TURNS_SILENCE_PROMPT),
        values.get(TURNS_BARGE_IN_CONFIRM),
        values.get(TURNS_LONGEST_UTTERANCE));
  }

  private Settings.LanguageModel languageModel() {
    return new Settings.LanguageModel(
        values.find(LANGUAGE_MODEL_URL),
        values.find(LANGUAGE_MODEL_MODEL),
        values.find(LANGUAGE_MODEL_KEY),
        values.get(LANGUAGE_MODEL_TEMPERATURE),
        values.get(LANGUAGE_MODEL_MAX_TOKENS),
        values.get(LANGUAGE_MODEL_CONTEXT_TOKENS),
        values.get(LANGUAGE_MODEL_FIRST_TOKEN_TIMEOUT),
        values.get(LANGUAGE_MODEL_FIRST_SENTENCE_TIMEOUT),
        values.get(LANGUAGE_MODEL_STALL_TIMEOUT),
        values.get(LANGUAGE_MODEL_TIMEOUT),
        values.get(LANGUAGE_MODEL_RETRIES),
        values.get(LANGUAGE_MODEL_REQUESTS_A_MINUTE),
        values.get(LANGUAGE_MODEL_REST));
  }

  private Settings.Database database() {
    return new Settings.Database(
        values.find(DATABASE_URL),
        values.get(DATABASE_USER),
        values.find(DATABASE_PASSWORD),
        values.get(DATABASE_EMBEDDED_PORT),
        values.get(DATABASE_POOL_SIZE),
        values.get(DATABASE_TIMEOUT));
  }

  private Settings.Mail mail() {
    return new Settings.Mail(
        values.find(MAIL_SMTP_HOST),
        values.get(MAIL_SMTP_PORT),
        values.get(MAIL_START_TLS),
        values.find(MAIL_USER),
        values.find(MAIL_PASSWORD),
        values.get(MAIL_FROM),
        values.find(MAIL_NOTICES_TO),
        values.find(MailKeys.TRUST_STORE));
  }

  private Settings.Services services() {
    Map<String, Settings.Service> services = new HashMap<>();
    ServiceKeys.SERVICES.forEach((name, keys) -> {
      // Read in any case, so that what is wrong with them is told before the address is set.
      Secret token = values.find(keys.token());
      Duration timeout = values.get(keys.timeout());
      int retries = values.get(keys.retries());
      Duration rest = values.get(keys.breakerRest());
      int requests = values.get(keys.requestsASecond());
      URI url = values.find(keys.url());
      if (url != null) {
        services.put(name, new Settings.Service(url, token, timeout, retries, rest, requests));
      }
    });
    return new Settings.Services(services, values.get(ServiceKeys.FILLER_AFTER));
  }
}
