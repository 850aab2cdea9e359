package parley.mail.header;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our own name for a thread of mail. It travels in the address that is answered to
/// (`support+p-7k3m9x2q4d5e@example.com`) and in the subject (`[P-7K3M-9X2Q-4D5E]`), for programs
/// that drop References. 60 random bits, so that nobody guesses into another one's thread.
///
/// @param value twelve letters and digits, without those that look like others
public record ThreadToken(String value) {

  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final String SET = "[0-9a-hjkmnp-tv-z]";
  private static final Pattern FORM = Pattern.compile(SET + "{12}");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("\\+p-(" + SET + "{12})$", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_SUBJECT =
      Pattern.compile(
          "\\[\\s*P-(" + SET + "{4})-(" + SET + "{4})-(" + SET + "{4})\\s*\\]",
          Pattern.CASE_INSENSITIVE);

  public ThreadToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A thread's token has twelve letters and digits");
    }
  }

  /// @param random one that cannot be foreseen: `SecureRandom`
  public static ThreadToken from(RandomGenerator random) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new ThreadToken(value.toString());
  }

  public static Optional<ThreadToken> inAddress(MailAddress address) {
    Matcher matcher = IN_ADDRESS.matcher(address.local());
    return matcher.find()
        ? Optional.of(new ThreadToken(matcher.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  public static Optional<ThreadToken> inSubject(String subject) {
    Matcher matcher = IN_SUBJECT.matcher(subject);
    return matcher.find()
        ? Optional.of(
            new ThreadToken(
                (matcher.group(1) + matcher.group(2) + matcher.group(3)).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /// A subject without any token.
  public static String without(String subject) {
    return IN_SUBJECT.matcher(subject).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  /// As it stands in a subject.
  public String shown() {
    String capitals = value.toUpperCase(Locale.ROOT);
    return "[P-%s-%s-%s]"
        .formatted(capitals.substring(0, 4), capitals.substring(4, 8), capitals.substring(8));
  }

  /// The mailbox's address with the token, to be answered to.
  public MailAddress in(MailAddress mailbox) {
    MailAddress plain = mailbox.mailbox();
    return new MailAddress(plain.local() + "+p-" + value + "@" + plain.domain(), plain.name());
  }
}
