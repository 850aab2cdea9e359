package parley.dialogue.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceSplitterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 2000,
      textBlock =
          """
          We open at ten. Do come by!                    | We open at ten.~Do come by!
          It costs 3.50 euros. That is all.              | It costs 3.50 euros.~That is all.
          Ask Dr. Meyer or Mrs. Lee. They know.          | Ask Dr. Meyer or Mrs. Lee.~They know.
          Call No. 12, e.g. at noon. Thanks.             | Call No. 12, e.g. at noon.~Thanks.
          Open till 5 p.m. on weekdays. Closed then.     | Open till 5 p.m. on weekdays.~Closed then.
          We close at 5 p.m. Come early.                 | We close at 5 p.m.~Come early.
          J. Smith signed it. So did A. B. Cole.         | J. Smith signed it.~So did A. B. Cole.
          Really?! Yes... Maybe… Fine.                   | Really?!~Yes...~Maybe…~Fine.
          He said "wait." Then he left.                  | He said "wait."~Then he left.
          Write to help.desk@shop.example.com. Bye.      | Write to help.desk@shop.example.com.~Bye.
          It was in 2024. Not later.                     | It was in 2024.~Not later.
          1. Open the app. 2. Tap on orders.             | 1. Open the app.~2. Tap on orders.
          Version 2.10.1 is out. Get it.                 | Version 2.10.1 is out.~Get it.
          営業は九時からです。日曜は十時です。                    | 営業は九時からです。~日曜は十時です。
          No end here                                    | No end here
          On 3 Mar. 2026 it ends. Good.                  | On 3 Mar. 2026 it ends.~Good.
          """)
  void sentencesEndWhereASpeakerWouldPause(String text, String expected) {
    List<String> sentences = List.of(expected.split("~"));

    assertEquals(sentences, words(whole(text)));
    assertEquals(sentences, words(letterByLetter(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          At ten [hours].                     | At ten.                 | hours
          At ten.[hours] More.                | At ten.~More.           | hours
          At ten. [hours] More [a-1, b_2].    | At ten.~More.           | hours,a-1,b_2
          At ten [hours][parking]. Good.      | At ten.~Good.           | hours,parking
          At ten. [hours]                     | At ten.                 | hours
          Take the [red line] now.            | Take the [red line] now.| ''
          Paid [v1.2] today. Good.            | Paid today.~Good.       | v1.2
          """)
  void citationsAreTakenOutAndListed(String text, String expected, String citations) {
    for (List<Sentence> sentences : List.of(whole(text), letterByLetter(text))) {
      assertEquals(List.of(expected.strip().split("~")), words(sentences));
      assertEquals(
          citations,
          String.join(",", sentences.stream().flatMap(s -> s.citations().stream()).toList()));
    }
  }

  @Test
  void aCitationBehindTheMarkBelongsToTheSentenceBeforeIt() {
    List<Sentence> sentences = letterByLetter("At ten. [hours] Parking is free [parking].");

    assertEquals(List.of("hours"), sentences.get(0).citations());
    assertEquals(List.of("parking"), sentences.get(1).citations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          **Yes**, we do.                          | Yes, we do.
          Use `reset` now.                         | Use reset now.
          See [our page](https://x.example/a) now. | See our page now.
          - Bring a passport.                      | Bring a passport.
          """)
  void marksOfLayoutAreNotSpoken(String text, String expected) {
    assertEquals(List.of(expected), words(whole(text)));
  }

  @Test
  void linesAreSentences() {
    assertEquals(
        List.of("Opening hours", "Nine to six", "Closed on Sundays"),
        words(letterByLetter("## Opening hours\n\n- Nine to six\n- Closed on Sundays\n")));
  }

  @Test
  void theFirstSentenceDoesNotWaitForTheSecondOne() {
    SentenceSplitter splitter = new SentenceSplitter();

    assertEquals(List.of(), splitter.add("We open at ten."));
    assertEquals(List.of("We open at ten."), words(splitter.add(" W")));
  }

  @Test
  void talkWithoutAnyEndIsCutAtASpace() {
    SentenceSplitter splitter = new SentenceSplitter();
    List<Sentence> sentences = splitter.add("and then some more ".repeat(200));

    assertTrue(sentences.size() > 5);
    assertTrue(sentences.stream().allMatch(s -> s.words().text().length() <= 301));
    assertTrue(
        sentences.stream().allMatch(s -> s.words().text().matches("(and|then|some|more| )+")));
  }

  @Test
  void anOpenBracketDoesNotHoldUpTheRestForEver() {
    SentenceSplitter splitter = new SentenceSplitter();

    assertTrue(splitter.add("See [this. " + "And on it goes. ".repeat(60)).size() > 3);
  }

  private static List<Sentence> whole(String text) {
    SentenceSplitter splitter = new SentenceSplitter();
    List<Sentence> sentences = new ArrayList<>(splitter.add(text));
    sentences.addAll(splitter.finish());
    return sentences;
  }

  private static List<Sentence> letterByLetter(String text) {
    SentenceSplitter splitter = new SentenceSplitter();
    List<Sentence> sentences = new ArrayList<>();
    text.chars().forEach(c -> sentences.addAll(splitter.add(String.valueOf((char) c))));
    sentences.addAll(splitter.finish());
    return sentences;
  }

  private static List<String> words(List<Sentence> sentences) {
    return Heard.words(sentences.stream().filter(s -> !s.words().isEmpty()).toList());
  }
}
