package parley.dialogue.callback;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Puts the ways in which people name times for a call into the words that days and times are found
/// by: "after lunch", "first thing", "on thu", "1400 hours". English. Pure.
final class WishText {

  private static final String WEEKDAY = "(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)";

  private static final Map<Pattern, String> REWRITES = rewrites();

  private WishText() {}

  static String plain(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    for (var rewrite : REWRITES.entrySet()) {
      plain = rewrite.getKey().matcher(plain).replaceAll(rewrite.getValue());
    }
    return plain.strip();
  }

  private static Map<Pattern, String> rewrites() {
    Map<Pattern, String> all = new LinkedHashMap<>();
    add(all, "\\b(tmrw|tmr|tomorow|tommorow|tommorrow)\\b", "tomorrow");
    add(all, "\\bo clock\\b", "o'clock");
    add(all, "\\b(um|uh|er|erm|hmm)\\b,?", "");
    add(all, "\\b([01]\\d|2[0-3])([0-5]\\d) ?(h|hrs|hours)\\b", "$1:$2");
    add(all, "\\b([01]?\\d|2[0-3]) ?h ?([0-5]\\d)\\b", "$1:$2");
    add(all, "\\b(next|this|by|before|after|until|or|either) " + WEEKDAY + "\\b", "$1 <$2>");
    add(all, "\\bon " + WEEKDAY + "\\b", "on <$1>");
    add(all, "(^|, )" + WEEKDAY + "(?=,? (at|after|before|between|from|\\d))", "$1<$2>");
    add(all, "<mon>", "monday");
    add(all, "<tues?>", "tuesday");
    add(all, "<wed>", "wednesday");
    add(all, "<thu(r|rs)?>", "thursday");
    add(all, "<fri>", "friday");
    add(all, "<sat>", "saturday");
    add(all, "<sun>", "sunday");
    add(all, "\\b(at|on|over|during) the weekend\\b", "this weekend");
    add(all, "\\b(in|on) the (morning|afternoon|evening) of\\b", "in the $2 on");
    add(all, "\\b(no|not) later than\\b|\\bnot after\\b", "until");
    add(all, "\\b(no|not) earlier than\\b", "not before");
    add(all, "\\b(make (it|that)|(move|change|push) (it|that) to|put it at)\\b", "at");
    add(all, "\\ba few minutes\\b", "ten minutes");
    add(all, "\\ba few (hours|days|weeks)\\b", "three $1");
    add(all, "\\b(in|within) the next hour\\b", "within one hour");
    add(all, "\\bin the next (?=\\w+ (hours|minutes))", "within ");
    add(
        all,
        "\\b(by|before|at) (the )?(end|close) of (the )?(business|working day|day)\\b",
        "before 18:00");
    add(all, "\\bafter (my |the )?(lunch|lunch break)\\b", "after 13:00");
    add(all, "\\bbefore (my |the )?lunch\\b", "before noon");
    add(
        all,
        "\\b(at|around|about|during|over|in) (my |the )?(lunch ?time|lunch ?break|lunch ?hour|lunch)\\b",
        "between 12:00 and 14:00");
    add(all, "\\blunch ?time\\b", "between 12:00 and 14:00");
    add(all, "\\bafter (i finish |my )?work\\b", "after 17:00");
    add(all, "\\bfirst thing( in the morning)?\\b", "between 08:00 and 10:00");
    add(all, "\\bearly (in the )?morning\\b", "between 07:00 and 09:00");
    add(all, "\\b(mid-?morning|mid morning)\\b", "between 09:30 and 11:30");
    add(all, "\\bearly (in the )?afternoon\\b", "between 12:00 and 14:00");
    add(all, "\\blate(r)? (in the )?afternoon\\b", "between 16:00 and 18:00");
    add(all, "\\bearly (in the )?evening\\b", "between 17:00 and 19:00");
    return Collections.unmodifiableMap(all);
  }

  private static void add(Map<Pattern, String> all, String form, String words) {
    all.put(Pattern.compile(form), words);
  }
}
