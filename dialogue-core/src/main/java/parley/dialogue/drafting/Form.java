package parley.dialogue.drafting;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.dialogue.words.Words;

/// How one way to ask becomes others: "how do i *" is also "is there a way to *". A `*` stands for
/// any words, a `_` for one word. Pure.
record Form(Pattern said, List<String> also) {

  Form {
    also = List.copyOf(also);
  }

  static Form of(String said, List<String> also) {
    String pattern =
        said.strip()
            .replace("*", "(?<any>.+)")
            .replaceFirst("(?<=^|\\s)_(?=\\s|$)", "(?<one>\\\\S+)");
    return new Form(Pattern.compile(pattern), also);
  }

  /// Whether what stands on the right can be filled from the left.
  static boolean fits(String said, List<String> also) {
    return also.stream().allMatch(other -> said.contains("*") || !other.contains("*"))
        && also.stream().allMatch(other -> marks(said) || !marks(other))
        && said.chars().filter(sign -> sign == '*').count() <= 1;
  }

  private static boolean marks(String form) {
    return Stream.of(form.split("\\s+")).anyMatch("_"::equals);
  }

  /// The same in other forms; none when it is not in this one.
  Stream<String> apply(Words words) {
    Matcher match = said.matcher(words.text());
    if (!match.matches()) {
      return Stream.empty();
    }
    String any = group(match, "any");
    String one = group(match, "one");
    return also.stream()
        .map(other -> other.replace("*", any).replaceAll("(?<=^|\\s)_(?=\\s|$)", one));
  }

  private static String group(Matcher match, String name) {
    return match.namedGroups().containsKey(name) ? Matcher.quoteReplacement(match.group(name)) : "";
  }
}
