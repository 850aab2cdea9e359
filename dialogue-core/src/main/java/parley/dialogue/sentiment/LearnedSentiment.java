package parley.dialogue.sentiment;

import java.util.List;
import parley.dialogue.intents.Example;
import parley.dialogue.intents.LabelShares;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.sentiment.SentimentLanguage.Kind;
import parley.dialogue.understanding.Mood;
import parley.dialogue.words.Words;

/// Scores a message by what was learned from a site's examples: the sentence's vector, its words,
/// and the words of feeling in it. Flags anger and distress also in words that no list has, and
/// takes a listed word for what it is ("the gun show"). The vector is that of the bare words, which
/// intents and knowledge ask for as well. Immutable; any thread.
public final class LearnedSentiment implements SentimentScorer {

  /** From this share of anger or distress on a flag is raised that no list raises. */
  private static final double SURE = 0.5;

  /**
   * Below this share of distress its listed words are taken for talk of something else ("the gun
   * show"). Where somebody is in danger it was 0.5 or more.
   */
  private static final double UNLIKELY = 0.05;

  private final LabelShares shares;

  private LearnedSentiment(LabelShares shares) {
    this.shares = shares;
  }

  /// Learns, in seconds (docs/results/sentiment.md).
  ///
  /// @param vectors of the files' language
  public static LearnedSentiment learn(SentimentLanguage language, SentenceVectors vectors) {
    List<Example> examples =
        language.examples().stream()
            .map(example -> new Example(example.text(), example.kind().name()))
            .toList();
    FeelingWords words = language.words();
    return new LearnedSentiment(
        LabelShares.learn(
            examples,
            text -> vectors.of(Words.of(text).text()),
            text -> text + notes(words.find(Words.of(text)))));
  }

  @Override
  public Feeling of(String message, Mood.Heard flags) {
    if (Words.of(message).isEmpty()) {
      return SentimentScorer.NONE.of(message, flags);
    }
    List<Double> all = shares.of(message);
    double anger = share(all, Kind.ANGER);
    double distress = share(all, Kind.DISTRESS);
    double score = share(all, Kind.POSITIVE) - share(all, Kind.NEGATIVE) - anger - distress;
    return new Feeling(
        new Sentiment(Math.clamp(score, -1, 1)),
        flags.anger() || anger >= SURE,
        distress >= (flags.distress() ? UNLIKELY : SURE));
  }

  private double share(List<Double> all, Kind kind) {
    int at = shares.labels().indexOf(kind.name());
    return at < 0 ? 0 : all.get(at);
  }

  /// What the word lists find, as words that nobody says.
  private static String notes(FeelingWords.Found found) {
    if (found.positive() > 0 && found.negative() > 0) {
      return " 1mixed1";
    }
    if (found.negative() > 0) {
      return found.negative() > 1 ? " 1dislikes1 1dislikesmore1" : " 1dislikes1";
    }
    return switch (found.positive()) {
      case 0 -> " 1neither1";
      case 1 -> " 1likes1";
      default -> " 1likes1 1likesmore1";
    };
  }
}
