-- Threads of mail that wait for somebody, which number and which address are one customer's, and what becomes of a mail's
-- bytes. docs/decisions/0027-cases-and-what-stays-of-mail.md says why.

alter table mail_thread
  add column waits_since timestamptz,
  add column followed_up_at timestamptz,
  add column reminders integer not null default 0,
  add column reminded_at timestamptz,
  add column look_at timestamptz;
update mail_thread set waits_since = updated_at, look_at = updated_at;
update mail_thread set look_at = null where state = 'CLOSED';
alter table mail_thread alter column waits_since set not null;
comment on column mail_thread.waits_since is 'When it came to wait for whom it waits for: the customer (OPEN) or a person (PERSON).';
comment on column mail_thread.followed_up_at is 'When the customer was asked whether the answer helped, since then.';
comment on column mail_thread.look_at is 'When a rule may be due, looked at by one node; null: never, unless something happens.';
create index mail_thread_look on mail_thread (look_at) where look_at is not null;

alter table mail_outbox
  drop constraint mail_outbox_kind_check,
  add constraint mail_outbox_kind_check
    check (kind in ('REPLY', 'WORD', 'WORK', 'AGENT', 'FOLLOW_UP', 'REMINDER')),
  add column told_at timestamptz;
comment on column mail_outbox.kind is 'REPLY: an answer; WORD: that a person will write; WORK: to that person; AGENT: what the person wrote, to the customer; FOLLOW_UP: whether an answer helped; REMINDER: to the person who has not answered.';
comment on column mail_outbox.told_at is 'When a person was told that the server will never take it.';
create index mail_outbox_refused on mail_outbox (thread_id) where state = 'REFUSED' and told_at is null;
create index mail_outbox_mail on mail_outbox (mail_id) where mail_id is not null;
create index mail_outbox_bytes on mail_outbox (sent_at) where state = 'SENT' and octet_length(bytes) > 0;

alter table mail_received add column sender text not null default '';
comment on column mail_received.sender is 'The address of From in lower case, once it was read: to forget mails that belong to no thread.';
create index mail_received_sender on mail_received (sender) where sender <> '';

alter table mail_chunk add column sealed boolean not null default false;
comment on column mail_chunk.sealed is 'Encrypted with the key of privacy.key, for its mail and number only.';

-- Whatever deletes a thread leaves of its mails the hash alone, by which they are known again. Their rows must stay: a mail
-- that is still in its mailbox would else be answered a second time.
create function mail_thread_forgets() returns trigger language plpgsql as $$
begin
  delete from mail_chunk where mail_id in (select id from mail_received where thread_id = old.id);
  update mail_received set message_id = '', sender = '' where thread_id = old.id;
  return old;
end $$;
create trigger mail_thread_forgets before delete on mail_thread for each row execute function mail_thread_forgets();

create table contact_link (
  number text not null check (number ~ '^[0-9]{7,20}$'),
  address text not null check (address = lower(address)),
  proof text not null check (proof in ('IDENTIFIED', 'OPERATOR')),
  conversation_id uuid references conversation on delete set null,
  linked_at timestamptz not null,
  primary key (number, address)
);
comment on table contact_link is 'A number and a mail address of one customer: their conversations are one case.';
comment on column contact_link.number is 'Digits with the country''s code, without + or 00.';
comment on column contact_link.proof is 'IDENTIFIED: the customer was identified in a call, and the site''s own system named the address; OPERATOR: by the command. What a mail says of itself is no proof.';
comment on column contact_link.conversation_id is 'In which it became known.';
create index contact_link_address on contact_link (address);

create table daily_work (
  name text primary key,
  done_at timestamptz not null
);
comment on table daily_work is 'What one node does once a day: its row is locked while it is done.';
insert into daily_work values ('mail-retention', 'epoch');
