package parley.speech.synthesize;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A written form and how it is said.
record Rule(Pattern written, Function<MatchResult, String> said) {

  /// A rule that ignores case.
  static Rule of(String regex, Function<MatchResult, String> said) {
    return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), said);
  }

  static Rule exact(String regex, Function<MatchResult, String> said) {
    return new Rule(Pattern.compile(regex), said);
  }

  static String apply(List<Rule> rules, String text) {
    String result = text;
    for (Rule rule : rules) {
      result =
          rule.written
              .matcher(result)
              .replaceAll(found -> Matcher.quoteReplacement(rule.said.apply(found)));
    }
    return result;
  }

  /// A group of a match, empty where it did not take part.
  static String group(MatchResult found, int number) {
    String text = found.group(number);
    return text == null ? "" : text;
  }
}
