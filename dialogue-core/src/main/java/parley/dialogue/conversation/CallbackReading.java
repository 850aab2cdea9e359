package parley.dialogue.conversation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallRequest;
import parley.dialogue.callback.WishReading;
import parley.dialogue.callback.Wished;
import parley.dialogue.callback.ZoneReading;
import parley.dialogue.entities.EntityValue.Phone;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.Meaning;
import parley.dialogue.understanding.YesNo;
import parley.dialogue.words.Words;

/// Reads what a turn says about calling back. Where no hours are promised, only what answers a call
/// that we make. Pure.
final class CallbackReading {

  /// Fewer digits are words such as "one moment".
  private static final int LEAST_DIGITS = 3;

  /// The same where no number was asked for.
  private static final int LEAST_UNASKED = 5;

  private static final int NEVER = Integer.MAX_VALUE;

  private static final Pattern IT_IS_ME =
      Pattern.compile(
          "^(yes )?(speaking|this is (me|he|she)|that is me|it is me|that would be me|i am|i did)\\b");

  /// Said again because our first words were not heard: no answer to their question yet.
  private static final Pattern ONLY_HELLO =
      Pattern.compile(
          "^((oh|uh|um|yes|yeah) )*(hello|hallo|hi|hey|good (morning|afternoon|evening|day))"
              + "( (yes|hello|hallo|hi|there|is (somebody|anybody|anyone) there))*$");

  private static final Pattern WHO =
      Pattern.compile("\\bwho (is|are|am i) (this|you|calling|speaking|that|talking|there)");

  private final Tools tools;
  private final WishReading wishes;
  private final ZoneReading zones;

  CallbackReading(Tools tools) {
    this.tools = tools;
    this.wishes = new WishReading(tools.entities());
    this.zones = new ZoneReading(tools.entities());
  }

  /// Empty where the words say nothing of it, or can be read as any other words.
  Optional<Reading> read(Question question, Heard heard) {
    if (question instanceof Question.AskWho) {
      return who(heard);
    }
    if (tools.callbacks().times() == null || question.ofFlow()) {
      return Optional.empty();
    }
    return switch (question) {
      case Question.AskZone _ -> zone(heard);
      case Question.ConfirmCancel _ -> Optional.empty();
      case Question.OfCallback _ -> isCommand(heard) ? Optional.empty() : told(question, heard);
      case Question.Open _,
          Question.AnythingElse _,
          Question.ConfirmEntry _,
          Question.ConfirmCommand _,
          Question.Choose _,
          Question.OfferFlow _,
          Question.OfferLanguage _,
          Question.AskSlot _,
          Question.ConfirmSlot _,
          Question.AwaitService _ ->
          asked(heard);
    };
  }

  private Optional<Reading> who(Heard heard) {
    String text = heard.spoken().text();
    String words = heard.words().text();
    if (WHO.matcher(words).find() || ONLY_HELLO.matcher(words).matches()) {
      return Optional.of(new Reading.Steered(Command.REPEAT, Words.NONE));
    }
    if (IT_IS_ME.matcher(words).find()) {
      return Optional.of(new Reading.Yes());
    }
    if (CallRequest.notThere(text)) {
      return of(new CallbackWords.NotThem());
    }
    boolean timed = names(wishes.read(text, heard.context()));
    return timed || CallRequest.notNow(text)
        ? of(new CallbackWords.NotNow(timed ? heard.spoken() : Spoken.NOTHING))
        : Optional.empty();
  }

  private Optional<Reading> zone(Heard heard) {
    return isCommand(heard)
        ? Optional.empty()
        : zones
            .read(heard.spoken().text(), heard.context())
            .flatMap(zone -> of(new CallbackWords.Zone(zone)));
  }

  private Optional<Reading> told(Question question, Heard heard) {
    String text = heard.spoken().text();
    boolean numberAsked = question instanceof Question.AskNumber;
    String number = number(heard, numberAsked ? LEAST_DIGITS : LEAST_UNASKED);
    if (number.isEmpty() && CallRequest.otherNumber(text)) {
      return of(new CallbackWords.OtherNumber());
    }
    Wished wished =
        numberAsked || !number.isEmpty()
            ? wishes.read(text, heard.context())
            : wishes.answer(text, heard.context());
    if (number.isEmpty() && (!names(wished) || plainYes(heard, wished))) {
      return Optional.empty();
    }
    return of(new CallbackWords.Told(number, names(wished) ? heard.spoken() : Spoken.NOTHING));
  }

  /// "Yes, now is fine" agrees.
  private boolean plainYes(Heard heard, Wished wished) {
    return tools.understanding().yesNo().parse(heard.words()).kind() == YesNo.Kind.YES
        && wished.equals(new Wished.Times(List.of(Wished.Span.ANY)));
  }

  /// @param least so many digits are taken as a number even where they cannot be one
  private String number(Heard heard, int least) {
    String found =
        tools.entities().values("call " + heard.spoken().text(), heard.context()).stream()
            .filter(Phone.class::isInstance)
            .map(phone -> ((Phone) phone).dialled())
            .findFirst()
            .orElse("");
    if (!found.isEmpty() || least == NEVER) {
      return found;
    }
    String digits = tools.answers().phone(heard.spoken().text(), heard.context());
    boolean time = names(wishes.read(heard.spoken().text(), heard.context()));
    return digits.length() >= least && !time ? digits : "";
  }

  /// Out of nowhere: about a call that was promised, or that somebody wants to be called at a time
  /// or on a number.
  private Optional<Reading> asked(Heard heard) {
    String text = heard.spoken().text();
    boolean waits =
        (CallRequest.asksWhen(text) || CallRequest.cancels(text) || CallRequest.moves(text))
            && !tools.callbacks().directory().waiting(heard.caller()).isEmpty();
    if (waits) {
      return of(
          CallRequest.asksWhen(text)
              ? new CallbackWords.AskedWhen()
              : CallRequest.cancels(text)
                  ? new CallbackWords.Cancel()
                  : new CallbackWords.Move(
                      names(wishes.answer(text, heard.context()))
                          ? heard.spoken()
                          : Spoken.NOTHING));
    }
    boolean wanted =
        CallRequest.wanted(text)
            && (names(wishes.read(text, heard.context())) || !number(heard, NEVER).isEmpty());
    return wanted
        ? Optional.of(new Reading.Steered(Command.CALLBACK, Words.NONE))
        : Optional.empty();
  }

  private boolean isCommand(Heard heard) {
    return tools.understanding().meaning(heard.words())
            instanceof Meaning.Steered(Command command, double coverage, Words _)
        && coverage == 1
        && command != Command.CALLBACK;
  }

  private static boolean names(Wished wished) {
    return !(wished instanceof Wished.Nothing);
  }

  private static Optional<Reading> of(CallbackWords words) {
    return Optional.of(new Reading.OfCallback(words));
  }
}
