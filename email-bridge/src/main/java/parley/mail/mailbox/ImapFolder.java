package parley.mail.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.OrTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import parley.config.MailboxSettings;
import parley.mail.server.MailServers;

/// One open folder on an IMAP server, and the connection to it. A mailbox of 100,000 mails costs
/// what is asked of it: UIDs are fetched of new mails only.
///
/// Thread: one owner; [#wake] any.
final class ImapFolder implements AutoCloseable {

  private static final String KEYWORD = "$Parley";
  private static final int MARKED_AT_ONCE = 500;

  private final MailboxSettings settings;
  private final Store store;
  private final IMAPFolder folder;
  private final Semaphore news = new Semaphore(0);

  private ImapFolder(MailboxSettings settings, Store store, IMAPFolder folder) {
    this.settings = settings;
    this.store = store;
    this.folder = folder;
  }

  /// Connects, logs in and opens the folder.
  static ImapFolder open(MailServers servers) throws MessagingException {
    MailboxSettings settings = servers.settings();
    Store store = servers.imap().getStore("imap");
    try {
      store.connect(
          settings.in().host(), settings.in().port(), settings.user(), servers.login().secret());
      IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      ImapFolder opened = new ImapFolder(settings, store, folder);
      folder.addMessageCountListener(
          new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
              opened.news.release();
            }
          });
      return opened;
    } catch (MessagingException | RuntimeException e) {
      close(store);
      throw e;
    }
  }

  long uidValidity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /// The UID that the next mail will at least have.
  long nextUid() throws MessagingException {
    return folder.getUIDNext();
  }

  boolean canIdle() throws MessagingException {
    return store instanceof IMAPStore imap && imap.hasCapability("IDLE");
  }

  /// Of mails beyond this one, ascending.
  List<Long> uidsAfter(long uid) throws MessagingException {
    // The last mail answers to any range (RFC 3501 6.4.8), so it can be an old one.
    return uids(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)).stream()
        .filter(found -> found > uid)
        .toList();
  }

  /// Of unread mails, and of those that came after a day.
  List<Long> unreadOrSince(Optional<Instant> since) throws MessagingException {
    SearchTerm unread = new FlagTerm(new Flags(Flags.Flag.SEEN), false);
    SearchTerm wanted =
        since
            .<SearchTerm>map(
                day -> new OrTerm(unread, new ReceivedDateTerm(ComparisonTerm.GE, Date.from(day))))
            .orElse(unread);
    return uids(folder.search(wanted));
  }

  List<Long> allUids() throws MessagingException {
    return uids(folder.getMessages());
  }

  private List<Long> uids(Message[] messages) throws MessagingException {
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(messages, profile);
    List<Long> uids = new ArrayList<>(messages.length);
    for (Message message : messages) {
      if (message != null) {
        uids.add(folder.getUID(message));
      }
    }
    Collections.sort(uids);
    return uids;
  }

  /// The bytes of small mails; see [BatchFetch#small].
  Map<Long, byte[]> small(List<Long> uids) throws MessagingException {
    return BatchFetch.small(folder, uids);
  }

  /// Empty where the mail is gone.
  Optional<Long> size(long uid) throws MessagingException {
    Message message = folder.getMessageByUID(uid);
    return message == null ? Optional.empty() : Optional.of((long) message.getSize());
  }

  /// Writes the mail as it lies on the server, or its header alone.
  void copy(long uid, OutputStream to, boolean headerOnly) throws MessagingException, IOException {
    if (folder.getMessageByUID(uid) instanceof IMAPMessage message) {
      try (OutputStream out = new BufferedOutputStream(to)) {
        if (headerOnly) {
          for (String line : Collections.list(message.getAllHeaderLines())) {
            out.write((line + "\r\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
          }
          out.write('\r');
          out.write('\n');
        } else {
          message.writeTo(out);
        }
      }
      // Else a fetched mail's structure stays in the folder's cache for as long as it is open.
      message.invalidateHeaders();
    } else {
      throw new MessagingException("The mail is gone");
    }
  }

  /// Shows that Parley has these mails, in the way that the settings say.
  void mark(List<Long> uids) throws MessagingException {
    for (int from = 0; from < uids.size(); from += MARKED_AT_ONCE) {
      List<Long> part = uids.subList(from, Math.min(uids.size(), from + MARKED_AT_ONCE));
      Message[] found = folder.getMessagesByUID(part.stream().mapToLong(uid -> uid).toArray());
      Message[] messages =
          java.util.Arrays.stream(found).filter(java.util.Objects::nonNull).toArray(Message[]::new);
      if (messages.length > 0) {
        mark(messages);
      }
    }
  }

  private void mark(Message[] messages) throws MessagingException {
    switch (settings.mark()) {
      case SEEN -> folder.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
      case KEYWORD -> folder.setFlags(messages, new Flags(KEYWORD), true);
      case MOVE -> {
        Folder taken = store.getFolder(settings.takenFolder());
        if (!taken.exists()) {
          boolean _ = taken.create(Folder.HOLDS_MESSAGES);
        }
        if (store instanceof IMAPStore imap && imap.hasCapability("MOVE")) {
          folder.moveMessages(messages, taken);
        } else {
          folder.copyMessages(messages, taken);
          folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
          Message[] _ = folder.expunge(messages);
        }
      }
    }
  }

  /// Waits until the server tells of a mail, [#wake] is called, or the time is over. With IDLE the
  /// server tells at once; without it the wait is the poll's pause.
  void await(Duration atMost) throws MessagingException, InterruptedException {
    if (news.drainPermits() > 0) {
      return;
    }
    if (!canIdle()) {
      boolean _ = news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
      boolean _ = folder.isOpen() && folder.getMessageCount() >= 0;
      return;
    }
    AtomicBoolean over = new AtomicBoolean();
    Thread alarm =
        Thread.ofVirtual().name("mail-idle-" + settings.name()).start(() -> endIdle(atMost, over));
    try {
      folder.idle(true);
    } finally {
      // Not interrupted: that would close the socket under a command.
      over.set(true);
      news.release();
      alarm.join();
      news.drainPermits();
    }
  }

  private void endIdle(Duration after, AtomicBoolean over) {
    try {
      boolean _ = news.tryAcquire(after.toMillis(), TimeUnit.MILLISECONDS);
      if (!over.get()) {
        // A command ends IDLE. Not the count of mails: it asks the server only when the connection
        // was silent for a second, and IDLE would go on with nobody to end it.
        Object _ =
            folder.doCommand(protocol -> {
              protocol.noop();
              return "";
            });
      }
    } catch (MessagingException | IllegalStateException _) {
      // The connection is gone, which the one who waits is told as well.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the waiting.
  void wake() {
    news.release();
  }

  @Override
  public void close() {
    try {
      folder.close(false);
    } catch (MessagingException | IllegalStateException _) {
      // Closed already, or the connection is gone.
    }
    close(store);
  }

  private static void close(Store store) {
    try {
      store.close();
    } catch (MessagingException _) {
      // Nothing is lost with a connection.
    }
  }
}
