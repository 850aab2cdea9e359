package parley.dialogue.language;

import java.util.HashSet;
import java.util.Set;
import parley.dialogue.language.LanguageGuess.Weight;

/// The language of a conversation, message by message. One odd word changes nothing: another
/// language must be heard in two messages in a row, or in one that is long and plain. Pure.
///
/// @param language that is spoken now
/// @param other the language that the last telling message was in, when that is another; or empty
/// @param offered languages for which a person was offered already
public record LanguageCourse(String language, String other, Set<String> offered) {

  /// The course after a message, and what to do.
  public record Next(LanguageCourse course, LanguageDecision decision) {}

  public LanguageCourse {
    offered = Set.copyOf(offered);
    if (language.isEmpty() || language.equals(other)) {
      throw new IllegalArgumentException(
          "Expected a language, and not the same as the other one: `%s`, `%s`"
              .formatted(language, other));
    }
  }

  public static LanguageCourse in(String language) {
    return new LanguageCourse(language, "", Set.of());
  }

  /// @param served languages that Parley itself can go on in: in a call those with prompts, a
  ///   recognizer and a voice, in writing those with prompts
  public Next with(LanguageGuess guess, Set<String> served) {
    if (guess.weight() == Weight.NONE || guess.code().isEmpty()) {
      return stay(this);
    }
    String heard = guess.code().get();
    if (heard.equals(language)) {
      return stay(new LanguageCourse(language, "", offered));
    }
    if (guess.weight() != Weight.PROOF && !heard.equals(other)) {
      return stay(new LanguageCourse(language, heard, offered));
    }
    return !served.contains(heard) && offered.contains(heard)
        ? stay(new LanguageCourse(language, heard, offered))
        : change(heard, served);
  }

  /// The course after somebody has asked for a language by its name. One that Parley does not serve
  /// is offered each time.
  public Next asked(String wanted, Set<String> served) {
    return wanted.equals(language) ? stay(this) : change(wanted, served);
  }

  private Next change(String heard, Set<String> served) {
    if (served.contains(heard)) {
      return new Next(new LanguageCourse(heard, "", offered), new LanguageDecision.SwitchTo(heard));
    }
    Set<String> all = new HashSet<>(offered);
    all.add(heard);
    return new Next(
        new LanguageCourse(language, heard, all), new LanguageDecision.OfferPerson(heard));
  }

  private static Next stay(LanguageCourse course) {
    return new Next(course, new LanguageDecision.Stay());
  }
}
