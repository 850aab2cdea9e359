package parley.dialogue.callback;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.dialogue.entities.EntityValue;

/// A day, a time or both, as far as they were said together, and how they are meant. Pure.
///
/// @param days from the first to the last
/// @param hours from the first to the second, the same for one time
record WishPiece(Optional<Days> days, Optional<Hours> hours, Relation relation) {

  record Days(LocalDate first, LocalDate last) {}

  record Hours(LocalTime from, LocalTime to) {

    boolean single() {
      return from.equals(to);
    }
  }

  /// What the time is to the call.
  enum Relation {
    AT,
    FROM,
    UNTIL,
    /// Until its end: "by friday".
    THROUGH,
    NOT
  }

  private static final Pattern NOT_BEFORE = Pattern.compile("\\bnot (before|until|till)\\b");
  private static final Pattern EXCEPT =
      Pattern.compile("\\b(not|except|but not|apart from|but) (on |in |at )?(this )?(the )?$");

  /// "Quarter after four" and "the day after tomorrow" are times themselves.
  private static final Pattern AFTER =
      Pattern.compile(
          "(?<!\\b(quarter|half|minutes|day|week|five|ten|twenty)\\s)\\b(after|from|later than)\\b"
              + "(?! (now|today)\\b)");

  private static final Pattern BEFORE =
      Pattern.compile("(?<!\\b(quarter|minutes|day|five|ten|twenty)\\s)\\bbefore\\b");
  private static final Pattern BY = Pattern.compile("\\b(by|until|till|within)\\b");

  /// @param before the words before it in the text
  /// @param said its own words
  static Optional<WishPiece> of(EntityValue value, String before, String said) {
    String near = lastWords(before);
    Relation relation = EXCEPT.matcher(near + " ").find() ? Relation.NOT : relation(near, said);
    return switch (value) {
      case EntityValue.Dates(LocalDate first, LocalDate last) ->
          Optional.of(
              new WishPiece(Optional.of(new Days(first, last)), Optional.empty(), relation));
      case EntityValue.Times(LocalTime from, LocalTime to) ->
          Optional.of(
              new WishPiece(
                  Optional.empty(),
                  Optional.of(new Hours(from, to)),
                  from.equals(to) ? relation : ranged(relation)));
      case EntityValue.Moments(var from, var to) -> {
        LocalDate day = from.toLocalDate();
        Hours hours = new Hours(from.toLocalTime(), to.toLocalTime());
        yield Optional.of(
            new WishPiece(
                Optional.of(new Days(day, day)),
                Optional.of(hours),
                hours.single() ? relation : ranged(relation)));
      }
      case EntityValue.Reference _,
          EntityValue.Money _,
          EntityValue.Phone _,
          EntityValue.MailAddress _,
          EntityValue.PersonName _,
          EntityValue.Place _,
          EntityValue.Quantity _ ->
          Optional.empty();
    };
  }

  /// A moment counted from now by which it is to be.
  static WishPiece within(LocalDateTime end) {
    return new WishPiece(
        Optional.of(new Days(end.toLocalDate(), end.toLocalDate())),
        Optional.of(new Hours(end.toLocalTime(), end.toLocalTime())),
        Relation.UNTIL);
  }

  static WishPiece part(Hours hours) {
    return new WishPiece(Optional.empty(), Optional.of(hours), Relation.AT);
  }

  WishPiece on(LocalDate day) {
    return new WishPiece(Optional.of(new Days(day, day)), hours, relation);
  }

  private static Relation ranged(Relation relation) {
    return relation == Relation.NOT ? relation : Relation.AT;
  }

  private static Relation relation(String near, String said) {
    String words = near + " " + said;
    if (NOT_BEFORE.matcher(words).find()) {
      return Relation.FROM;
    }
    if (AFTER.matcher(words).find()) {
      return Relation.FROM;
    }
    if (BEFORE.matcher(words).find()) {
      return Relation.UNTIL;
    }
    return BY.matcher(words).find() ? Relation.THROUGH : Relation.AT;
  }

  private static String lastWords(String before) {
    String[] words = before.strip().split("[\\s,;.!?]+");
    StringBuilder last = new StringBuilder();
    for (int at = Math.max(0, words.length - 3); at < words.length; at++) {
      last.append(last.isEmpty() ? "" : " ").append(words[at]);
    }
    return last.toString();
  }
}
