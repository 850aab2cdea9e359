package parley.dialogue.trial;

import java.time.Duration;
import java.time.ZoneId;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Understanding;

/// What a trial reads stored words with: the same as conversations do now.
///
/// @param lowConfidence below this the recognizer's words are not trusted
/// @param silence after which Parley speaks of its own accord
/// @param zone the site's
/// @param country the site's, ISO 3166 with two capitals
public record TrialTools(
    Understanding understanding,
    SentimentScorer moods,
    double lowConfidence,
    Duration silence,
    ZoneId zone,
    String country) {}
