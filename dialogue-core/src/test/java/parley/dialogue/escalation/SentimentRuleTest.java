package parley.dialogue.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.Shipped;
import parley.dialogue.files.Problems;
import parley.dialogue.quality.Channel;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.sentiment.SentimentCourse;
import parley.dialogue.words.Words;

/// Rules about how the caller feels.
class SentimentRuleTest {
  @TempDir private Path home;
  private final Problems problems = new Problems();

  private Rules rules(String when) throws IOException {
    Path file = home.resolve("rules.yaml");
    Files.writeString(
        file,
        "rules:\n  - {id: mood, priority: 1, when: {%s}, then: {priority: LOW}}\n".formatted(when));
    return RuleFile.read(
        home, file, Shipped.parts().knowledge(), Set.of("person"), Set.of(), List.of(), problems);
  }

  private static Facts facts(double... scores) {
    SentimentCourse course = SentimentCourse.START;
    for (double score : scores) {
      course = course.with(new Sentiment(score));
    }
    return new Facts(
        Words.NONE,
        0,
        false,
        false,
        new Sentiment(scores[scores.length - 1]),
        course,
        0,
        0,
        scores.length,
        "",
        "",
        "",
        "",
        0,
        "en",
        0,
        List.of(),
        1,
        new Circumstances(LocalDateTime.of(2026, 3, 2, 9, 0), Channel.VOICE, ""));
  }

  private static boolean fires(Rules rules, Facts facts) {
    return rules.first(facts, Set.of()).isPresent();
  }

  @Test
  void aRuleFiresBelowItsSentimentAndNotAtIt() throws IOException {
    Rules rules = rules("sentiment-below: -0.5");
    assertEquals(List.of(), problems.sorted());
    assertTrue(fires(rules, facts(-0.51)));
    assertTrue(!fires(rules, facts(-0.5)));
    assertTrue(!fires(rules, facts(-0.9, 0.2)), "it is this turn that counts");
  }

  @Test
  void aRuleAboutTheCourseFiresAfterSeveralUnhappyTurns() throws IOException {
    Rules rules = rules("sentiment-course-below: -0.6");
    assertTrue(!fires(rules, facts(-0.9)));
    assertTrue(!fires(rules, facts(-0.9, 0.3, -0.9)));
    assertTrue(fires(rules, facts(-0.9, -0.9)));
  }

  @Test
  void aBoundThatIsNoSentimentIsTold() throws IOException {
    var _ = rules("sentiment-below: -5, sentiment-course-below: bad");
    String told = String.join("\n", problems.sorted().stream().map(Object::toString).toList());
    assertTrue(
        told.contains("`sentiment-below` is `-5`. Expected a number from -1.0 to 1.0."), told);
    assertTrue(told.contains("`sentiment-course-below` is `bad`. Expected a number"), told);
  }
}
