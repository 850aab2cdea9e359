package parley.server.bench.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Debian's Dovecot and Postfix with a configuration, folders and ports of their own: Postfix takes
/// mails, Dovecot keeps them and lets Parley in. Thread: one.
final class DebianMail implements ShopMail {

  private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");
  private static final Path LMTP = Path.of("/usr/lib/dovecot/lmtp");
  private static final Path IMAP = Path.of("/usr/lib/dovecot/imap");
  private static final Path POSTFIX = Path.of("/usr/sbin/postfix");

  /// Whose mails they are on disk: Dovecot refuses to work as root.
  private static final String OWNER = "nobody";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final int imapPort = freePort();
  private final int lmtpPort = freePort();
  private final int authPort = freePort();
  private final int smtpPort = freePort();
  private final List<Process> started = new ArrayList<>();
  private final ShopLine line;

  /// @throws IllegalStateException when they do not start, with what they say
  DebianMail() {
    try {
      // Not below JUnit's folders, which nobody but their maker may enter.
      folder = Files.createTempDirectory("parley-mail-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      owned(Files.createDirectory(folder.resolve("mail")), OWNER);
      startDovecot();
      startPostfix();
      await(imapPort, "dovecot.log");
      await(smtpPort, "postfix.log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Not waited for", e);
    }
    line = new ShopLine(smtpPort);
  }

  /// Why they cannot be started here, in one sentence; empty where they can.
  static Optional<String> missing() {
    if (!Stream.of(DOVECOT, LMTP, IMAP, POSTFIX).allMatch(Files::exists)) {
      return Optional.of(
          "Dovecot and Postfix are not installed here: apt-get install dovecot-imapd"
              + " dovecot-lmtpd postfix");
    }
    return System.getProperty("user.name").equals("root")
        ? Optional.empty()
        : Optional.of("Postfix is started by root only: run this as root");
  }

  private void startDovecot() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("dovecot.conf"),
            """
            protocols = imap lmtp
            base_dir = %1$s/dovecot
            log_path = %1$s/dovecot.log
            ssl = no
            disable_plaintext_auth = no
            import_environment = TZ CI_RUN_MARK
            mail_location = maildir:%1$s/mail/%%u
            mailbox_list_index = no
            passdb {
              driver = static
              args = password=%2$s
            }
            userdb {
              driver = static
              args = uid=%3$s gid=nogroup home=%1$s/mail/%%u allow_all_users=yes
            }
            service imap-login {
              inet_listener imap {
                address = 127.0.0.1
                port = %4$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = %5$d
              }
            }
            service auth {
              inet_listener auth {
                address = 127.0.0.1
                port = %6$d
              }
            }
            """
                .formatted(folder, PASSWORD, OWNER, imapPort, lmtpPort, authPort));
    started.add(start(DOVECOT.toString(), "-F", "-c", file.toString()));
  }

  private void startPostfix() throws IOException {
    Path config = Files.createDirectory(folder.resolve("postfix"));
    Files.createDirectory(folder.resolve("queue"));
    owned(Files.createDirectory(folder.resolve("data")), "postfix");
    Files.writeString(
        config.resolve("main.cf"),
        """
        compatibility_level = 3.6
        queue_directory = %1$s/queue
        data_directory = %1$s/data
        maillog_file = %1$s/postfix.log
        maillog_file_prefixes = %1$s
        import_environment = TZ CI_RUN_MARK MAIL_CONFIG
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mail.shop.test
        mydestination =
        mynetworks = 127.0.0.0/8
        alias_maps =
        smtpd_recipient_restrictions = permit_mynetworks, reject
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = inet:127.0.0.1:%2$d
        virtual_mailbox_domains = shop.test, customers.test
        virtual_transport = lmtp:inet:127.0.0.1:%3$d
        message_size_limit = 100000000
        virtual_mailbox_limit = 0
        """
            .formatted(folder, authPort, lmtpPort));
    Files.writeString(
        config.resolve("master.cf"),
        """
        127.0.0.1:%d inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        lmtp unix - - n - - lmtp
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd
        """
            .formatted(smtpPort));
    started.add(start(POSTFIX.toString(), "-c", config.toString(), "start-fg"));
  }

  private Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("started-" + started.size() + ".log").toFile())
        .start();
  }

  private static void owned(Path path, String owner) throws IOException {
    Files.setOwner(
        path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(int port, String log) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        if (socket.getInputStream().read() >= 0) {
          return;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(50_000_000);
      }
    }
    Path said = folder.resolve(log);
    String why = Files.exists(said) ? Files.readString(said) : "";
    close();
    throw new IllegalStateException("Nothing answers at port " + port + ": " + why);
  }

  @Override
  public void send(int customer, String words) {
    line.send(customer, words, 0);
  }

  @Override
  public void send(int customer, String words, int megabytes) {
    line.send(customer, words, megabytes);
  }

  @Override
  public int replies(int customer) {
    Path box = folder.resolve("mail").resolve(ShopMail.customer(customer)).resolve("new");
    try (Stream<Path> mails = Files.exists(box) ? Files.list(box) : Stream.empty()) {
      return (int) mails.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    String box = "mail.mailboxes[0].";
    settings.put(box + "enabled", "true");
    settings.put(box + "name", "shop");
    settings.put(box + "address", SHOP);
    settings.put(box + "user", SHOP);
    settings.put(box + "password", PASSWORD);
    settings.put(box + "imap-host", "127.0.0.1");
    settings.put(box + "imap-port", Integer.toString(imapPort));
    settings.put(box + "imap-tls", "none");
    settings.put(box + "smtp-host", "127.0.0.1");
    settings.put(box + "smtp-port", Integer.toString(smtpPort));
    settings.put(box + "smtp-tls", "none");
    return settings;
  }

  @Override
  public void close() {
    if (line != null) {
      line.close();
    }
    try {
      int _ =
          new ProcessBuilder(POSTFIX.toString(), "-c", folder.resolve("postfix").toString(), "stop")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      for (Process process : started) {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          boolean _ = Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
