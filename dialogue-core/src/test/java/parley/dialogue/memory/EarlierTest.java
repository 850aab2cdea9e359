package parley.dialogue.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.dialogue.Shipped;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.llm.TokenEstimate;
import parley.dialogue.words.Words;

/// What is known of earlier conversations, and how much of it is told.
class EarlierTest {

  private static Recollection before(int days, Disposition disposition, String topic) {
    return new Recollection(
        Duration.ofDays(days),
        "VOICE",
        disposition,
        disposition.resolved(),
        new Spoken(topic),
        new Spoken("The customer said: " + topic + "."));
  }

  private static Earlier earlier(Recollection... conversations) {
    return new Earlier(List.of(conversations), false, true);
  }

  private static String first(Earlier earlier, String now) {
    return earlier.relevant(Words.of(now), Relevance.BY_WORDS).getFirst().topic().text();
  }

  @Test
  void aPromiseThatIsDueMattersMost() {
    var last = before(1, Disposition.NOT_ANSWERED, "my kettle");
    assertEquals(
        Optional.of(Earlier.Neutral.CALL_BACK_DUE),
        new Earlier(List.of(last), true, true).neutral());
    assertEquals(Optional.of(Earlier.Neutral.NOT_HELPED), earlier(last).neutral());
  }

  @Test
  void nothingIsSaidOfWhatWentWellOrWasLongAgoOrMayNotBeSaid() {
    var lately = before(1, Disposition.NOT_ANSWERED, "my kettle");
    assertEquals(
        Optional.empty(), earlier(before(0, Disposition.ANSWERED, "hours"), lately).neutral());
    assertEquals(
        Optional.empty(), earlier(before(9, Disposition.NOT_ANSWERED, "my kettle")).neutral());
    assertEquals(Optional.empty(), new Earlier(List.of(lately), true, false).neutral());
    assertEquals(Optional.empty(), Earlier.NONE.neutral());
  }

  @Test
  void theTopicOutweighsAgeAndAgeDecidesWithoutOne() {
    Earlier earlier =
        earlier(
            before(1, Disposition.ANSWERED, "when do you open on sunday"),
            before(20, Disposition.ANSWERED, "my kettle leaks"));

    assertEquals("my kettle leaks", first(earlier, "it is about the kettle again"));
    assertEquals("when do you open on sunday", first(earlier, ""));
  }

  @Test
  void theSameMatterInOtherWordsIsTheSameMatterToTheModelOfSentences() {
    Earlier earlier =
        earlier(
            before(1, Disposition.ANSWERED, "when do you open on sunday"),
            before(20, Disposition.ANSWERED, "my kettle leaks"),
            before(2, Disposition.ANSWERED, ""));
    Words now = Words.of("water drips out of the boiler i bought");

    assertEquals(
        "my kettle leaks",
        earlier.relevant(now, Shipped.byMeaning().relevance()).getFirst().topic().text());
    assertEquals(
        "when do you open on sunday",
        earlier.relevant(now, Shipped.parts().relevance()).getFirst().topic().text());
  }

  @Test
  void whatIsStillOpenComesBeforeWhatIsSettled() {
    Earlier earlier =
        earlier(
            before(3, Disposition.ANSWERED, "a refund for shoes"),
            before(5, Disposition.NOT_ANSWERED, "an invoice twice"));

    assertEquals("an invoice twice", first(earlier, "hello it is me"));
  }

  @Test
  void whatHappenedLongAgoFadesEvenWhereTheTopicIsTheSame() {
    Earlier earlier =
        earlier(
            before(2, Disposition.ANSWERED, "the kettle leaks"),
            before(85, Disposition.ANSWERED, "the kettle whistles"));

    assertEquals("the kettle leaks", first(earlier, "the kettle whistles again"));
  }

  @Test
  void theTextKeepsToItsBudgetAndCutsNoConversationInTwo() {
    Earlier many =
        earlier(
            IntStream.range(0, 30)
                .mapToObj(i -> before(i, Disposition.ANSWERED, "question number " + i))
                .toArray(Recollection[]::new));

    String text = many.text(Words.NONE, Relevance.BY_WORDS, 100);

    assertTrue(TokenEstimate.of(text) <= 100, text);
    assertTrue(text.lines().count() >= 3, text);
    assertTrue(text.lines().allMatch(line -> line.endsWith(".")), text);
    assertTrue(text.startsWith("today (voice, resolved): "), text);
    assertEquals("", Earlier.NONE.text(Words.NONE, Relevance.BY_WORDS, 100));
  }

  @Test
  void aMemoryThatIsSlowOrBrokenIsNone() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CustomerMemory slow =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
          return Earlier.NONE;
        };
    CustomerMemory broken =
        _ -> {
          throw new IllegalStateException("away");
        };
    PhoneNumber caller = new PhoneNumber("+4930123456");
    Earlier known = new Earlier(List.of(), true, true);

    assertEquals(Earlier.NONE, new BoundedMemory(slow, Duration.ofMillis(30)).of(caller));
    assertEquals(Earlier.NONE, new BoundedMemory(broken, Duration.ofSeconds(10)).of(caller));
    assertEquals(known, new BoundedMemory(_ -> known, Duration.ofSeconds(10)).of(caller));
    assertFalse(Thread.interrupted());
  }
}
