-- Mail, in and out. Each mail is one row of mail_received, whatever dies when; each reply one row of mail_outbox.
-- docs/decisions/0026-mail-exactly-once.md says what is guaranteed and how.

create table mail_folder (
  mailbox text not null,
  folder text not null,
  uid_validity bigint not null,
  last_uid bigint,
  caught_up_at timestamptz,
  updated_at timestamptz not null,
  primary key (mailbox, folder, uid_validity)
);
comment on table mail_folder is 'How far a folder has been read. UIDs count within a UIDVALIDITY only (RFC 3501 2.3.1.1).';
comment on column mail_folder.last_uid is 'Every mail up to this one is recorded or was not wanted; null while the first look is not over.';
comment on column mail_folder.caught_up_at is 'When a look began that found nothing more: what was delivered before is recorded.';

create table mail_thread (
  id uuid primary key references conversation on delete cascade,
  token text not null unique,
  mailbox text not null,
  customer text not null,
  subject text not null default '',
  state text not null check (state in ('OPEN', 'PERSON', 'CLOSED')),
  due_at timestamptz,
  robot_replies integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table mail_thread is 'One matter of one sender by mail. Same key as its conversation, whose channel is EMAIL.';
comment on column mail_thread.token is 'Stands in the subject of mails to people, so that their answers find the thread.';
comment on column mail_thread.state is 'OPEN: Parley answers; PERSON: a person has it; CLOSED: nothing more is expected.';
comment on column mail_thread.due_at is 'By when the customer was told to expect word from a person.';
create index mail_thread_newest on mail_thread (updated_at desc);
create index mail_thread_customer on mail_thread (lower(customer));

create table mail_received (
  id uuid primary key,
  mailbox text not null,
  folder text not null,
  uid_validity bigint not null,
  uid bigint not null,
  identity text not null unique,
  message_id text not null default '',
  size_bytes bigint not null check (size_bytes >= 0),
  state text not null check (state in ('RECEIVED', 'ANSWERED', 'PERSON', 'FORWARDED', 'RECORDED', 'QUARANTINED')),
  reason text not null default '',
  thread_id uuid references mail_thread on delete set null,
  received_at timestamptz not null,
  settled_at timestamptz,
  lease_owner text not null default '',
  lease_until timestamptz,
  attempts integer not null default 0,
  marked boolean not null default false,
  check ((state = 'RECEIVED') = (settled_at is null))
);
comment on table mail_received is 'A mail that Parley has taken, recorded before it is marked in its mailbox.';
comment on column mail_received.identity is 'Hash of Message-ID, Date, From, Subject and body: the same mail under another UID, or delivered twice, is the same row.';
comment on column mail_received.state is 'RECEIVED until it is dealt with; then what came of it, once.';
comment on column mail_received.lease_until is 'Until then it is lease_owner''s to deal with.';
comment on column mail_received.marked is 'Whether the mailbox shows that Parley has it.';
create index mail_received_work on mail_received (received_at) where state = 'RECEIVED';
create index mail_received_unmarked on mail_received (mailbox, folder) where not marked;
create index mail_received_thread on mail_received (thread_id, received_at);
create index mail_received_message on mail_received (message_id) where message_id <> '';
create index mail_received_quarantine on mail_received (received_at desc) where state = 'QUARANTINED';

create table mail_chunk (
  mail_id uuid not null references mail_received on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (mail_id, number)
);
comment on table mail_chunk is 'The mail as it came, in pieces that fit into memory.';

create table mail_outbox (
  id uuid primary key,
  mailbox text not null,
  thread_id uuid references mail_thread on delete cascade,
  mail_id uuid references mail_received on delete set null,
  kind text not null check (kind in ('REPLY', 'WORD', 'WORK', 'AGENT')),
  message_id text not null unique,
  sender text not null,
  recipients text[] not null,
  bytes bytea not null,
  state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'REFUSED')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  lease_owner text not null default '',
  lease_until timestamptz,
  error text not null default '',
  created_at timestamptz not null,
  sent_at timestamptz,
  receipt_at timestamptz,
  unique (mail_id, kind)
);
comment on table mail_outbox is 'Mails to be sent, written in the transaction that settles the mail which they answer; their bytes never change.';
comment on column mail_outbox.kind is 'REPLY: an answer; WORD: that a person will write; WORK: to that person; AGENT: what the person wrote, to the customer.';
comment on column mail_outbox.state is 'SENDING is noted before the server gets the mail: after a crash it means that nobody knows.';
comment on column mail_outbox.receipt_at is 'When its hidden copy came back to the mailbox: the server had taken it.';
create index mail_outbox_due on mail_outbox (next_at) where state in ('WAITING', 'SENDING');
create index mail_outbox_thread on mail_outbox (thread_id);
