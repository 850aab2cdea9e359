package parley.db.mail;

import static parley.db.mail.TestMailServer.CUSTOMER;
import static parley.db.mail.TestMailServer.SHOP;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;

/// Reports of a mail server that a mail was not delivered (RFC 3464).
final class Bounces {

  private Bounces() {}

  static MimeMessage of(TestMailServer server, String messageId, String action, String status)
      throws MessagingException {
    String mail =
        """
        From: Mail Delivery System <mailer-daemon@customer.test>
        To: %s
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <%s@customer.test>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain; charset=us-ascii

        The mail could not be delivered: mailbox unknown.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.customer.test

        Final-Recipient: rfc822; %s
        Action: %s
        Status: %s

        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s
        Subject: Re: Hours

        --b--
        """
            .formatted(SHOP, UUID.randomUUID(), CUSTOMER, action, status, messageId);
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)));
  }
}
