package parley.speech.synthesize;

import static parley.speech.synthesize.NumberWords.digits;
import static parley.speech.synthesize.NumberWords.digitsInGroups;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Web and mail addresses, telephone numbers.
final class ContactRules {
  private static final Pattern SIGNS = Pattern.compile("[^A-Za-z]");
  private static final String DOMAIN = "(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}";

  static final List<Rule> ALL =
      List.of(
          Rule.of("[a-z0-9][a-z0-9._%+-]*@" + DOMAIN, found -> address(found.group())),
          Rule.of(
              "\\b(?:https?://)?(?:www\\.)?(" + DOMAIN + "(?:/[\\w%&=?#~.-]*\\w)*)/?",
              ContactRules::web),
          // +1 (555) 010-0199, 1-800-555-0199, 555-0199, (555) 010-0199; groups are said as written
          Rule.exact(
              "(?<![\\w-])(\\+?)((?:\\d{1,4}[ .-])?(?:\\(\\d{2,4}\\)[ ]?)?\\d{2,4}(?:[ .-]\\d{2,4})*"
                  + "[ -]\\d{4})(?![\\w-]|[.,]\\d)",
              ContactRules::phone),
          Rule.exact(
              "(?<![\\w])\\+(\\d{7,15})\\b", found -> "plus " + digitsInGroups(found.group(1))),
          Rule.of(
              "\\b(call|dial|press|key|extension|ext\\.?)( number)? (\\d{1,6})\\b(?![.:,]\\d|%)",
              found ->
                  (found.group(1).toLowerCase(Locale.ROOT).startsWith("ext")
                          ? "extension"
                          : found.group(1))
                      + Rule.group(found, 2)
                      + " "
                      + digits(found.group(3))));

  private ContactRules() {}

  private static String web(MatchResult found) {
    String address = found.group(1);
    boolean marked = found.group().length() > address.length();
    // Without a marker only well-known endings are addresses: "end.Next" is a missing space.
    boolean known =
        address.matches(
            "(?i)[^/]*\\.(com|org|net|info|io|eu|de|fr|uk|gov|edu|co|app|dev|example)(/.*)?");
    return marked || known ? address(address) : found.group();
  }

  private static String address(String address) {
    return SIGNS
        .matcher(address)
        .replaceAll(sign ->
            switch (sign.group()) {
              case "@" -> " at ";
              case "." -> " dot ";
              case "/" -> " slash ";
              case "-" -> " dash ";
              case "_" -> " underscore ";
              case "+" -> " plus ";
              default -> " " + digits(sign.group()) + " ";
            });
  }

  private static String phone(MatchResult found) {
    int count = found.group(2).replaceAll("\\D", "").length();
    boolean plus = !found.group(1).isEmpty();
    boolean yearRange = found.group(2).matches("(19|20)\\d\\d[ -](19|20)\\d\\d");
    if ((count < 7 && !plus) || yearRange) {
      return found.group();
    }
    StringBuilder said = new StringBuilder(plus ? "plus " : "");
    for (String group : found.group(2).split("\\D+")) {
      if (!group.isEmpty()) {
        said.append(digits(group)).append(", ");
      }
    }
    return said.substring(0, said.length() - 2);
  }
}
