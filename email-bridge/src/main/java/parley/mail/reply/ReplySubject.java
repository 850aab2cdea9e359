package parley.mail.reply;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.mail.header.OneLine;
import parley.mail.header.ThreadToken;

/// Subjects of answers: one `Re:`, whatever stood there in which language, and the thread's token.
public final class ReplySubject {

  private static final int LONGEST = 150;

  /** Of answers only: what was forwarded stays visible. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "^\\s*(re|aw|antw|antwort|sv|vs|ref|rif|r|ris|odp|res|resp|rép|ynt|ang|vá|atb|απ|回复|答复|回覆|返信|ha|отв)"
              + "\\s*([\\[(]\\d{1,3}[\\])]|\\^\\d{1,3}|\\*\\d{1,3})?\\s*[:：]\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ReplySubject() {}

  public static String of(String subject, Optional<ThreadToken> token) {
    String rest = "Re: " + bare(subject);
    return token.map(t -> rest.strip() + " " + t.shown()).orElse(rest.strip());
  }

  /// The subject without answers' marks and tokens: what two mails of a thread have in common.
  public static String bare(String subject) {
    String bare = ThreadToken.without(OneLine.of(subject, 4 * LONGEST));
    for (String next = ""; !next.equals(bare); ) {
      next = bare;
      bare = ANSWER.matcher(bare).replaceFirst("");
    }
    return OneLine.of(bare, LONGEST);
  }
}
