package parley.dialogue.injection;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Flags texts that look like prompt injection, for the log and for escalation rules. A flag
/// refuses nobody anything: what keeps an attack from doing harm is that words alone start no
/// action. Rules only; a message takes about a millisecond. Pure; any thread.
public final class InjectionDetector {

  /// More is not read: an attack is where a model would see it.
  private static final int LONGEST = 20_000;

  private static final Map<Sign, List<Pattern>> PATTERNS = AttackPatterns.read();

  private InjectionDetector() {}

  /// The signs found, none for an ordinary message.
  public static Set<Sign> signs(String text) {
    String start = text.substring(0, Math.min(LONGEST, text.length()));
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    String plain = Disguises.plain(start);
    signs.addAll(in(plain));
    if (Disguises.hides(start)) {
      signs.add(Sign.HIDDEN_CHARACTERS);
    }
    for (String decoded : Disguises.decoded(start, plain)) {
      Set<Sign> inside = in(decoded);
      if (!inside.isEmpty()) {
        signs.add(Sign.ENCODED);
        signs.addAll(inside);
      }
    }
    return Set.copyOf(signs);
  }

  private static Set<Sign> in(String plain) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    PATTERNS.forEach((sign, patterns) -> {
      if (patterns.stream().anyMatch(pattern -> pattern.matcher(plain).find())) {
        signs.add(sign);
      }
    });
    return signs;
  }
}
