package parley.dialogue.conversation;

import java.util.Optional;
import parley.dialogue.call.Priority;
import parley.dialogue.conversation.ConversationState.People;
import parley.dialogue.conversation.ConversationState.Phase;
import parley.dialogue.escalation.Facts;
import parley.dialogue.escalation.Rule;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.prompts.Prompt;

/// Bringing in a person: because the caller asked, a rule fired, or Parley cannot go on; and what
/// follows when nobody could be reached. Pure.
final class HandingOver {

  static final String ASKED = "caller-asked";

  private final Tools tools;
  private final CallbackTalk callback;
  private final Summary summary;

  HandingOver(Tools tools, CallbackTalk callback) {
    this.tools = tools;
    this.callback = callback;
    this.summary = new Summary(tools);
  }

  /// The caller wants a person.
  void asked(Scene scene) {
    needed(scene, Prompt.CONNECTING, ASKED);
  }

  /// Parley needs a person; a call back is offered where that has failed often enough.
  void needed(Scene scene, Prompt announcement, String reason) {
    if (!reachable(scene)) {
      scene.people = new People(scene.people.attempts(), true);
      scene.tally = scene.tally.understood();
      scene.say(Prompt.NO_ONE_FREE);
      callback.offer(scene);
      return;
    }
    scene.say(announcement);
    Priority priority =
        scene.memory.distressed()
            ? Priority.URGENT
            : scene.tally.angry() > 0 ? Priority.HIGH : Priority.MEDIUM;
    scene.handOver(request(scene, "", "", priority, reason));
  }

  /// A flow needs a person with a skill; `general` is anybody.
  void byFlow(Scene scene, String skill, String reason) {
    if (reachable(scene)) {
      scene.say(Prompt.CONNECTING);
      String named = skill.equals("general") ? "" : skill;
      scene.handOver(request(scene, "", named, Priority.MEDIUM, reason));
    } else {
      needed(scene, Prompt.CONNECTING, reason);
    }
  }

  /// The caller wants a person who speaks this language.
  void speaking(Scene scene, String code) {
    if (reachable(scene)) {
      scene.say(Prompt.CONNECTING);
      HandOverRequest plain = request(scene, "", "", Priority.MEDIUM, "language-" + code);
      scene.handOver(plain.in(code));
    } else {
      needed(scene, Prompt.CONNECTING, "language-" + code);
    }
  }

  /// The rule that fires now, if a person can still be tried.
  Optional<Rule> rule(Scene scene, Facts facts) {
    boolean elsewhere = scene.question.aboutCallback() && !facts.distress();
    if (elsewhere || !reachable(scene)) {
      return Optional.empty();
    }
    return tools.rules().first(facts, scene.memory.fired());
  }

  void byRule(Scene scene, Rule rule, Optional<KnowledgeEntry> asked) {
    scene.memory = scene.memory.firing(rule.id());
    if (rule.answerFirst()) {
      asked.ifPresent(entry -> scene.sayAnswer(entry, entry.answer()));
    }
    if (rule.say().isEmpty()) {
      scene.say(rule.priority() == Priority.URGENT ? Prompt.CONNECTING_URGENT : Prompt.CONNECTING);
    } else {
      scene.sayKey(rule.say());
    }
    scene.handOver(request(scene, rule.queue(), rule.skill(), rule.priority(), rule.id()));
  }

  void ended(Scene scene, HandOverResult result) {
    if (result == HandOverResult.CONNECTED) {
      scene.end(Outcome.TRANSFERRED);
    } else if (scene.line.mute()) {
      scene.end(Outcome.FAILED);
    } else {
      scene.phase = Phase.OPEN;
      scene.people = new People(scene.people.attempts(), true);
      scene.tally = scene.tally.understood();
      scene.say(Prompt.NO_ONE_FREE);
      callback.offer(scene);
    }
  }

  private boolean reachable(Scene scene) {
    return scene.people.attempts() < tools.settings().attempts();
  }

  private HandOverRequest request(
      Scene scene, String queue, String skill, Priority priority, String reason) {
    scene.callback = scene.callback.inQueue(skill);
    String site = scene.line.queue().isEmpty() ? tools.settings().queue() : scene.line.queue();
    return new HandOverRequest(
        queue.isEmpty() ? site : queue,
        skill,
        scene.line.language(),
        priority,
        reason,
        summary.of(scene));
  }
}
