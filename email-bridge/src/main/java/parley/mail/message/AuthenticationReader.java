package parley.mail.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.mail.header.Headers;
import parley.mail.header.MailAddress;
import parley.mail.message.Authentication.Outcome;
import parley.mail.message.Authentication.Verdict;

/// Reads Authentication-Results (RFC 8601) of the one server that is trusted. A sender can write
/// such headers too: they stand below those of our server, so only its unbroken run at the top
/// counts.
final class AuthenticationReader {

  private static final Pattern RESULT =
      Pattern.compile("\\b(spf|dkim|dmarc)\\s*=\\s*([a-z]+)([^;]*)");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:header\\.(?:d|i|from)|smtp\\.(?:mailfrom|helo))\\s*=\\s*\"?(?:[^\\s;@\"]*@)?([a-z0-9.-]+)");

  private AuthenticationReader() {}

  private record Result(String method, Outcome outcome, String domain) {}

  /// @param authservId in lower case; empty: none is trusted
  static Authentication read(Headers head, String authservId, Optional<MailAddress> from) {
    if (authservId.isEmpty()) {
      return Authentication.UNKNOWN;
    }
    List<Result> results = new ArrayList<>();
    for (String header : trusted(head, authservId.toLowerCase(Locale.ROOT))) {
      Matcher matcher = RESULT.matcher(header);
      while (matcher.find()) {
        Matcher domain = DOMAIN.matcher(matcher.group(3));
        results.add(
            new Result(
                matcher.group(1), outcome(matcher.group(2)), domain.find() ? domain.group(1) : ""));
      }
    }
    return judged(results, from.map(MailAddress::domain).orElse(""));
  }

  /// The headers from the first one on, as long as they are the server's own and no other hop's
  /// Received stands between.
  private static List<String> trusted(Headers head, String authservId) {
    List<String> run = new ArrayList<>();
    for (Headers.Field field : head.fields()) {
      String value = field.value().toLowerCase(Locale.ROOT).replaceAll("\\([^()]*\\)", " ");
      if (field.name().equalsIgnoreCase("Authentication-Results")) {
        if (!value.split(";")[0].strip().split("\\s+")[0].equals(authservId)) {
          return run;
        }
        run.add(value);
      } else if (field.name().equalsIgnoreCase("Received") && !run.isEmpty()) {
        return run;
      }
    }
    return run;
  }

  private static Outcome outcome(String word) {
    return switch (word) {
      case "pass" -> Outcome.PASS;
      case "fail", "softfail", "permerror", "policy" -> Outcome.FAIL;
      default -> Outcome.NONE;
    };
  }

  private static Authentication judged(List<Result> results, String from) {
    Outcome spf = best(results, "spf");
    Outcome dkim = best(results, "dkim");
    Outcome dmarc = best(results, "dmarc");
    boolean aligned =
        results.stream()
            .filter(result -> result.outcome() == Outcome.PASS)
            .anyMatch(result -> aligned(result.domain(), from));
    Verdict verdict = Verdict.UNKNOWN;
    if (dmarc == Outcome.FAIL || (spf == Outcome.FAIL && dkim == Outcome.FAIL)) {
      verdict = Verdict.FORGED;
    } else if (dmarc == Outcome.PASS || aligned) {
      verdict = Verdict.GENUINE;
    }
    return new Authentication(verdict, spf, dkim, dmarc);
  }

  private static Outcome best(List<Result> results, String method) {
    List<Outcome> outcomes =
        results.stream().filter(r -> r.method().equals(method)).map(Result::outcome).toList();
    return outcomes.contains(Outcome.PASS)
        ? Outcome.PASS
        : outcomes.contains(Outcome.FAIL) ? Outcome.FAIL : Outcome.NONE;
  }

  /// The domain of From, or one above it (relaxed alignment, RFC 7489, without the list of public
  /// suffixes: two labels at least).
  private static boolean aligned(String signed, String from) {
    return !from.isEmpty()
        && signed.contains(".")
        && (signed.equals(from) || from.endsWith("." + signed) || signed.endsWith("." + from));
  }
}
