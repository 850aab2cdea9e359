package parley.dialogue.callback;

import java.util.Locale;
import java.util.regex.Pattern;

/// What words want of calls back. English. Pure.
public final class CallRequest {

  private static final Pattern CALL_ME =
      Pattern.compile(
          "\\b(call|ring|phone|telephone) (me|us)\\b|\\bgive (me|us) a (quick )?(call|ring|bell|buzz)\\b"
              + "|\\bcall ?back\\b|\\breach me (on|at|by phone)\\b|\\b(get|be) called( back)?\\b"
              + "|\\bcall (my|our|this|the following) (\\w+ )?(number|phone|mobile|cell)\\b");
  private static final Pattern NEVER =
      Pattern.compile(
          "\\b(do not|don't|never|did you|you did not|did not|didn't|stop|not) (\\w+ )?(call|ring|phone)");
  private static final Pattern WHEN =
      Pattern.compile(
          "\\b(when|what time|how soon) (will|are|is|do|can|would|does) .*\\b(call|ring|phone|calling)"
              + "|\\bwhen is my call ?back|\\bwhen('s| is) (the|my) call");
  private static final Pattern CANCEL =
      Pattern.compile(
          "\\b(cancel|delete|forget|drop|remove) (the|my|that|this|your) (\\w+ )?call ?back"
              + "|\\b(cancel|forget) (the|my|that) (promised |planned )?call\\b"
              + "|\\b(no longer|do not|don't) need (the|my|a|that|your) (\\w+ )?(call ?back|call)\\b"
              + "|\\b(you )?(do not|don't) (have|need) to call( me)?( back)?\\b");
  private static final Pattern MOVE =
      Pattern.compile(
          "\\b(move|change|shift|postpone|reschedule|put off|push) (the|my|that|your|it)\\b"
              + ".*(call|\\bit\\b)");
  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "\\b(another|other|different|new|second|wrong) (phone |telephone |mobile )?number\\b"
              + "|\\bnot (on )?(this|that) number\\b|\\bmy (mobile|landline|office|work)\\b");
  private static final Pattern NOT_THERE =
      Pattern.compile(
          "\\b(wrong number|wrong person|not (here|in|available|at home)|is out|somebody else|someone else"
              + "|i never asked|i did not ask|i didn't ask|never asked|who is this|no one here|nobody here)\\b");
  private static final Pattern NEVER_AGAIN =
      Pattern.compile(
          "\\b(never|do not|don't|not) (ever )?(call|ring|phone|telephone|contact)"
              + "( (me|us|here|this number|back))* (again|any ?more|ever)\\b"
              + "|\\bnever (ever )?(call|ring|phone|contact) (me|us|here|this number|back)\\b"
              + "|\\bstop (calling|ringing|phoning)\\b|\\bno more calls\\b"
              + "|\\b(take|remove|delete|strike) (me|us|my number|our number|this number)"
              + " (off|from|out of) (of )?(the|your|that) (\\w+ )?(list|lists|files?|records?|system)\\b"
              + "|\\bput (me|us|this number|my number) on (the|your) do not call list\\b");
  private static final Pattern NOT_NOW =
      Pattern.compile(
          "\\b(not now|bad time|not a good (time|moment)|i am busy|i'm busy|busy right now|busy now"
              + "|call (me )?(back )?later|another time|in a meeting|i am driving|i'm driving|later)\\b");

  private CallRequest() {}

  /// Wants to be called.
  public static boolean wanted(String text) {
    String plain = plain(text);
    return CALL_ME.matcher(plain).find() && !unwanted(text);
  }

  /// Wants not to be called, or speaks of calls that came.
  public static boolean unwanted(String text) {
    return NEVER.matcher(plain(text)).find();
  }

  /// Asks when a promised call comes.
  public static boolean asksWhen(String text) {
    return WHEN.matcher(plain(text)).find();
  }

  /// A promised call is no longer wanted.
  public static boolean cancels(String text) {
    return CANCEL.matcher(plain(text)).find();
  }

  /// A promised call is to be at another time.
  public static boolean moves(String text) {
    return MOVE.matcher(plain(text)).find();
  }

  /// Another number is to be called.
  public static boolean otherNumber(String text) {
    return OTHER_NUMBER.matcher(plain(text)).find();
  }

  /// Who answered is not who asked for the call.
  public static boolean notThere(String text) {
    return NOT_THERE.matcher(plain(text)).find();
  }

  /// Who answered has no time.
  public static boolean notNow(String text) {
    return NOT_NOW.matcher(plain(text)).find();
  }

  /// Who answered wants no call from us, now or later.
  public static boolean neverAgain(String text) {
    return NEVER_AGAIN.matcher(plain(text)).find();
  }

  /// As the patterns of what is asked for read it: lower case, plain apostrophes, single spaces.
  public static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
  }
}
