package parley.mail.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.memory.CustomerCase;
import parley.mail.outbox.Outgoing;

/// Threads, for a person who answers one without a mail. Port: `db` implements it. Thread: any.
public interface MailThreads extends MailBytes {

  /// Ids that begin so, at most so many.
  List<UUID> beginning(String prefix, int most);

  Optional<MailThread> find(UUID id);

  /// The customer's last mail in it.
  Optional<MailWork.Earlier> last(UUID thread);

  /// Writes a person's answer: turn, state and outgoing mail in one transaction.
  ///
  /// @return false, and nothing is written, when a mail with the same Message-ID is there already
  boolean answer(MailThread thread, Settlement.Turn turn, Outgoing mail, Instant now);

  /// What was written in a thread, as it was kept.
  ///
  /// @throws java.util.NoSuchElementException when there is none with this id
  Shown show(UUID id);

  /// @param turns in the order of time
  /// @param same what else there is of the same customer
  record Shown(MailThread thread, List<Turn> turns, List<OurMail> mails, CustomerCase same) {
    public Shown {
      turns = List.copyOf(turns);
      mails = List.copyOf(mails);
    }
  }

  /// What somebody wrote. Its text form hides the words.
  record Turn(
      Instant at,
      Speaker speaker,
      Spoken words,
      String understoodAs,
      String rule,
      List<String> citations) {
    public Turn {
      citations = List.copyOf(citations);
    }
  }

  /// @param error why it is not sent yet, or never
  record OurMail(Instant written, String kind, String state, String error) {}
}
