package parley.callback.ask;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.callback.ask.ChangeWish.Time;
import parley.dialogue.callback.CallRequest;

/// Reads from a mail's sentences whether its sender wants their appointment at another time, or not
/// at all. A person reads what is not plain: more than one wish, a time that is not the
/// appointment's own, another thing of which the same is said ("cancel my order"). English.
///
/// Pure; any thread.
public final class ChangeReading {

  private static final Pattern APPOINTMENT =
      Pattern.compile("\\b(appointments?|appt|meeting|consultation|visit)\\b");

  /// What customers have besides, and what they ask about besides.
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(orders?|delivery|deliveries|parcels?|packages?|shipments?|refunds?|payments?"
              + "|invoices?|bills?|subscriptions?|contracts?|address|password|account|flights?"
              + "|trips?|tickets?|newsletters?|call ?backs?|open|opening|close|closed)\\b");

  private static final String MOVING =
      "move|change|shift|reschedule|re-schedule|rearrange|postpone|push|bring|swap|switch|put"
          + "|rebook|delay";
  private static final Pattern MOVE =
      Pattern.compile(
          "\\b("
              + MOVING
              + ")\\b|\\b(another|a different|a new|a later|an earlier|some other)"
              + " (day|time|date|slot|hour)\\b");
  private static final Pattern CANNOT =
      Pattern.compile(
          "\\b(cannot|can't|can not|won't|will not|unable to|not able to)\\b.{0,20}"
              + "\\b(make|come|attend|keep|be there)\\b|\\b(does not|doesn't|no longer|won't) "
              + "(work|suit|fit)\\b");
  private static final Pattern CANCEL =
      Pattern.compile(
          "\\b(cancel|call off|(do not|don't|no longer|won't) (need|want) (my|the|this|that|our)"
              + "( \\w+)? (appointment|meeting|consultation|visit))\\b");
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(please|pls|kindly|could|can (we|you)|would|i'd|we'd|i need|we need|i want|we want|i wish|need to|have to"
              + "|must|possible|any chance|may (i|we)|let's|let us|i no longer|do not need"
              + "|don't need|do not want|don't want)\\b|^(\\W*(hi|hello|dear)?\\W*)("
              + MOVING
              + "|cancel)\\b");

  /// Whoever asks how it is done, tells what was done, or says what not to do.
  private static final Pattern NOT_ASKED =
      Pattern.compile(
          "\\b(how (do|can|could|would|to|late|long)|what (if|happens|are)|when (is|was|will|did)"
              + "|why|fees?|charged?|costs?|policy|free of charge|if (i|we|you)|whether|unless"
              + "|had to|tried to|used to|(did|have|has) you|(you|he|she|they|i|we) (did|have|has))"
              + "\\b|\\b(do not|don't|not|never|without|instead of|can't|cannot)"
              + "( want to| wish to| need to| have to)? (cancel|cancelling|move|moving|change"
              + "|changing|reschedule|rescheduling|postpone|postponing)\\b");

  /// "An hour later", counted from the appointment.
  private static final Pattern COUNTED =
      Pattern.compile("\\b(minutes?|hours?|days?|weeks?|months?) (later|earlier|after|before)\\b");

  private static final Pattern TO =
      Pattern.compile(
          "\\b(?:" + MOVING + ")\\b(?<old>.{0,80}?)\\b(?:to|till|until|into)\\b(?<new>.+)");
  private static final Pattern FOR =
      Pattern.compile("\\b(?:" + MOVING + ")\\b(?<old>.{0,80}?)\\bfor\\b(?<new>.+)");

  private static final int LONGEST_ANSWER = 15;

  private final NamedTimes times;

  /// @param region of the site, ISO 3166
  public ChangeReading(String region) {
    this.times = new NamedTimes(region);
  }

  /// What a sentence does for the wish.
  private enum Part {
    MOVE,
    CANNOT,
    CANCEL,
    /// It only names a time.
    TIME,
    REST
  }

  /// @param before what the sender wrote in the same thread before; empty for the first mail
  /// @param own the start of the one appointment that they have, on the clock of `zone`
  public ChangeWish of(
      List<String> sentences, List<String> before, LocalDateTime own, ZoneId zone, Instant now) {
    Reader reader = new Reader(own, zone, now);
    ChangeWish wish = reader.of(sentences, false);
    boolean answers =
        wish instanceof ChangeWish.None
            && !before.isEmpty()
            && sentences.size() == 1
            && sentences.getFirst().split("\\s+").length <= LONGEST_ANSWER
            && reader.unfulfilled(before);
    return answers ? reader.of(sentences, true) : wish;
  }

