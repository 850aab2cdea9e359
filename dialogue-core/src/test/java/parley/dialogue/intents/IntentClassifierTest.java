package parley.dialogue.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// With the real model of sentences and ten examples an intent.
class IntentClassifierTest {
  private static final SentenceVectors VECTORS = TestVectors.SHARED;
  private static final List<Example> EXAMPLES = new ArrayList<>();
  private static IntentClassifier classifier;

  private static void examples(String intent, String texts) {
    texts.lines().forEach(text -> EXAMPLES.add(new Example(text.strip(), intent)));
  }

  @BeforeAll
  static void learn() {
    examples(
        "delivery",
        """
        where is my order
        when will my parcel arrive
        my package has not come yet
        track my shipment
        has my order been sent
        the courier never showed up
        how long does shipping take
        i am still waiting for my delivery
        is my parcel on its way
        the tracking has not moved for days\
        """);
    examples(
        "refund",
        """
        i want my money back
        when do i get my refund
        the refund has not arrived on my card
        please give me a refund
        how do i return this for my money
        you still owe me for what i sent back
        reimburse me for the broken item
        refund my last purchase
        my money was not returned
        can i be paid back\
        """);
    examples(
        "password",
        """
        i forgot my password
        i cannot log in
        reset my password please
        my account is locked
        the login does not work
        it says wrong password
        i am locked out of my profile
        how do i change my password
        sign in fails every time
        the reset link does not work\
        """);
    examples(
        "hours",
        """
        when are you open
        what are your opening hours
        are you open on saturday
        when do you close today
        is the shop open on sunday
        until when can i come
        how late are you open
        do you open on public holidays
        what time do you open
        are you closed at noon\
        """);
    classifier = IntentClassifier.learn(EXAMPLES, VECTORS);
  }

  @ParameterizedTest
  @CsvSource({
    "the box i ordered is nowhere to be seen, delivery",
    "did you ship my things already, delivery",
    "i would like to be reimbursed, refund",
    "give me back what i paid, refund",
    "my credentials are not accepted, password",
    "i can't get into my account, password",
    "can i drop by on sunday afternoon, hours",
    "what time do you shut, hours",
  })
  void otherWordsForTheSameAreUnderstood(String message, String intent) {
    Guess guess = classifier.guess(message);
    assertEquals(intent, guess.intent());
    assertFalse(guess.none(), guess.toString());
  }

  static Stream<String> talkOfOtherThings() {
    return Stream.of(
        "what is the capital of france",
        "tell me a joke about elephants",
        "my cat is sleeping on the piano");
  }

  @ParameterizedTest
  @MethodSource("talkOfOtherThings")
  void otherTalkIsLessSureThanAnyExample(String message) {
    double leastOfExamples =
        EXAMPLES.stream()
            .mapToDouble(example -> classifier.guess(example.text()).confidence())
            .min()
            .orElseThrow();
    assertTrue(classifier.guess(message).confidence() < leastOfExamples);
  }

  @Test
  void examplesOfNoIntentTeachWhatIsNone() {
    List<Example> more = new ArrayList<>(EXAMPLES);
    Stream.of(
            "what is the weather tomorrow",
            "tell me something funny",
            "who won the match last night",
            "play some music",
            "how tall is the eiffel tower",
            "translate hello into spanish")
        .forEach(text -> more.add(new Example(text, Example.NONE)));
    IntentClassifier taught = IntentClassifier.learn(more, VECTORS);
    assertTrue(taught.guess("will there be rain or other bad weather tomorrow").none());
    assertFalse(taught.guess("where is my order").none());
    assertEquals(List.of("delivery", "hours", "password", "refund"), taught.intents());
  }

  @Test
  void sameExamplesGiveTheSameGuesses() {
    IntentClassifier again = IntentClassifier.learn(EXAMPLES, VECTORS);
    EXAMPLES.forEach(
        example -> assertEquals(classifier.guess(example.text()), again.guess(example.text())));
  }

  static Stream<String> rubbish() {
    return Stream.of(
        "   ",
        "?!",
        "\u0000\u0001\uFFFF",
        "\uD83D\uDE00\uD83D\uDE00",
        "\u0645\u0631\u062D\u0628\u0627 order",
        "\uD800 half a pair",
        "where is my order ".repeat(6_000));
  }

  @ParameterizedTest
  @MethodSource("rubbish")
  void anyTextIsAnswered(String text) {
    Guess guess = classifier.guess(text);
    assertTrue(guess.confidence() >= 0 && guess.confidence() <= 1);
  }

  @Test
  void nothingSaidIsNone() {
    assertTrue(classifier.guess("").none());
    assertEquals(0, classifier.guess("").confidence());
  }

  @Test
  void oneExampleAnIntentIsEnoughToBegin() {
    IntentClassifier begun =
        IntentClassifier.learn(
            List.of(
                new Example("where is my parcel", "delivery"),
                new Example("i forgot my password", "password")),
            VECTORS);
    assertEquals("delivery", begun.guess("has the package been sent").intent());
    assertEquals("password", begun.guess("the login does not work").intent());
  }

  @Test
  void oneIntentIsNothingToTellApart() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                IntentClassifier.learn(
                    List.of(new Example("hello", "greeting"), new Example("x", Example.NONE)),
                    VECTORS));
    assertEquals(
        "Found examples of [greeting, oos]: expected at least two intents to tell apart",
        refused.getMessage());
  }
}
