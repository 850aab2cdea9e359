-- Appointments: whose time is held when, what mails go out about them, and what is to be done after them.
-- docs/decisions/0032-appointments.md says why a range of whole numbers stands in the constraint.

create table calendar (
  number integer generated always as identity primary key,
  name text not null unique,
  feed_tag text not null default '',
  feed_problem text not null default '',
  feed_read_at timestamptz,
  feed_next_at timestamptz not null default 'epoch'
);
comment on table calendar is 'A person or a room of config/appointments.yaml; the row is locked while somebody books.';
comment on column calendar.feed_next_at is 'When the calendar''s own feed of busy times is looked at next; who looks has moved it first.';

create table appointment (
  id uuid primary key,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  place text not null default '',
  held_from timestamptz not null,
  held_until timestamptz not null,
  calendars text[] not null,
  customer text not null default '',
  customer_name text not null default '',
  mail text not null default '',
  number text not null default '',
  language text not null default '',
  about text not null default '',
  sequence integer not null check (sequence >= 0),
  state text not null check (state in ('BOOKED', 'DECLINED', 'CANCELLED')),
  answer text not null default 'NONE' check (answer in ('NONE', 'ACCEPTED', 'TENTATIVE', 'DECLINED')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (starts_at < ends_at),
  check (held_from <= starts_at and ends_at <= held_until)
);
comment on table appointment is 'A time that somebody was promised; its hours on the wall are those of its zone.';
comment on column appointment.calendars is 'Those that it holds while it is BOOKED, and held before.';
comment on column appointment.sequence is 'How often it was changed (RFC 5545 SEQUENCE).';
comment on column appointment.state is 'BOOKED holds its calendars; DECLINED: the customer will not come, and was asked for another time.';
create index appointment_start on appointment (starts_at);
create index appointment_customer on appointment (customer, starts_at) where customer <> '';

create table appointment_part (
  appointment_id uuid not null references appointment on delete cascade,
  calendar integer not null references calendar,
  held_from timestamptz not null,
  held_until timestamptz not null,
  primary key (appointment_id, calendar),
  check (held_from < held_until),
  exclude using gist (int4range(calendar, calendar, '[]') with &&, tstzrange(held_from, held_until) with &&)
);
comment on table appointment_part is 'Which calendars an appointment holds, with the time before and after it. Two can never hold one at once.';

create table busy_time (
  calendar integer not null references calendar,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (starts_at < ends_at)
);
comment on table busy_time is 'What a calendar''s own feed says; replaced as a whole each time the feed has changed.';
create index busy_time_of on busy_time (calendar, starts_at);

create table appointment_letter (
  id uuid primary key,
  appointment_id uuid not null references appointment on delete cascade,
  kind text not null check (kind in ('INVITATION', 'CHANGE', 'CANCELLATION', 'ANOTHER', 'REMINDER', 'PREPARATION', 'CHASE')),
  sequence integer not null,
  detail text not null default '',
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'OUTDATED')),
  next_at timestamptz not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  done_at timestamptz
);
comment on table appointment_letter is 'What people are to be told, written in the transaction that it follows from. The id follows from the content, so each is there once.';
comment on column appointment_letter.next_at is 'When it is looked at next; who looks has moved it first.';
create index appointment_letter_due on appointment_letter (next_at) where state = 'WAITING';

create table appointment_task (
  id uuid primary key,
  appointment_id uuid not null references appointment on delete cascade,
  what text not null,
  due_at timestamptz not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'CANCELLED')),
  chased integer not null default 0,
  chase_at timestamptz not null,
  closed_at timestamptz,
  check ((closed_at is null) = (status = 'OPEN'))
);
comment on table appointment_task is 'What is to be done after an appointment; chased by mail from its due time on until somebody closes it.';
create index appointment_task_chase on appointment_task (chase_at) where status = 'OPEN';

-- Invitations, reminders and the like come of no received mail.
alter table mail_outbox drop constraint mail_outbox_kind_check;
alter table mail_outbox add constraint mail_outbox_kind_check check (kind in ('REPLY', 'WORD', 'WORK', 'AGENT', 'FOLLOW_UP', 'REMINDER', 'APPOINTMENT'));
comment on column mail_outbox.kind is 'REPLY: an answer; WORD: that a person will write; WORK: to that person; AGENT: what the person wrote, to the customer; FOLLOW_UP: whether an answer helped; REMINDER: to the person who has not answered; APPOINTMENT: about an appointment.';
