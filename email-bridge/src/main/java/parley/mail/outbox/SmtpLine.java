package parley.mail.outbox;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import parley.config.MailboxSettings;
import parley.mail.dkim.DkimSigner;
import parley.mail.server.MailFaults;
import parley.mail.server.MailServers;

/// The connection over which a mailbox's mails go out. It is kept for the next mail, and made anew
/// when it is lost.
///
/// Thread: one owner.
final class SmtpLine implements AutoCloseable {

  /// How handing a mail over ended.
  sealed interface Result {
    record Taken() implements Result {}

    /// It was surely not taken; trying again may help.
    record Failed(String why) implements Result {}

    /// It was surely not taken; trying again cannot help.
    record Refused(String why) implements Result {}

    /// The line was lost after the mail had begun to go over it.
    record Doubtful(String why) implements Result {}
  }

  private final MailServers servers;
  private final Session session;
  private final Clock clock;
  private final @Nullable DkimSigner signer;
  private @Nullable SMTPTransport transport;

  /// @throws parley.mail.dkim.DkimKeyException when the mailbox's key cannot be used
  SmtpLine(MailServers servers, Clock clock) {
    this.servers = servers;
    this.session = servers.smtp();
    this.clock = clock;
    MailboxSettings.Dkim dkim = servers.settings().dkim();
    this.signer = dkim == null ? null : DkimSigner.of(dkim);
  }

  /// Connects if need be, before a mail is noted as being sent.
  ///
  /// @throws MessagingException when there is no connection
  void ready() throws MessagingException {
    if (transport != null && transport.isConnected()) {
      return;
    }
    close();
    MailboxSettings settings = servers.settings();
    SMTPTransport fresh = new SMTPTransport(session, null);
    fresh.connect(
        settings.out().host(), settings.out().port(), settings.user(), servers.login().secret());
    transport = fresh;
  }

  /// @param copyTo gets a copy that the customer does not see; empty for none
  Result send(Outgoing mail, String copyTo) {
    SMTPTransport line = transport;
    if (line == null) {
      return new Result.Failed("there is no connection");
    }
    try {
      line.sendMessage(new RawMessage(session, mail, signed(mail)), addresses(mail, copyTo));
      return new Result.Taken();
    } catch (SendFailedException e) {
      return judge(line, e, MailFaults.somebodyGotIt(e));
    } catch (AddressException e) {
      return new Result.Refused("a recipient's address cannot be read");
    } catch (MessagingException e) {
      return judge(line, e, false);
    }
  }

  /// Signed as it goes out and not before: a key may be another one by then.
  private byte[] signed(Outgoing mail) {
    byte[] raw = mail.bytes().raw();
    return signer == null ? raw : signer.signed(raw, clock.instant());
  }

  private static Address[] addresses(Outgoing mail, String copyTo) throws AddressException {
    List<Address> all = new ArrayList<>();
    for (String recipient : mail.recipients()) {
      all.add(new InternetAddress(recipient, false));
    }
    if (!copyTo.isEmpty()) {
      all.add(new InternetAddress(copyTo, false));
    }
    return all.toArray(Address[]::new);
  }

  /// RFC 5321 4.2.1: a code of the server is its word that it has not taken the mail. Without one,
  /// it may have.
  private Result judge(SMTPTransport line, MessagingException e, boolean somebodyGotIt) {
    if (somebodyGotIt) {
      return new Result.Taken();
    }
    int code = line.getLastReturnCode();
    boolean lost = !line.isConnected();
    if (lost) {
      close();
    }
    if (e instanceof AuthenticationFailedException) {
      return new Result.Failed("the server refuses user or password");
    }
    if (code >= 500 && code <= 599) {
      return new Result.Refused("the server refuses the mail (" + code + ")");
    }
    if (code >= 400 && code <= 499) {
      return new Result.Failed("the server asks to try later (" + code + ")");
    }
    return new Result.Doubtful("the line was lost while the mail went over it");
  }

  @Override
  public void close() {
    SMTPTransport line = transport;
    transport = null;
    if (line != null) {
      try {
        line.close();
      } catch (MessagingException _) {
        // A goodbye that fails changes nothing.
      }
    }
  }

  /// Bytes that are sent as they are.
  private static final class RawMessage extends SMTPMessage {
    private final byte[] raw;

    RawMessage(Session session, Outgoing mail, byte[] raw) throws MessagingException {
      super(session, new ByteArrayInputStream(raw));
      this.raw = raw;
      setEnvelopeFrom(mail.sender());
      saved = true;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      out.write(raw);
    }
  }
}
