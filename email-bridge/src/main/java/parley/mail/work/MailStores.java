package parley.mail.work;

import parley.mail.mailbox.ReceivedMails;
import parley.mail.outbox.Outbox;

/// Where mail is kept.
public record MailStores(
    ReceivedMails received,
    MailWork work,
    Outbox outbox,
    WaitingThreads waiting,
    MailRetention retention) {}