  /// Reads about one appointment.
  private final class Reader {
    private final LocalDateTime own;
    private final ZoneId zone;
    private final Instant now;

    Reader(LocalDateTime own, ZoneId zone, Instant now) {
      this.own = own;
      this.zone = zone;
      this.now = now;
    }

    /// @param asked whether the sender was asked for a time before
    ChangeWish of(List<String> sentences, boolean asked) {
      List<Part> parts = sentences.stream().map(this::part).toList();
      boolean moves = parts.contains(Part.MOVE) || parts.contains(Part.CANNOT);
      boolean cancels = parts.contains(Part.CANCEL);
      boolean answers = asked && parts.contains(Part.TIME);
      boolean named = answers || sentences.stream().anyMatch(this::namesIt);
      if (!named || (parts.contains(Part.MOVE) && cancels) || !(moves || cancels || answers)) {
        return new ChangeWish.None();
      }
      List<String> rest = new ArrayList<>();
      List<Time> wanted = new ArrayList<>();
      for (int at = 0; at < parts.size(); at++) {
        String sentence = sentences.get(at);
        if (parts.get(at) == Part.REST) {
          rest.add(sentence);
          continue;
        }
        Optional<List<Time>> found = wanted(sentence);
        if (found.isEmpty()) {
          return new ChangeWish.None();
        }
        wanted.addAll(found.get());
      }
      if (cancels) {
        return wanted.isEmpty() ? new ChangeWish.Cancel(rest) : new ChangeWish.None();
      }
      return new ChangeWish.Move(wanted, rest);
    }

    /// Whether another time was asked for, and the appointment is not at it yet.
    boolean unfulfilled(List<String> before) {
      return of(before, false) instanceof ChangeWish.Move(List<Time> wanted, _)
          && wanted.stream().noneMatch(time -> time.holds(own));
    }

    private Part part(String sentence) {
      String text = plain(sentence);
      if (OTHER.matcher(text).find()) {
        return Part.REST;
      }
      boolean asked = ASKED.matcher(text).find() && !NOT_ASKED.matcher(text).find();
      if (asked && CANCEL.matcher(text).find()) {
        return Part.CANCEL;
      }
      if (asked && MOVE.matcher(text).find()) {
        return Part.MOVE;
      }
      if (CANNOT.matcher(text).find()) {
        return Part.CANNOT;
      }
      boolean time = !times(text).orElse(List.of()).isEmpty();
      return time && text.split(" ").length <= LONGEST_ANSWER ? Part.TIME : Part.REST;
    }

    private boolean namesIt(String sentence) {
      String text = plain(sentence);
      return APPOINTMENT.matcher(text).find()
          || (!OTHER.matcher(text).find()
              && (!NamedTimes.ownDay(text, own, zone, now).equals(text)
                  || times(text).orElse(List.of()).stream().anyMatch(time -> time.holds(own))));
    }

    /// Times that are wanted instead; empty where somebody has to read it.
    private Optional<List<Time>> wanted(String sentence) {
      String text = plain(sentence);
      if (COUNTED.matcher(text).find()) {
        return Optional.empty();
      }
      for (Pattern form : List.of(TO, FOR)) {
        Matcher moved = form.matcher(text);
        if (moved.find()) {
          Optional<List<Time>> to = times.in(moved.group("new"), own, zone, now);
          if (to.isEmpty() || !to.get().isEmpty()) {
            return to.filter(_ -> isFrom(moved.group("old"))).map(this::others);
          }
        }
      }
      return times(text).map(found -> found.stream().filter(time -> !time.holds(own)).toList());
    }

    /// Where the appointment's own day may be named by its weekday alone.
    private Optional<List<Time>> times(String text) {
      return times.in(NamedTimes.ownDay(text, own, zone, now), own, zone, now);
    }

    /// "Move Wednesday to Thursday": of no appointment on a Tuesday.
    private boolean isFrom(String words) {
      // By itself "from Tuesday" is all the time after it.
      List<Time> old = times(words.replaceAll("\\bfrom\\b", "on")).orElse(List.of());
      return old.isEmpty() || old.stream().anyMatch(time -> time.holds(own));
    }

    /// "To Thursday, for Tuesday does not suit me."
    private List<Time> others(List<Time> found) {
      List<Time> others = found.stream().filter(time -> !time.holds(own)).toList();
      return others.isEmpty() ? found : others;
    }
  }

  private static String plain(String sentence) {
    return CallRequest.plain(sentence).strip();
  }
}
