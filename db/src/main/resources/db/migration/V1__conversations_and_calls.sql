-- The call log and what belongs to it. Names follow the support API: a call is a conversation with
-- channel VOICE, a turn is a message.
--
-- Every row that the log writes carries the identity of its log entry as key, so that writing an
-- entry again (after a crash, or from the spool) changes nothing.
-- Only text with checks, no enum types: a check can be widened inside one migration.

create extension if not exists pg_trgm;

create table conversation (
  id uuid primary key,
  channel text not null check (channel in ('CHAT', 'VOICE', 'EMAIL')),
  status text not null default 'OPEN' check (status in ('OPEN', 'IN_PROGRESS', 'RESOLVED', 'ESCALATED')),
  user_id text,
  language_code text not null default '',
  ai_handled boolean not null default true,
  sentiment_score double precision check (sentiment_score between -1 and 1),
  priority text check (priority in ('LOW', 'MEDIUM', 'HIGH', 'URGENT')),
  assigned_agent_id text,
  escalation_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resolved_at timestamptz
);
comment on table conversation is 'One matter of one person on one channel; what all channels have in common.';
comment on column conversation.user_id is 'The customer, where known; null for a caller who is only a number.';
comment on column conversation.ai_handled is 'False once a person has talked with the caller: the automation rate counts it.';
comment on column conversation.assigned_agent_id is 'No foreign key: an agent may be written here before the agents are mirrored, and must stay readable when gone.';
create index conversation_newest on conversation (created_at desc, id);
create index conversation_open on conversation (status, created_at desc) where status <> 'RESOLVED';
create index conversation_agent on conversation (assigned_agent_id, created_at desc) where assigned_agent_id is not null;

create table call (
  id uuid primary key references conversation on delete cascade,
  started_entry_id uuid unique,
  caller text not null default '',
  dialled text not null default '',
  queue text not null default '',
  sip_call_id text not null default '',
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_entry_id uuid unique,
  ended_at timestamptz,
  outcome text check (outcome in ('COMPLETED', 'TRANSFERRED', 'CALLBACK_PROMISED', 'UNANSWERED',
    'CALLER_HUNG_UP', 'SILENT', 'REFUSED_BUSY', 'FAILED')),
  end_reason text not null default '',
  check ((ended_at is null) = (outcome is null))
);
comment on table call is 'What only a telephone call has. Same key as its conversation.';
comment on column call.started_entry_id is 'Null while only later entries of the call have arrived: they make this row so that nothing is lost.';
comment on column call.caller is 'As the network gave it, not normalized; empty when withheld.';
comment on column call.sip_call_id is 'SIP Call-ID of the caller''s leg, to find the call that a phone or a trace names; empty when it came without SIP.';
comment on column call.answered_at is 'Milliseconds of turns count from here.';
create index call_newest on call (started_at desc, id);
create index call_outcome on call (outcome, started_at desc);
create index call_sip on call (sip_call_id) where sip_call_id <> '';
-- Supervisors search by any part of a number, mostly its end.
create index call_number on call using gin (caller gin_trgm_ops);

