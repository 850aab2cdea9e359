package parley.mail.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.MailboxSettings;

/// Takes what is new in a folder: fetches each mail to a file, has it recorded, then marks it. A
/// stop at any point is made good by the next look: what is recorded is known again, what is not
/// marked is marked.
///
/// Thread: the mailbox's own.
final class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /// A larger mail is put aside with its header alone.
  private static final long LARGEST = 75L << 20;

  private static final int MOST_TRIES = 3;
  private static final int AT_ONCE = 50;

  /// A server's clock, and what lay in its queue.
  private static final Duration OVERLAP = Duration.ofDays(2);

  private final MailboxSettings settings;
  private final ReceivedMails received;
  private final Path folderForFiles;
  private final Runnable somethingNew;
  private final Clock clock;
  private final Map<Long, Integer> failed = new HashMap<>();

  /// @param somethingNew told after each new mail
  Intake(
      MailboxSettings settings,
      ReceivedMails received,
      Path folderForFiles,
      Runnable somethingNew,
      Clock clock) {
    this.settings = settings;
    this.received = received;
    this.folderForFiles = folderForFiles;
    this.somethingNew = somethingNew;
    this.clock = clock;
  }

  /// Takes everything that is there now.
  ///
  /// @throws MessagingException when the connection is to be made anew
  void catchUp(ImapFolder folder) throws MessagingException, IOException {
    Instant begun = clock.instant();
    long validity = folder.uidValidity();
    ReceivedMails.Position position =
        received.position(settings.name(), settings.folder(), validity);
    long next = Math.max(1, folder.nextUid());
    boolean first = position.lastUid().isEmpty();
    List<Long> wanted =
        first ? firstLook(folder, position) : folder.uidsAfter(position.lastUid().getAsLong());
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      List<Long> uids = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
      Map<Long, byte[]> small = small(folder, uids);
      for (long uid : uids) {
        Arrival.Place place = new Arrival.Place(settings.name(), settings.folder(), validity, uid);
        byte[] raw = small.get(uid);
        if (raw == null) {
          take(folder, place, !first);
        } else {
          keep(place, raw.length, "", !first, out -> out.write(raw));
        }
      }
      if (wanted.size() > AT_ONCE) {
        mark(folder, validity);
      }
    }
    long upTo = wanted.isEmpty() ? next - 1 : Math.max(next - 1, wanted.getLast());
    received.caughtUp(
        settings.name(),
        settings.folder(),
        validity,
        first ? upTo : Math.max(position.lastUid().getAsLong(), lastOf(wanted)),
        begun);
    mark(folder, validity);
  }

  /// A batch that fails leaves it to [#take] to find the mail that is to blame.
  private static Map<Long, byte[]> small(ImapFolder folder, List<Long> uids)
      throws MessagingException {
    try {
      return folder.small(uids);
    } catch (FolderClosedException | StoreClosedException e) {
      throw e;
    } catch (MessagingException e) {
      log.debug("Mails are fetched one by one", e);
      return Map.of();
    }
  }

  private static long lastOf(List<Long> uids) {
    return uids.isEmpty() ? 0 : uids.getLast();
  }

  /// After a change of UIDVALIDITY every mail has a new UID. Those that were read before and are
  /// older than the last look need not be fetched to be known again.
  private List<Long> firstLook(ImapFolder folder, ReceivedMails.Position position)
      throws MessagingException {
    if (position.before().isPresent()) {
      return folder.unreadOrSince(position.before().map(at -> at.minus(OVERLAP)));
    }
    return switch (settings.old()) {
      case UNREAD -> folder.unreadOrSince(Optional.empty());
      case ALL -> folder.allUids();
      case NONE -> List.of();
    };
  }

  /// One mail that cannot be fetched must not keep those behind it from being answered.
  private void take(ImapFolder folder, Arrival.Place place, boolean advance)
      throws MessagingException, IOException {
    try {
      Optional<Long> size = folder.size(place.uid());
      if (size.isPresent()) {
        boolean tooLarge = size.get() > LARGEST;
        fetch(folder, place, size.get(), tooLarge ? "TOO_LARGE" : "", advance);
      }
    } catch (FolderClosedException | StoreClosedException e) {
      throw e;
    } catch (MessagingException e) {
      if (failed.merge(place.uid(), 1, Integer::sum) < MOST_TRIES) {
        throw e;
      }
      log.warn("A mail cannot be fetched and is put aside, UID {}", place.uid());
      fetch(folder, place, 0, "CANNOT_BE_FETCHED", advance);
    }
  }

  private void fetch(
      ImapFolder folder, Arrival.Place place, long size, String refused, boolean advance)
      throws MessagingException, IOException {
    keep(place, size, refused, advance, out -> folder.copy(place.uid(), out, !refused.isEmpty()));
  }

  /// Where a mail's bytes come from.
  @FunctionalInterface
  private interface Bytes {
    void writeTo(OutputStream out) throws MessagingException, IOException;
  }

  private void keep(Arrival.Place place, long size, String refused, boolean advance, Bytes bytes)
      throws MessagingException, IOException {
    Path file = Files.createTempFile(folderForFiles, "mail-", ".eml");
    try {
      try (var out = Files.newOutputStream(file)) {
        bytes.writeTo(out);
      }
      MailIdentity identity = MailIdentity.of(file);
      Arrival arrival =
          new Arrival(
              place,
              identity.value(),
              identity.messageId(),
              identity.sender(),
              Math.max(size, Files.size(file)),
              file,
              refused,
              clock.instant());
      if (received.record(arrival, advance)) {
        somethingNew.run();
      }
    } finally {
      boolean _ = Files.deleteIfExists(file);
    }
  }

  private void mark(ImapFolder folder, long validity) throws MessagingException {
    for (List<Long> uids = received.unmarked(settings.name(), settings.folder(), validity);
        !uids.isEmpty();
        uids = received.unmarked(settings.name(), settings.folder(), validity)) {
      folder.mark(uids);
      received.marked(settings.name(), settings.folder(), validity, uids);
    }
  }
}
