package parley.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.mail.message.Authentication.Verdict;

/// What the receiving server says of sender and spam, and who else may say it.
class AuthenticationTest {

  private static final ReadSettings SETTINGS =
      new ReadSettings(ReadLimits.DEFAULT, "mx.shop.example", SpamRule.USUAL);

  @TempDir private Path folder;

  private Mail mail(String headers) {
    return TestMails.read(
        TestMails.bytes(headers + "From: Ada <ada@post.example>\n\nHello\n"), folder, SETTINGS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mx.shop.example; dmarc=pass header.from=post.example|GENUINE",
        "mx.shop.example 1; spf=none; dkim=pass (2048-bit key) header.d=post.example|GENUINE",
        "mx.shop.example; dkim=pass header.i=@mail.post.example|GENUINE",
        "mx.shop.example; dkim=pass header.d=bulk.example; spf=pass smtp.mailfrom=b@bulk.example|UNKNOWN",
        "mx.shop.example; dmarc=fail (p=reject) header.from=post.example; dkim=pass header.d=post.example|FORGED",
        "mx.shop.example; spf=softfail smtp.mailfrom=ada@post.example; dkim=fail|FORGED",
        "mx.shop.example; spf=fail smtp.mailfrom=ada@post.example; dkim=none|UNKNOWN",
        "mx.shop.example; none|UNKNOWN",
        "mx.other.example; dmarc=pass header.from=post.example|UNKNOWN",
        "mx.shop.example.evil.example; dmarc=pass|UNKNOWN",
        "|UNKNOWN"
      })
  void onlyOurServersWordCounts(String header, Verdict verdict) {
    String line = header == null ? "" : header;
    assertEquals(
        verdict, mail("Authentication-Results: " + line + "\n").authentication().verdict(), line);
  }

  @Test
  void aHeaderThatTheSenderWroteBelowOursCountsForNothing() {
    Mail mail =
        mail(
            """
            Authentication-Results: mx.shop.example; spf=none
            Received: from evil.example by mx.shop.example
            Authentication-Results: mx.shop.example; dmarc=pass header.from=post.example
            """);
    assertEquals(Verdict.UNKNOWN, mail.authentication().verdict());
  }

  @Test
  void severalHeadersOfOurServerCountTogether() {
    Mail mail =
        mail(
            """
            Authentication-Results: mx.shop.example; spf=fail smtp.mailfrom=x@post.example
            Authentication-Results: mx.shop.example;
             dkim=fail header.d=post.example
            """);
    assertEquals(Verdict.FORGED, mail.authentication().verdict());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Spam-Flag: YES|true|",
        "X-Spam-Status: Yes, score=12.5 required=5.0 tests=BAYES_99|true|12.5",
        "X-Spam-Status: No, score=-1.9 required=5.0|false|-1.9",
        "X-MS-Exchange-Organization-SCL: 6|true|",
        "X-MS-Exchange-Organization-SCL: 1|false|",
        "X-Spamd-Result: default: True [19.00 / 15.00]|true|",
        "X-Other: YES|false|"
      })
  void aFiltersMarkIsKnown(String header, boolean spam, Double score) {
    SpamMarks marks = mail(header + "\n").spam();
    assertEquals(spam, marks.spam(), header);
    assertEquals(score == null ? OptionalDouble.empty() : OptionalDouble.of(score), marks.score());
  }
}
