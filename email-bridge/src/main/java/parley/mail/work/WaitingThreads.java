package parley.mail.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import parley.mail.followup.Due;
import parley.mail.followup.Waiting;
import parley.mail.outbox.Outgoing;

/// Threads that wait for somebody. Port: `db` implements it. Thread: any; several nodes may ask at
/// once, and each thread is looked at by one of them.
public interface WaitingThreads {

  /// Looks at one thread for which something may be due, and writes what comes of it, in one
  /// transaction that holds the thread.
  ///
  /// @param decide quick, and without other use of the database
  /// @return whether there was one
  boolean next(Instant now, Function<Look, Step> decide);

  /// A thread and what its rules and letters need.
  ///
  /// @param lastMessage Message-ID of the customer's last mail; may be empty
  /// @param lastWords what the customer said last, as it was kept; may be empty
  record Look(
      MailThread thread,
      Waiting waiting,
      Optional<Undelivered> undelivered,
      String lastMessage,
      String lastWords) {

    /// Its text form hides the words.
    @Override
    public String toString() {
      return thread.toString();
    }
  }

  /// A mail of ours that no server will take.
  ///
  /// @param id its row's
  record Undelivered(UUID id, String to, String why) {

    @Override
    public String toString() {
      return "mail " + id;
    }
  }

  /// What comes of the look.
  ///
  /// @param thread as it is from now on
  record Step(Due due, MailThread thread, List<Settlement.Turn> turns, List<Outgoing> outgoing) {
    public Step {
      turns = List.copyOf(turns);
      outgoing = List.copyOf(outgoing);
    }
  }
}
