package parley.server.eval.language;

import java.util.Map;
import java.util.TreeMap;
import parley.dialogue.language.LanguageGuess;
import parley.dialogue.language.LanguageGuess.Weight;

/// Counts how guessed languages fit the labels. Thread: one owner.
final class LanguageScores {

  /// How many guesses, and how many of them right.
  record Share(int all, int right) {
    static final Share NONE = new Share(0, 0);

    Share with(boolean isRight) {
      return new Share(all + 1, right + (isRight ? 1 : 0));
    }

    double value() {
      return (double) right / Math.max(1, all);
    }
  }

  private final Map<String, Share> languages = new TreeMap<>();
  private Share messages = Share.NONE;
  private Share telling = Share.NONE;
  private Share proofs = Share.NONE;

  void add(LabelledLanguage message, LanguageGuess guess) {
    boolean right = guess.code().filter(message.code()::equals).isPresent();
    messages = messages.with(right);
    languages.put(message.code(), languages.getOrDefault(message.code(), Share.NONE).with(right));
    if (guess.weight() != Weight.NONE) {
      telling = telling.with(right);
    }
    if (guess.weight() == Weight.PROOF) {
      proofs = proofs.with(right);
    }
  }

  Share messages() {
    return messages;
  }

  /// Of those messages that count as a sign of a language, or as proof.
  Share telling() {
    return telling;
  }

  /// Of those that change a conversation's language by themselves.
  Share proofs() {
    return proofs;
  }

  /// By language, in alphabetical order.
  Map<String, Share> languages() {
    return languages;
  }
}
