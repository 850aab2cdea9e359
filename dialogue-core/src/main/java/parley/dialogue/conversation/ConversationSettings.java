package parley.dialogue.conversation;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import parley.config.Settings;

/// What a site can choose about its conversations.
///
/// @param site the company's name as it is spoken
/// @param country where a number without country and 03/04 are meant, ISO 3166 with two capitals
/// @param recordingNotice whether the legal notice is said
/// @param queue for hand-overs where neither dialplan nor rule names one
/// @param lowConfidence below this the recognizer's words are not trusted
/// @param weakMatch below this a match is chance
/// @param strongMatch from here on a question is answered without asking back
/// @param tie two matches this near to each other are offered as a choice
/// @param failures turns in a row not understood that bring in a person, rules or not
/// @param silenceHelp the silence prompt that helps
/// @param silenceEnd the silence prompt that ends the call
/// @param attempts how often a person is tried in one call
/// @param earlyCut an answer of which less than this share was heard may be said again
/// @param services names of the services that flows can ask
/// @param people languages that somebody speaks whom callers can be put through to, ISO 639-1
/// @param languageModel whether one is asked what Parley does not know by itself
/// @param patience how long "wait a moment" holds off the silence prompts
public record ConversationSettings(
    String site,
    String country,
    boolean recordingNotice,
    String queue,
    double lowConfidence,
    double weakMatch,
    double strongMatch,
    double tie,
    int failures,
    int silenceHelp,
    int silenceEnd,
    int attempts,
    double earlyCut,
    Duration patience,
    Set<String> services,
    Set<String> people,
    boolean languageModel) {

  public ConversationSettings {
    services = Set.copyOf(services);
    people = Set.copyOf(people);
  }

  /// The usual values for everything that the settings file does not hold.
  public static ConversationSettings of(Settings settings) {
    return usual(
            settings.site().name(),
            settings.site().country(),
            settings.recording().enabled() && settings.recording().notice(),
            settings.transfer().queue())
        .with(settings.services().all().keySet())
        .withPeople(
            settings.agents().stream()
                .flatMap(agent -> agent.languages().stream())
                .collect(Collectors.toSet()))
        .withModel(settings.languageModel().url() != null);
  }

  /// The same with these services set.
  public ConversationSettings with(Set<String> set) {
    return with(set, people, languageModel);
  }

  /// The same with or without a language model.
  public ConversationSettings withModel(boolean model) {
    return with(services, people, model);
  }

  /// The same with people who speak these languages.
  public ConversationSettings withPeople(Set<String> languages) {
    return with(services, languages, languageModel);
  }

  private ConversationSettings with(Set<String> set, Set<String> languages, boolean model) {
    return new ConversationSettings(
        site,
        country,
        recordingNotice,
        queue,
        lowConfidence,
        weakMatch,
        strongMatch,
        tie,
        failures,
        silenceHelp,
        silenceEnd,
        attempts,
        earlyCut,
        patience,
        set,
        languages,
        model);
  }

  public static ConversationSettings usual(String site, boolean notice, String queue) {
    return usual(site, "GB", notice, queue);
  }

  private static ConversationSettings usual(
      String site, String country, boolean notice, String queue) {
    return new ConversationSettings(
        site,
        country,
        notice,
        queue,
        0.4,
        0.45,
        0.62,
        0.06,
        3,
        2,
        3,
        2,
        0.25,
        Duration.ofSeconds(45),
        Set.of(),
        Set.of(),
        false);
  }
}
