package parley.server.mail;

import java.util.List;
import parley.dialogue.call.Spoken;
import parley.dialogue.privacy.Masking;
import parley.mail.work.MailThread;
import parley.mail.work.MailThreads;

/// A thread as it may be given to others. Pure.
final class MaskedThread {

  private MaskedThread() {}

  static MailThreads.Shown of(MailThreads.Shown shown) {
    MailThread thread = shown.thread();
    List<MailThreads.Turn> turns =
        shown.turns().stream()
            .map(turn ->
                new MailThreads.Turn(
                    turn.at(),
                    turn.speaker(),
                    new Spoken(Masking.mask(turn.words().text())),
                    turn.understoodAs(),
                    turn.rule(),
                    turn.citations()))
            .toList();
    return new MailThreads.Shown(
        new MailThread(
            thread.id(),
            thread.token(),
            thread.mailbox(),
            Masking.mask(thread.customer()),
            Masking.mask(thread.subject()),
            thread.language(),
            thread.state(),
            thread.due()),
        turns,
        shown.mails().stream()
            .map(mail ->
                new MailThreads.OurMail(
                    mail.written(), mail.kind(), mail.state(), Masking.mask(mail.error())))
            .toList(),
        shown.same());
  }
}
