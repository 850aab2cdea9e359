package parley.mail.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.mail.text.MailText.Answer;

/// What the sender wrote, without quotes and signature. The cases stand in quotes.txt: a name
/// behind `####`, the mail's text, `####`, what was written.
class MailWordsTest {

  static Stream<Arguments> cases() throws IOException {
    try (InputStream in = MailWordsTest.class.getResourceAsStream("/quotes.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = all.split("(?m)^####");
      List<Arguments> cases = new ArrayList<>();
      for (int i = 1; i + 1 < parts.length; i += 2) {
        int end = parts[i].indexOf('\n');
        cases.add(
            Arguments.of(
                parts[i].substring(0, end).strip(),
                parts[i].substring(end + 1),
                parts[i + 1].strip()));
      }
      return cases.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onlyWhatTheSenderWroteIsLeft(String name, String mail, String written) {
    assertEquals(written, read(mail).written(), name);
  }

  private static MailText read(String text) {
    return MailWords.read(text, "", false, false);
  }

  @Test
  void answersBetweenTheLinesKeepWhatTheyAnswer() {
    MailText text =
        read(
            """
            On 26/11/2026 14:03, Shop Support wrote:
            > Which size?
            38.
            > Exchange,
            > or the money back?
            Exchange.
            """);
    assertEquals(
        List.of(
            new Answer("Which size?", "38."),
            new Answer("Exchange,\nor the money back?", "Exchange.")),
        text.answers());
  }

  @Test
  void aForwardedMailIsKeptAsContext() {
    MailText text =
        read(
            """
            Can you sort this out for her?

            ---------- Forwarded message ---------
            From: Ada <ada@post.example>
            Subject: Broken screen

            It fell off the table.
            """);
    assertEquals("Can you sort this out for her?", text.written());
    assertTrue(text.forwarded().endsWith("It fell off the table."));
  }

  @Test
  void anOutlookForwardIsKnownByItsSubject() {
    String mail = "From: Ada\nSent: today\nTo: Bo\nSubject: Broken\n\nIt fell.";
    assertEquals("", read(mail).forwarded());
    assertTrue(MailWords.read(mail, "", true, false).forwarded().endsWith("It fell."));
  }

  @Test
  void theSignatureIsKeptApart() {
    assertEquals("--\nPru", read("Hello\n-- \nPru\n").signature());
  }

  @Test
  void charactersThatNobodySeesGo() {
    assertEquals("pay to Bob", read("pay\u202e to\u200b Bob\u0007").written());
  }
}
