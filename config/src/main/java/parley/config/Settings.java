package parley.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything an operator can set, read once from `config/parley.yaml` and the environment. A value
/// that exists is valid.
///
/// @param home the checkout: `config/` is read below it
/// @param state where everything that Parley writes goes, `.parley` below home by default
public record Settings(
    Path home,
    Path state,
    Site site,
    Asterisk asterisk,
    Media media,
    Agi agi,
    Calls calls,
    Speech speech,
    Models models,
    Knowledge knowledge,
    Turns turns,
    Recording recording,
    LanguageModel languageModel,
    Database database,
    Transfer transfer,
    Mail mail,
    Services services,
    Privacy privacy,
    FollowUp followUp,
    Memory memory,
    CallbackSettings callbacks,
    MailRules mailRules,
    MailUpkeep mailUpkeep,
    List<MailboxSettings> mailboxes,
    List<AgentSettings> agents) {

  public Settings {
    mailboxes = List.copyOf(mailboxes);
    agents = List.copyOf(agents);
  }

  /// @param name the company's name as it is spoken in the greeting
  /// @param language ISO 639-1 code of calls that the dialplan does not mark otherwise
  /// @param country ISO 3166 code of two capitals
  public record Site(String name, String language, ZoneId zone, String country) {}

  /// What becomes of words that hold personal data.
  public enum Originals {
    /// Only the masked words are kept.
    NONE,
    /// The masked words are kept, and the originals encrypted.
    ENCRYPTED,
    /// They are kept as they were said.
    PLAIN
  }

  /// @param key what seals originals, `NAME:KEY` and older ones after commas; set where they are
  ///   encrypted
  public record Privacy(Originals keepOriginals, @Nullable Secret key) {}

  /// Whether Parley runs an Asterisk of its own or uses one that the site runs.
  public enum AsteriskMode {
    PRIVATE,
    EXTERNAL
  }

  /// The Asterisk beside Parley. Passwords are null when `up` is to make them up and keep them in
  /// the state folder. `sipBind` is the address that phones reach; loopback by default.
  /// `application` is the Stasis application, of which each Parley on one Asterisk has its own.
  public record Asterisk(
      AsteriskMode mode,
      String host,
      int httpPort,
      String ariUser,
      @Nullable Secret ariPassword,
      int amiPort,
      String amiUser,
      @Nullable Secret amiPassword,
      String sipBind,
      int sipPort,
      int rtpLow,
      int rtpHigh,
      String extension,
      String application,
      Duration requestTimeout,
      TrunkSettings trunk) {}

  /// How audio travels between Asterisk and Parley.
  public enum MediaTransport {
    AUTO,
    WEBSOCKET,
    AUDIOSOCKET
  }

  /// `audioSocketHost` is the address that Asterisk reaches Parley's AudioSocket port at.
  public record Media(
      MediaTransport transport,
      int sampleRateHz,
      String audioSocketBind,
      String audioSocketHost,
      int audioSocketPort) {}

  /// The FastAGI door. `allowed` are the addresses that may knock.
  public record Agi(boolean enabled, String bind, int port, Set<String> allowed) {
    public Agi {
      allowed = Set.copyOf(allowed);
    }
  }

  /// Admission. A call over `atOnce` hears the busy message and goes to the fallback queue.
  public record Calls(int atOnce, Duration longest) {}

  /// `model` is `auto` or a folder. Thread counts are of platform threads.
  public record Speech(
      String model,
      int recognizerThreads,
      int voiceThreads,
      Duration synthesisTimeout,
      Duration recognizerLag,
      boolean skipSilence) {}

  /// Which speech models there are, and how the one in use is made to know the site's words.
  ///
  /// @param list where the models that can be installed are listed: an https, http or file address
  /// @param languages beside the site's, in which calls may go on
  public record Models(URI list, boolean adapt, Path wordList, Set<String> languages) {
    public Models {
      languages = Set.copyOf(languages);
    }
  }

  /// @param documents the folder with documents that are searched beside the entries; may be
  ///   missing
  /// @param documentsUrl where customers can read that folder; null: nowhere
  /// @param vectors whether the model of sentences is loaded, where it knows the site's language
  public record Knowledge(Path documents, @Nullable URI documentsUrl, boolean vectors) {}

  /// Turn-taking times; see `dialogue.turn`. Each is a silence after the caller's last voice.
  public record Turns(
      Duration endOfAnswer,
      Duration endOfSpeech,
      Duration endOfUnfinished,
      Duration endOfDigits,
      Duration silencePrompt,
      Duration bargeInConfirm,
      Duration longestUtterance) {}

  /// Recordings of both sides below `folder`, with a spoken notice.
  public record Recording(boolean enabled, boolean notice, Path folder) {}

  /// A language model behind an API like OpenAI's. `url` is null for none; with it, `model` is not.
  /// `rest` is how long it is left alone after too many failures.
  public record LanguageModel(
      @Nullable URI url,
      @Nullable String model,
      @Nullable Secret key,
      double temperature,
      int maxTokens,
      int contextTokens,
      Duration firstTokenTimeout,
      Duration firstSentenceTimeout,
      Duration stallTimeout,
      Duration timeout,
      int retries,
      int requestsAMinute,
      Duration rest) {

    /// The same for somebody who does not wait on the telephone: the first words may take as long
    /// as the whole answer.
    public LanguageModel patient() {
      return new LanguageModel(
          url,
          model,
          key,
          temperature,
          maxTokens,
          contextTokens,
          timeout,
          timeout,
          stallTimeout,
          timeout,
          retries,
          requestsAMinute,
          rest);
    }
  }

  /// A PostgreSQL. `url` is null for the embedded one. `port` 0 means: any free one.
  public record Database(
      @Nullable String url,
      String user,
      @Nullable Secret password,
      int embeddedPort,
      int poolSize,
      Duration timeout) {}

  /// By when what a conversation leaves to be done is due.
  public record FollowUp(Duration callBackWithin, Duration answerWithin, Duration mailQuietAfter) {}

  /// What is remembered of customers' earlier conversations, how long, and whether the caller may
  /// hear that there was one.
  public record Memory(boolean enabled, int days, boolean greeting) {}

  /// Hand-over to a person: how long one phone rings, how many people are tried.
  public record Transfer(Duration ring, int attempts, String queue) {}

  /// Where to tell people of callers whom nobody could talk to. `smtpHost` null: nobody is told by
  /// mail.
  ///
  /// @param trustStore certificates (PEM) that are trusted beside the usual ones; null: none
  public record Mail(
      @Nullable String smtpHost,
      int smtpPort,
      boolean startTls,
      @Nullable String user,
      @Nullable Secret password,
      String from,
      @Nullable String noticesTo,
      @Nullable Path trustStore) {}

  /// The site's own systems that flows ask, by name; one without an address is not among them.
  ///
  /// @param fillerAfter an answer that takes longer is bridged by a word to the caller
  public record Services(Map<String, Service> all, Duration fillerAfter) {

    /// Every name that flows may use, set or not.
    public static final List<String> NAMES = ServiceKeys.NAMES;

    public Services {
      all = Map.copyOf(all);
    }
  }

  /// One HTTP service.
  ///
  /// @param timeout for the answer in all, retries included
  /// @param retries of requests that change nothing
  /// @param breakerRest how long a service that fails is left alone
  public record Service(
      URI url,
      @Nullable Secret token,
      Duration timeout,
      int retries,
      Duration breakerRest,
      int requestsASecond) {}

  /// One person with a phone. `password` null: made up by `up`.
  public record AgentSettings(
      String id,
      String name,
      String extension,
      @Nullable Secret password,
      Set<String> skills,
      Set<String> languages) {
    public AgentSettings {
      skills = Set.copyOf(skills);
      languages = Set.copyOf(languages);
    }
  }
}
