package parley.dialogue.callback;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.callback.WishPiece.Hours;
import parley.dialogue.callback.Wished.Span;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.Entity;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.EntityValue;

/// Reads when somebody wants to be called: "tomorrow after four", "in two hours", "any day next
/// week in the afternoon", "as soon as you can", as it is said or written. English. A pure function
/// of its arguments; any thread.
public final class WishReading {

  private static final Pattern SOON =
      Pattern.compile(
          "\\b(as soon as|asap|right away|right now|straight away|straightaway|immediately|at once"
              + "|soonest|the sooner the better|soon|any ?time|whenever|when you can|now"
              + "|(first|next|earliest) (available|possible|free)|earliest|any day|do not mind when"
              + "|don't mind when|does not matter when|doesn't matter when)\\b");
  private static final Pattern NOT_NOW = Pattern.compile("\\bnot (right )?now\\b");
  private static final Pattern LATER =
      Pattern.compile("\\b(later|in a (while|bit|little while))\\b");
  private static final Pattern LATER_TODAY = Pattern.compile("\\blater (on )?today\\b");
  private static final Duration WHILE = Duration.ofHours(2);
  private static final Pattern WITHIN = Pattern.compile("\\bwithin( the next)?\\s*$");
  private static final Pattern PART =
      Pattern.compile("(?<!\\bgood\\s)\\b(morning|afternoon|evening)s?\\b");
  private static final Pattern PUTTING =
      Pattern.compile("\\b(say|rather|better|to|for|how about|what about|no|okay|yes)\\b");

  private final EntityFinder finder;

  public WishReading(EntityFinder finder) {
    this.finder = finder;
  }

  /// What any words say of it.
  ///
  /// @param context its zone is that of who is to be called
  public Wished read(String text, CallerContext context) {
    String plain = WishText.plain(text);
    if (NoSuchTime.in(plain)) {
      return new Wished.NoSuchTime();
    }
    LocalDateTime now = context.now().atZone(context.zone()).toLocalDateTime();
    List<WishPiece> pieces = pieces(plain, ahead(context), now);
    if (!pieces.isEmpty() && !LATER_TODAY.matcher(plain).find()) {
      return new Wished.Times(new WishSpans(now).of(pieces));
    }
    return vague(plain, now);
  }

  /// What an answer to "when?" says of it: a bare "five thirty" is a time then.
  public Wished answer(String text, CallerContext context) {
    Wished plain = read(text, context);
    if (!(plain instanceof Wished.Nothing)) {
      return plain;
    }
    String put = PUTTING.matcher(WishText.plain(text)).replaceAll("at").strip();
    Wished time = read(put.startsWith("at ") || put.contains(" at ") ? put : "at " + put, context);
    return time instanceof Wished.Nothing ? read("on " + put, context) : time;
  }

  private static CallerContext ahead(CallerContext context) {
    return new CallerContext(context.now(), context.zone(), context.region(), true);
  }

  private List<WishPiece> pieces(String text, CallerContext context, LocalDateTime now) {
    List<WishPiece> pieces = new ArrayList<>();
    int end = 0;
    for (Entity entity : finder.find(text, context)) {
      String before = text.substring(end, entity.start());
      if (entity.value() instanceof EntityValue.Quantity lasting) {
        within(lasting, before, now).ifPresent(pieces::add);
      } else {
        WishPiece.of(entity.value(), before, text.substring(entity.start(), entity.end()))
            .ifPresent(pieces::add);
      }
      end = entity.end();
    }
    boolean timed = pieces.stream().anyMatch(piece -> piece.hours().isPresent());
    if (!timed) {
      part(text).ifPresent(pieces::add);
    }
    return pieces;
  }

  /// "Within two hours".
  private static Optional<WishPiece> within(
      EntityValue.Quantity lasting, String before, LocalDateTime now) {
    boolean minutes = lasting.unit().equals("minute");
    if (!WITHIN.matcher(before).find() || !(minutes || lasting.unit().equals("hour"))) {
      return Optional.empty();
    }
    long count = (long) (lasting.amount().doubleValue() * (minutes ? 1 : 60));
    return count < 1 || count > Duration.ofDays(7).toMinutes()
        ? Optional.empty()
        : Optional.of(WishPiece.within(now.plusMinutes(count).withSecond(0).withNano(0)));
  }

  /// "I prefer mornings".
  private static Optional<WishPiece> part(String text) {
    Matcher part = PART.matcher(text);
    return part.find()
        ? Optional.of(
            WishPiece.part(
                switch (part.group(1)) {
                  case "morning" -> new Hours(LocalTime.of(6, 0), LocalTime.NOON);
                  case "afternoon" -> new Hours(LocalTime.NOON, LocalTime.of(18, 0));
                  default -> new Hours(LocalTime.of(18, 0), LocalTime.of(22, 0));
                }))
        : Optional.empty();
  }

  private static Wished vague(String text, LocalDateTime now) {
    LocalDateTime later = now.plus(WHILE).withSecond(0).withNano(0);
    LocalDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay();
    if (LATER_TODAY.matcher(text).find() && later.isBefore(midnight)) {
      return Wished.Times.of(Span.between(later, midnight));
    }
    if (LATER.matcher(text).find()) {
      return Wished.Times.of(Span.starting(later));
    }
    return SOON.matcher(text).find() && !NOT_NOW.matcher(text).find()
        ? Wished.Times.of(Span.ANY)
        : new Wished.Nothing();
  }
}
