package parley.mail.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.MailboxSettings;
import parley.mail.server.MailServers;
import parley.mail.server.ServerFault;

/// Watches one mailbox on a virtual thread of its own until it is closed: takes what is there,
/// waits for more with IDLE, and connects again with growing pauses when the connection is lost.
///
/// Thread: any may close and [#look].
public final class MailboxWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

  /// Servers may end IDLE after half an hour (RFC 2177); some firewalls forget a silent connection
  /// far earlier. A mail that comes just while IDLE begins is not told of by every server: a look
  /// this often still answers it within half a minute.
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);

  private static final Duration POLL = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

  private final MailServers servers;
  private final Intake intake;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable ImapFolder open;
  private volatile boolean wanted;
  private Duration pause = FIRST_PAUSE;

  private MailboxWatch(MailServers servers, Intake intake) {
    this.servers = servers;
    this.intake = intake;
    this.thread =
        Thread.ofVirtual().name("mailbox-" + servers.settings().name()).unstarted(this::watch);
  }

  /// @param files a folder for mails while they are fetched
  /// @param somethingNew told after each new mail, on the mailbox's thread
  public static MailboxWatch start(
      MailServers servers, ReceivedMails received, Path files, Runnable somethingNew, Clock clock)
      throws IOException {
    Files.createDirectories(files);
    MailboxWatch watch =
        new MailboxWatch(
            servers, new Intake(servers.settings(), received, files, somethingNew, clock));
    watch.thread.start();
    return watch;
  }

  public MailboxSettings settings() {
    return servers.settings();
  }

  /// Has the mailbox looked into now.
  public void look() {
    wanted = true;
    ImapFolder folder = open;
    if (folder != null) {
      folder.wake();
    }
  }

  private void watch() {
    while (stopped.getCount() > 0) {
      try (ImapFolder folder = ImapFolder.open(servers)) {
        open = folder;
        if (!folder.canIdle()) {
          log.info("The mail server has no IDLE; the mailbox is looked into every {}", POLL);
        }
        stay(folder);
      } catch (InterruptedException e) {
        return;
      } catch (MessagingException | IOException | RuntimeException e) {
        if (stopped.getCount() > 0) {
          log.warn("Mailbox {}: {}; next try in {}", settings().name(), reason(e), pause);
          log.debug("The mailbox's fault", e);
        }
      } finally {
        open = null;
      }
      if (!waitBeforeNextTry()) {
        return;
      }
    }
  }

  private void stay(ImapFolder folder)
      throws MessagingException, IOException, InterruptedException {
    while (stopped.getCount() > 0) {
      wanted = false;
      intake.catchUp(folder);
      pause = FIRST_PAUSE;
      if (!wanted && stopped.getCount() > 0) {
        folder.await(folder.canIdle() ? LONGEST_IDLE : POLL);
      }
    }
  }

  /// What an operator can do about; the servers' own words may hold addresses.
  private static String reason(Exception e) {
    return switch (e) {
      case ServerFault fault -> fault.getMessage();
      case AuthenticationFailedException _ -> "the server refuses user or password";
      case MessagingException _ -> "the connection to the mail server is lost or refused";
      default -> "the mail cannot be kept (" + e.getClass().getSimpleName() + ")";
    };
  }

  private boolean waitBeforeNextTry() {
    try {
      Duration now = pause;
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      return !stopped.await(now.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    look();
    try {
      if (!thread.join(TIME_TO_CLOSE)) {
        thread.interrupt();
        boolean _ = thread.join(TIME_TO_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