create table message (
  id uuid primary key,
  conversation_id uuid not null references conversation on delete cascade,
  number integer not null check (number >= 0),
  sender text not null check (sender in ('USER', 'AI', 'AGENT', 'SYSTEM')),
  message_type text not null check (message_type in ('TEXT', 'VOICE_TRANSCRIPT', 'SYSTEM')),
  content text not null,
  created_at timestamptz not null,
  keyed boolean not null default false,
  interrupted boolean not null default false,
  confidence_score double precision check (confidence_score between 0 and 1),
  language_code text not null default '',
  audio_url text,
  citations text[] not null default '{}',
  understood_as text not null default '',
  rule text not null default '',
  start_ms bigint not null default 0,
  end_ms bigint not null default 0,
  endpoint_ms bigint check (endpoint_ms >= 0),
  final_ms bigint check (final_ms >= 0),
  think_ms bigint check (think_ms >= 0),
  voice_ms bigint check (voice_ms >= 0),
  search tsvector generated always as (to_tsvector('simple', content)) stored
);
comment on table message is 'One turn of a call, or one written message.';
comment on column message.number is 'Place in the conversation. Not unique: a numbering fault must never cost the words.';
comment on column message.content is 'What was really heard: a reply up to where the caller interrupted it.';
comment on column message.keyed is 'The content is keys that were pressed, not words.';
comment on column message.citations is 'Knowledge entries (entry_id) that the words rest on; which text was in force is told by created_at.';
comment on column message.rule is 'Escalation rule that fired on this turn; empty when none.';
comment on column message.start_ms is 'Milliseconds from the answer of the call.';
comment on column message.endpoint_ms is 'Caller''s last voice to the decision that the turn is over; this and the next three are null where the step did not happen.';
comment on column message.final_ms is 'That decision to the recognizer''s final words.';
comment on column message.think_ms is 'Final words to the text of the reply.';
comment on column message.voice_ms is 'Text of the reply to its first audio sent.';
comment on column message.search is 'Words unstemmed (''simple''): one column serves every language, and names and numbers stay findable.';
create index message_in_order on message (conversation_id, number, created_at);
create index message_words on message using gin (search);
create index message_rule on message (rule, created_at desc) where rule <> '';

create table leg_event (
  id uuid primary key,
  call_id uuid not null references call on delete cascade,
  at timestamptz not null,
  channel text not null,
  role text not null,
  event text not null check (event in ('joined', 'left', 'rang', 'answered', 'failed')),
  detail text not null default ''
);
comment on table leg_event is 'What happened to each leg (one channel) of a call. Events and not one row per leg: a leg may join twice.';
create index leg_event_in_order on leg_event (call_id, at);

create table transfer (
  id uuid primary key,
  call_id uuid not null references call on delete cascade,
  at timestamptz not null,
  agent_id text not null,
  queue text not null,
  reason text not null,
  outcome text not null,
  ring_ms bigint not null
);
comment on table transfer is 'One agent who was tried, and how it ended.';
comment on column transfer.agent_id is 'Empty when no agent was free. No foreign key: the log must take it whatever the mirror of agents holds.';
create index transfer_in_order on transfer (call_id, at);
create index transfer_agent on transfer (agent_id, at desc);

create table recording (
  id uuid primary key,
  call_id uuid not null references call on delete cascade,
  at timestamptz not null,
  path text not null check (path <> ''),
  duration_ms bigint not null check (duration_ms >= 0)
);
comment on table recording is 'The audio itself is a file: retention deletes both.';
comment on column recording.path is 'Relative to the recordings folder, which may move.';
create index recording_in_order on recording (call_id, at);

create table callback (
  id uuid primary key,
  conversation_id uuid references conversation on delete set null,
  status text not null default 'PENDING' check (status in ('PENDING', 'DONE', 'FAILED', 'CANCELLED')),
  number text not null,
  reason text not null,
  promised_at timestamptz not null,
  due_at timestamptz,
  zone text,
  attempts integer not null default 0 check (attempts >= 0),
  updated_at timestamptz not null,
  closed_at timestamptz,
  check ((closed_at is null) = (status = 'PENDING'))
);
comment on table callback is 'A promise to call back, until it is kept. Outlives its conversation: a promise does not end by retention.';
comment on column callback.due_at is 'Null: as soon as a person is free.';
comment on column callback.zone is 'The zone in which the caller was promised an hour; due_at alone would move with daylight saving.';
create index callback_pending on callback (promised_at) where status = 'PENDING';
create index callback_conversation on callback (conversation_id);

create table audit (
  id uuid primary key,
  conversation_id uuid references conversation on delete cascade,
  at timestamptz not null,
  actor text not null,
  what text not null,
  details jsonb not null default '{}'
);
comment on table audit is 'Anything else that a supervisor may ask about later: what, by whom. Details hold no secret.';
create index audit_in_order on audit (conversation_id, at);
create index audit_newest on audit (at desc);
