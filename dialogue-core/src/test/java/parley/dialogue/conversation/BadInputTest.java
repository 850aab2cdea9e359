package parley.dialogue.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.dialogue.Shipped;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.quality.Channel;

/// Whatever comes as a message is answered with a sentence, and the next question as if nothing had
/// been, by telephone, mail and chat, with the model of sentences.
class BadInputTest {

  private static final int LONG = 10_000;
  private static final Conversations CONVERSATIONS = Shipped.byMeaning().conversations();

  static Stream<Arguments> messages() {
    return Stream.of(
            arguments("nothing", ""),
            arguments("blanks", " \t\n \r\n "),
            arguments("no characters that one sees", "\u200B\u2060\uFEFF"),
            arguments("emoji", "\uD83D\uDE00\uD83C\uDF89\uD83D\uDE4F\uD83C\uDFFD"),
            arguments("half an emoji", "\uD83D where is"),
            arguments(
                "Hebrew",
                "\u05DE\u05EA\u05D9 \u05D0\u05EA\u05DD \u05E4\u05EA\u05D5\u05D7\u05D9\u05DD"),
            arguments("turned around", "\u202Ewhere is my order\u202C"),
            arguments(
                "four scripts in one",
                "wo ist \u6211\u7684 \u0437\u0430\u043A\u0430\u0437 \u03B1\u03B2 or\u0434er"),
            arguments("control characters", "\u0000\u0001where\u0007 is \u001B[31m my"),
            arguments("bytes", bytes(2_000)),
            arguments("punctuation", "?!...---".repeat(50)),
            arguments("one long word", "a".repeat(100_000)),
            arguments("100 kB of digits", "7".repeat(100_000)),
            arguments("100 kB of bytes", bytes(100_000)),
            arguments("100 kB of words", "where is my parcel and ".repeat(4_400)))
        .flatMap(BadInputTest::onChannels);
  }

  /// 100 kB come by mail only; no mouth says them.
  private static Stream<Arguments> onChannels(Arguments message) {
    String words = (String) message.get()[1];
    return Stream.of(Channel.values())
        .filter(channel -> words.length() < LONG || channel == Channel.EMAIL)
        .map(channel -> arguments(message.get()[0], channel, words));
  }

  private static String bytes(int many) {
    byte[] bytes = new byte[many];
    new Random(4).nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Step said(ConversationState state, String words) {
    return CONVERSATIONS.step(
        state, new ConversationEvent.CallerSaid(new Spoken(words), Confidence.CERTAIN));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("messages")
  void aBadMessageGetsASentenceAndTheNextOneItsAnswer(
      String what, Channel channel, String message) {
    ConversationEvent.Started start =
        new ConversationEvent.Started(
            PhoneNumber.UNKNOWN,
            "en",
            "",
            "",
            ZonedDateTime.parse("2026-03-02T10:00:00Z"),
            channel,
            Set.of());
    Step bad = said(CONVERSATIONS.step(ConversationState.NEW, start).state(), message);
    assertTrue(bad.state().open(), what);
    assertTrue(says(bad).anyMatch(say -> !say.words().isEmpty()), () -> what + bad.actions());
    assertFalse(
        says(bad).anyMatch(say -> say.words().text().length() > 1_000),
        "the message is not said back");

    Step good = said(bad.state(), "what are your opening hours");
    assertTrue(
        says(good).anyMatch(say -> say.citations().equals(List.of("opening-hours"))),
        () -> what + good.actions());
  }

  private static Stream<ConversationAction.Say> says(Step step) {
    return step.actions().stream()
        .filter(ConversationAction.Say.class::isInstance)
        .map(ConversationAction.Say.class::cast);
  }
}
