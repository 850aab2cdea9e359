-- Follow-ups that are carried out, reminders by call, and when a call has lost its point.
-- docs/decisions/0034-follow-ups.md says what is guaranteed and how.

create table followed_up (
  conversation_id uuid primary key references conversation on delete cascade,
  at timestamptz not null,
  way text not null check (way in ('CALL', 'MAIL', 'PERSON', 'PROMISED')),
  why text not null default '',
  callback_id uuid,
  letter_id uuid,
  letter_at timestamptz,
  check ((letter_id is null) = (way <> 'MAIL') or way = 'PERSON'),
  check (letter_at is null or letter_id is not null)
);
comment on table followed_up is 'Conversations that were followed up: each once, for good, whoever did it.';
comment on column followed_up.way is 'CALL: by callback_id; MAIL: by letter_id; PERSON: people see to it; PROMISED: callback_id, which was there, sees to it.';
comment on column followed_up.why is 'Why people have to see to it.';
comment on column followed_up.callback_id is 'No foreign key: a callback may be deleted before.';
comment on column followed_up.letter_id is 'Of mail_outbox, where the letter gets with this id.';
comment on column followed_up.letter_at is 'When the letter is to be handed over next; who does it has moved it first; null: it was.';
create index followed_up_letter on followed_up (letter_at) where letter_at is not null;
create index followed_up_callback on followed_up (callback_id) where callback_id is not null;

alter table callback drop constraint callback_origin_check;
alter table callback add constraint callback_origin_check
  check (origin in ('CALL', 'QUEUE', 'MAIL', 'COMMAND', 'API', 'FOLLOW_UP', 'APPOINTMENT'));
alter table callback add column appointment_id uuid references appointment on delete cascade;
alter table callback add column moot_at timestamptz;
comment on column callback.appointment_id is 'Of which the call reminds; cancelled when that is moved or cancelled.';
comment on column callback.moot_at is 'From then on the call has no point, and is not made; null: it always has.';
create index callback_appointment on callback (appointment_id) where appointment_id is not null;
