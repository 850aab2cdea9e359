-- Callbacks as work: who is to be called when, each call that was made for it, and the clock that wakes the worker.
-- docs/decisions/0030-callbacks-exactly-once.md says what is guaranteed and how.

alter table callback drop constraint callback_status_check;
alter table callback drop constraint callback_check;
alter table callback rename column status to state;
alter table callback alter column state drop default;
alter table callback add column origin text not null default 'CALL'
  check (origin in ('CALL', 'QUEUE', 'MAIL', 'COMMAND', 'API', 'FOLLOW_UP'));
alter table callback add column queue text not null default '';
alter table callback add column language text not null default '';
alter table callback add column window_from timestamptz;
alter table callback add column window_until timestamptz;
alter table callback add column call_order text not null default 'CUSTOMER_FIRST'
  check (call_order in ('CUSTOMER_FIRST', 'AGENT_FIRST'));
alter table callback add column priority smallint not null default 0;
alter table callback add column next_at timestamptz;
alter table callback add column note text not null default '';
-- Nothing ever filled it.
alter table callback drop column due_at;

update callback set state = case state
  when 'DONE' then 'KEPT'
  when 'FAILED' then 'GIVEN_UP'
  when 'CANCELLED' then 'CANCELLED'
  -- People have worked on these by hand so far: what is old was dealt with, or needs them now.
  else case when promised_at > now() - interval '3 days' then 'WAITING' else 'NEEDS_PERSON' end
end;
update callback set note = 'promised before Parley kept promises by itself' where state = 'NEEDS_PERSON';
update callback set next_at = now() where state = 'WAITING';

alter table callback add check (state in ('WAITING', 'DIALLING', 'KEPT', 'GIVEN_UP', 'CANCELLED', 'NEEDS_PERSON'));
alter table callback add check ((closed_at is null) = (state in ('WAITING', 'DIALLING', 'NEEDS_PERSON')));
alter table callback add check ((next_at is null) = (state not in ('WAITING', 'DIALLING')));
alter table callback add check (window_from < window_until);
alter table callback add check ((window_from is null) = (window_until is null) and (window_from is null or zone is not null));

comment on column callback.state is 'WAITING for next_at; DIALLING while an attempt is not settled; NEEDS_PERSON: Parley must not dial by itself.';
comment on column callback.window_from is 'Within which it was promised; null: as soon as it can be.';
comment on column callback.zone is 'The zone in which the caller was promised an hour; the window alone would move when the rules of a zone change.';
comment on column callback.call_order is 'Who is called first.';
comment on column callback.priority is 'Within a queue, higher ones first; then by promised_at.';
comment on column callback.next_at is 'When it is called next; kept while it is being called.';
comment on column callback.note is 'Why it needs a person or was given up, for people.';
drop index callback_pending;
-- For lists: by time, by state.
create index callback_open on callback (next_at, id) where state in ('WAITING', 'DIALLING', 'NEEDS_PERSON');
create index callback_state on callback (state, next_at, id);
-- For who is next in a queue: of what is due.
create index callback_due on callback (queue, next_at) where state = 'WAITING';
create index callback_number on callback (number);

create table callback_attempt (
  id uuid primary key,
  callback_id uuid not null references callback on delete cascade,
  number integer not null check (number > 0),
  queue text not null,
  asked_at timestamptz not null,
  node text not null,
  asterisk text not null,
  settled_at timestamptz,
  noted boolean not null default true,
  outcome text check (outcome in ('KEPT', 'BUSY', 'NO_ANSWER', 'MESSAGE_LEFT', 'MACHINE', 'OTHER_PERSON', 'NUMBER_REFUSED',
    'CONGESTION', 'NO_AGENT', 'BROKEN_OFF', 'NOT_DIALLED')),
  unique (callback_id, number),
  check ((settled_at is null) = (outcome is null))
);
comment on table callback_attempt is 'One call of a callback, written before anything is dialled. Its id is the channel''s in Asterisk, which dials an id once.';
comment on column callback_attempt.queue is 'The callback''s at that time: how many calls a queue has at once is counted here.';
comment on column callback_attempt.node is 'The process that began it; another one on the same Asterisk may settle it.';
comment on column callback_attempt.asterisk is 'The only one that knows whether it was dialled.';
comment on column callback_attempt.noted is 'Asterisk still remembers it. Kept for a day after it is settled: whoever would ask late must not find it unknown, and dial.';
-- Two processes can never begin two calls of one callback at once.
create unique index callback_attempt_unsettled on callback_attempt (callback_id) where settled_at is null;
create index callback_attempt_noted on callback_attempt (asterisk, settled_at) where noted;
create index callback_attempt_at_once on callback_attempt (queue) where settled_at is null;

-- db-scheduler 16's own table, as its documentation wants it.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'When something is to happen, and which process does it now. Of task ''callback'' the instance is the callback''s id.';
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
select 'callback', id::text, next_at, false, 1, 0 from callback where state = 'WAITING';

-- Of calls that Parley makes.
alter table call drop constraint call_outcome_check;
alter table call add constraint call_outcome_check check (outcome in ('COMPLETED', 'TRANSFERRED', 'CALLBACK_PROMISED', 'UNANSWERED',
  'CALLER_HUNG_UP', 'SILENT', 'REFUSED_BUSY', 'FAILED', 'OTHER_PERSON', 'MESSAGE_LEFT'));
