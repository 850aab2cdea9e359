package parley.dialogue.language;

/// What to do about the language after a message.
public sealed interface LanguageDecision {

  /// Go on as before.
  record Stay() implements LanguageDecision {}

  /// Go on in this language: there are prompts, and in a call a recognizer and a voice for it.
  record SwitchTo(String code) implements LanguageDecision {}

  /// Offer a person who speaks this language, which Parley does not. Decided once a language.
  record OfferPerson(String code) implements LanguageDecision {}
}
