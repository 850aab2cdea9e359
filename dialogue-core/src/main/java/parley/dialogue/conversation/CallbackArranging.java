package parley.dialogue.conversation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackTimes;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CallbackWish;
import parley.dialogue.callback.WishReading;
import parley.dialogue.callback.Wished;
import parley.dialogue.callback.Wished.Span;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.EntityValue.Phone;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.quality.Channel;
import parley.dialogue.understanding.Command;

/// Goes from a wish to a time that can be promised, asking for what is missing: a number, the zone.
/// What cannot be is said, with the nearest that can. Pure.
final class CallbackArranging {

  /// A queue in which one's turn comes no sooner is closed.
  private static final Duration SOON = Duration.ofMinutes(30);

  private static final int MOST_ZONE_QUESTIONS = 2;

  private final Tools tools;
  private final WishReading wishes;
  private final PlainCallback plain;
  private final CallbackConfirming confirming;

  CallbackArranging(Tools tools) {
    this.tools = tools;
    this.wishes = new WishReading(tools.entities());
    Summary summary = new Summary(tools);
    this.plain = new PlainCallback(summary);
    this.confirming = new CallbackConfirming(tools, summary);
  }

  /// The same where no hours are promised.
  PlainCallback withoutHours() {
    return plain;
  }

  /// What words told of a time and a number.
  record Read(Spoken when, Optional<PhoneNumber> number) {}

  Read read(Scene scene, Spoken words) {
    Optional<PhoneNumber> number =
        tools.entities().values("call " + words.text(), scene.context()).stream()
            .filter(Phone.class::isInstance)
            .map(phone -> new PhoneNumber(((Phone) phone).dialled()))
            .findFirst();
    boolean timed = !(wishes.read(words.text(), scene.context()) instanceof Wished.Nothing);
    return new Read(timed ? words : Spoken.NOTHING, number);
  }

  /// Nobody is free: a call as soon as it is their turn, or the nearest hour where that is not now.
  void hold(Scene scene) {
    scene.callback = scene.callback.with(scene.callback.wish().keepingPlace());
    Optional<PhoneNumber> number = number(scene);
    if (number.isEmpty()) {
      askNumber(scene, Prompt.ASK_NUMBER_HOLD);
    } else {
      next(scene);
    }
  }

  /// Asks for what is missing, or proposes a time.
  void next(Scene scene) {
    Optional<PhoneNumber> number = number(scene);
    if (number.isEmpty()) {
      askNumber(scene, Prompt.ASK_NUMBER);
    } else if (scene.callback.wish().keepsPlace() && opensSoon(scene, number.get())) {
      scene.tally = scene.tally.understood();
      confirming.inTurn(scene, number.get());
    } else {
      arrange(scene, number.get());
    }
  }

  void number(Scene scene, String digits) {
    if (PlainCallback.tellable(digits)) {
      scene.callback =
          scene.callback.with(scene.callback.wish().to(Optional.of(new PhoneNumber(digits))));
      next(scene);
    } else {
      plain.unusable(scene, Prompt.NUMBER_NOT_USABLE);
    }
  }

  void askNumber(Scene scene, Prompt prompt) {
    boolean written = scene.line.channel() == Channel.EMAIL;
    plain.askNumber(scene, written ? Prompt.MAIL_CALLBACK_NUMBER : prompt);
  }

  void agreed(Scene scene, PhoneNumber number, Optional<CallbackWindow> window) {
    confirming.agreed(scene, number, window);
  }

  private static Optional<PhoneNumber> number(Scene scene) {
    return scene
        .callback
        .wish()
        .number()
        .or(() -> Optional.of(scene.line.caller()).filter(PlainCallback::callable));
  }

  private void arrange(Scene scene, PhoneNumber number) {
    Wished wished = wishes.answer(scene.callback.wish().when().text(), here(scene));
    List<Span> spans = wished instanceof Wished.Times(List<Span> named) ? named : List.of(Span.ANY);
    switch (best(scene, number, spans)) {
      case CallbackOffer.Possible(var window, boolean asWished, Obstacle why) -> {
        scene.tally = scene.tally.understood();
        if (wished instanceof Wished.NoSuchTime) {
          confirming.nearest(scene, number, window, Prompt.CALLBACK_NO_SUCH_TIME);
        } else if (asWished) {
          confirming.asWished(scene, number, window);
        } else {
          confirming.nearest(scene, number, window, Obstacles.nearest(why));
        }
      }
      case CallbackOffer.ZoneUnknown _ -> askZone(scene);
      case CallbackOffer.Impossible(Obstacle why) -> impossible(scene, why);
    }
  }

  /// The first of the times that is possible as it is wished, else the nearest to the first.
  private CallbackOffer best(Scene scene, PhoneNumber number, List<Span> spans) {
    CallbackOffer first = offer(scene, number, spans.getFirst());
    return spans.stream()
        .map(span -> offer(scene, number, span))
        .filter(offer -> offer instanceof CallbackOffer.Possible possible && possible.asWished())
        .findFirst()
        .orElse(first);
  }

  private CallbackOffer offer(Scene scene, PhoneNumber number, Span span) {
    CallbackTimes times = Objects.requireNonNull(tools.callbacks().times());
    Optional<ZoneId> zone = scene.callback.wish().zone();
    return times.offer(
        new CallbackWish(number, zone, scene.callback.queue(), span.from(), span.until()),
        scene.line.began().toInstant());
  }

  private boolean opensSoon(Scene scene, PhoneNumber number) {
    return offer(scene, number, Span.ANY) instanceof CallbackOffer.Possible possible
        && possible.window().from().isBefore(scene.line.began().toInstant().plus(SOON));
  }

  /// Where the callee's clock stands, as far as it is known.
  private static CallerContext here(Scene scene) {
    CallerContext site = scene.context();
    return new CallerContext(
        site.now(), scene.callback.wish().zone().orElse(site.zone()), site.region());
  }

  void askZone(Scene scene) {
    if (scene.callback.wish().zoneAsked() >= MOST_ZONE_QUESTIONS) {
      zoneUnknown(scene);
    } else {
      scene.callback = scene.callback.with(scene.callback.wish().zoneAskedAgain());
      scene.say(Prompt.CALLBACK_ASK_ZONE);
      scene.ask(new Question.AskZone());
    }
  }

  /// Nobody is dialled whose hour is not known: a person has to settle it.
  void zoneUnknown(Scene scene) {
    boolean missed =
        scene.people.missed() || scene.people.attempts() >= tools.settings().attempts();
    Optional<PhoneNumber> number = number(scene);
    if (missed && number.isPresent()) {
      confirming.byPerson(scene, number.get());
    } else {
      scene.say(Prompt.CALLBACK_ZONE_UNKNOWN);
      scene.say(Prompt.CONFIRM_PERSON);
      scene.ask(new Question.ConfirmCommand(Command.PERSON));
    }
  }

  private void impossible(Scene scene, Obstacle why) {
    Prompt prompt = Obstacles.never(why);
    switch (why) {
      case NO_SUCH_NUMBER, DO_NOT_CALL -> {
        scene.callback = scene.callback.with(scene.callback.wish().to(Optional.empty()));
        plain.unusable(scene, prompt);
      }
      case NONE, PAST, NO_SUCH_HOUR, CLOSED_DAY, CLOSED_HOUR, QUIET_HOURS, FULL, TOO_FAR -> {
        scene.say(prompt);
        scene.ask(new Question.AskWhen());
      }
    }
  }

  String words(Scene scene, CallbackWindow window) {
    return confirming.words(scene, window);
  }
}
