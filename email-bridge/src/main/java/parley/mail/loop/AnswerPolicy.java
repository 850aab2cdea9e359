package parley.mail.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.config.MailRules.Treatment;
import parley.mail.header.MailAddress;
import parley.mail.loop.AnswerDecision.Answer;
import parley.mail.loop.AnswerDecision.Quarantine;
import parley.mail.loop.AnswerDecision.RecordOnly;
import parley.mail.message.Authentication;
import parley.mail.message.Mail;
import parley.mail.message.MailKind;
import parley.mail.message.RobotMarks;

/// Whether a mail may be answered by itself (RFC 3834, and what programs do that have not read it).
/// Marks of robots come first, limits last: they stop the loops of programs that hide what they
/// are.
///
/// Pure: the same mail, history and time give the same decision. Immutable; any thread.
public final class AnswerPolicy {

  private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

  private static final Pattern ROBOT =
      Pattern.compile(
          "(?i)(mailer-daemon|postmaster|mail-daemon|daemon|listserv|majordomo|root|nobody|www-data|owner-.*"
              + "|.*-(request|owner|bounces?)|bounces?([+=-].*)?"
              + "|(.*[._-])?(no|do-?not|ne-?pas|nicht|non)[._-]?(reply|respond|repondre|antworten|rispondere)([._+-].*)?"
              + "|(auto)?(notifications?|alerts?)|newsletter|autoresponder|autoreply)");

  private final OwnMail own;
  private final AnswerRules rules;

  public AnswerPolicy(OwnMail own, AnswerRules rules) {
    this.own = own;
    this.rules = rules;
  }

  /// @param now of a clock that the history was written by
  public AnswerDecision decide(Mail mail, AnswerHistory history, Instant now) {
    return ours(mail)
        .or(() -> kind(mail.kind()))
        .or(() -> robot(mail.robot()))
        .or(() -> marked(mail))
        .or(() -> sender(mail))
        .or(() -> recipients(mail))
        .or(() -> rules.limit(history, now).flatMap(AnswerPolicy::record))
        .orElseGet(() -> new Answer(answered(mail).getFirst()));
  }

  private Optional<AnswerDecision> ours(Mail mail) {
    boolean written = mail.robot().parley().equals(own.instance()) && !own.instance().isEmpty();
    boolean named = mail.head().id().map(id -> id.domain().equals(own.idDomain())).orElse(false);
    // A bounce quotes our Message-ID, but has one of its own.
    return written || named || own.isAmong(mail.head().from().stream())
        ? record(NoAnswer.OWN_MAIL)
        : Optional.empty();
  }

  private static Optional<AnswerDecision> kind(MailKind kind) {
    return switch (kind) {
      case MailKind.Bounce _ -> record(NoAnswer.BOUNCE);
      case MailKind.ReadReceipt _ -> record(NoAnswer.READ_RECEIPT);
      case MailKind.AutomaticReply _ -> record(NoAnswer.AUTOMATIC);
      case MailKind.Invited _ -> record(NoAnswer.INVITATION);
      case MailKind.ListMail _ -> record(NoAnswer.LIST);
      case MailKind.Ordinary _, MailKind.Forwarded _ -> Optional.empty();
    };
  }

  private static Optional<AnswerDecision> robot(RobotMarks robot) {
    if (!robot.parley().isEmpty()) {
      return record(NoAnswer.ANOTHER_PARLEY);
    }
    boolean submitted = !robot.autoSubmitted().isEmpty() && !robot.autoSubmitted().equals("no");
    if (submitted || robot.robotHeader()) {
      return record(NoAnswer.AUTOMATIC);
    }
    if (BULK.contains(robot.precedence())) {
      return record(NoAnswer.BULK);
    }
    if (robot.list()) {
      return record(NoAnswer.LIST);
    }
    if (robot.suppress().matches(".*\\b(all|autoreply)\\b.*")) {
      return record(NoAnswer.SUPPRESSED);
    }
    return robot.nullReturnPath() ? record(NoAnswer.NO_RETURN_PATH) : Optional.empty();
  }

  private Optional<AnswerDecision> marked(Mail mail) {
    if (mail.spam().spam()) {
      Optional<AnswerDecision> spam = treated(rules.spam(), NoAnswer.SPAM);
      if (spam.isPresent()) {
        return spam;
      }
    }
    return mail.authentication().verdict() == Authentication.Verdict.FORGED
        ? treated(rules.forged(), NoAnswer.FORGED)
        : Optional.empty();
  }

  private static Optional<AnswerDecision> treated(Treatment treatment, NoAnswer why) {
    return switch (treatment) {
      case IGNORE -> Optional.empty();
      case RECORD -> record(why);
      case QUARANTINE -> Optional.of(new Quarantine(why));
    };
  }

  private Optional<AnswerDecision> sender(Mail mail) {
    if (mail.head().from().isEmpty()) {
      return record(NoAnswer.NO_SENDER);
    }
    List<MailAddress> answered = answered(mail);
    if (answered.isEmpty()) {
      return record(NoAnswer.REPLIES_TO_US);
    }
    boolean robot =
        mail.head().from().stream().anyMatch(AnswerPolicy::isRobot) || isRobot(answered.getFirst());
    return robot ? record(NoAnswer.ROBOT_SENDER) : Optional.empty();
  }

  private static boolean isRobot(MailAddress address) {
    return ROBOT.matcher(address.local()).matches();
  }

  /// Whom an answer could go to: never ourselves.
  private List<MailAddress> answered(Mail mail) {
    return mail.head().answerTo().stream().filter(address -> !own.isOurs(address)).toList();
  }

  private Optional<AnswerDecision> recipients(Mail mail) {
    List<MailAddress> to = mail.head().to();
    List<MailAddress> cc = mail.head().cc();
    if (to.size() + cc.size() > rules.recipients()) {
      return record(NoAnswer.MANY_RECIPIENTS);
    }
    boolean copied = own.isAmong(cc.stream()) && !own.isAmong(to.stream()) && !to.isEmpty();
    return copied ? record(NoAnswer.ONLY_COPIED) : Optional.empty();
  }

  private static Optional<AnswerDecision> record(NoAnswer why) {
    return Optional.of(new RecordOnly(why));
  }
}
