package parley.dialogue.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallRequest;
import parley.dialogue.callback.CalleeNotes;
import parley.dialogue.callback.Outbound;
import parley.dialogue.flows.Flow;
import parley.dialogue.memory.Recollection;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.understanding.Command;
import parley.dialogue.words.Words;

/// A call that we make: says who calls, asks whether the customer is there, and goes on where it
/// stopped, or reminds of an appointment. Before that question is answered nothing is said of what
/// it is about; a flow asks for its own proof of who is speaking. Pure.
final class OutboundTalk {

  private static final int LONGEST_TOPIC = 12;

  /// A line on which nobody speaks so often is left.
  private static final int MOST_SILENCES = 2;

  private final Tools tools;
  private final FlowTalk flows;
  private final CallbackTalk callback;

  OutboundTalk(Tools tools, FlowTalk flows, CallbackTalk callback) {
    this.tools = tools;
    this.flows = flows;
    this.callback = callback;
  }

  void greet(Scene scene) {
    scene.say(greeting(cause(scene)), Map.of("site", scene.settings().site()));
    if (scene.settings().recordingNotice()) {
      scene.sayWhole(Prompt.RECORDING_NOTICE);
    }
    scene.say(who(cause(scene)));
    scene.ask(new Question.AskWho());
  }

  private static Outbound.Cause cause(Scene scene) {
    return scene.callback.made().map(Outbound::cause).orElse(Outbound.Cause.ASKED);
  }

  private static Prompt greeting(Outbound.Cause cause) {
    return switch (cause) {
      case ASKED -> Prompt.OUTBOUND_GREETING;
      case FOLLOW_UP -> Prompt.OUTBOUND_FOLLOW_UP;
      case APPOINTMENT -> Prompt.OUTBOUND_APPOINTMENT;
    };
  }

  private static Prompt who(Outbound.Cause cause) {
    return switch (cause) {
      case ASKED -> Prompt.OUTBOUND_WHO;
      case FOLLOW_UP -> Prompt.OUTBOUND_FOLLOW_UP_WHO;
      case APPOINTMENT -> Prompt.OUTBOUND_APPOINTMENT_WHO;
    };
  }

  /// Whether nobody has said yet who is on the line.
  static boolean asking(Scene scene) {
    return scene.question instanceof Question.AskWho;
  }

  /// Whether who was called wants no other call from us, at any point of it.
  static boolean refused(Scene scene, Spoken words) {
    return scene.callback.made().isPresent() && CallRequest.neverAgain(words.text());
  }

  void itIsThem(Scene scene) {
    scene.note(CalleeNotes.CUSTOMER, Confidence.CERTAIN, "");
    switch (cause(scene)) {
      case ASKED, FOLLOW_UP -> goOn(scene);
      case APPOINTMENT -> remind(scene);
    }
  }

  /// Whoever wants to change it says so, and is asked for proof by the flow that does it.
  private static void remind(Scene scene) {
    String appointment = scene.callback.made().map(Outbound::reason).orElse("");
    scene.say(Prompt.OUTBOUND_REMINDER, Map.of("appointment", appointment));
    scene.say(Prompt.OUTBOUND_REMINDER_CHANGE);
    scene.ask(new Question.AnythingElse());
  }

  private void goOn(Scene scene) {
    Words topic = topic(scene);
    if (topic.isEmpty()) {
      scene.say(Prompt.OUTBOUND_HOW);
      scene.ask(new Question.Open());
      return;
    }
    Spoken asked = new Spoken(topic.text());
    scene.memory = scene.memory.asking(asked);
    scene.say(Prompt.OUTBOUND_ABOUT, Map.of("topic", topic.text()));
    Optional<Flow> flow =
        tools.flows().startedBy(topic, tools.language()).filter(tools.flows()::runnable);
    if (flow.isPresent()) {
      flows.start(scene, flow.get().id(), asked);
    } else {
      scene.say(Prompt.OUTBOUND_GO_ON);
      scene.ask(new Question.ConfirmCommand(Command.PERSON));
    }
  }

  void itIsNot(Scene scene) {
    scene.note(CalleeNotes.OTHER, Confidence.CERTAIN, "");
    scene.say(Prompt.OUTBOUND_WRONG_PERSON);
    scene.end(Outcome.OTHER_PERSON);
  }

  /// Nobody is called on this number any more.
  void neverAgain(Scene scene) {
    boolean known = !asking(scene);
    if (!known) {
      scene.note(CalleeNotes.OTHER, Confidence.CERTAIN, "");
    }
    scene.neverCall(scene.line.caller());
    scene.say(Prompt.OUTBOUND_NEVER_AGAIN);
    scene.end(known ? Outcome.COMPLETED : Outcome.OTHER_PERSON);
  }

  /// Moves the promise, where hours are promised.
  void notNow(Scene scene, Spoken when) {
    Outbound made = scene.callback.made().orElseThrow();
    if (tools.callbacks().times() == null) {
      itIsNot(scene);
    } else {
      callback.moved(scene, made.callback(), when);
    }
  }

  /// False while it may only be that they need a moment.
  boolean silent(Scene scene, int times) {
    if (!asking(scene) || times < MOST_SILENCES) {
      return false;
    }
    scene.say(Prompt.OUTBOUND_NOBODY);
    scene.end(Outcome.SILENT);
    return true;
  }

  /// What it was about: what the customer asked last before, or else what the promise says.
  private Words topic(Scene scene) {
    Words before =
        scene.earlier.relevant(Words.NONE, tools.relevance()).stream()
            .filter(one -> !one.resolved())
            .map(Recollection::topic)
            .filter(topic -> !topic.isEmpty())
            .findFirst()
            .map(topic -> Words.of(topic.text()))
            .orElse(Words.NONE);
    Words topic =
        before.isEmpty()
            ? Words.of(asked(scene.callback.made().map(Outbound::reason).orElse("")))
            : before;
    return new Words(topic.list().subList(0, Math.min(LONGEST_TOPIC, topic.size())));
  }

  /// A reason is mostly the sentence for a person: of that, what the customer said.
  private String asked(String reason) {
    String nothing = tools.prompts().text(Prompt.SUMMARY_NOTHING_ASKED, 0);
    if (reason.startsWith(nothing)) {
      return "";
    }
    String[] around =
        tools.prompts().text(Prompt.SUMMARY_ASKED, 0).split(Pattern.quote("{asked}"), 2);
    Matcher sentence =
        Pattern.compile("^" + Pattern.quote(around[0]) + "([^,.]*).*$").matcher(reason);
    return sentence.matches() ? sentence.group(1) : reason;
  }
}
