-- What came of each conversation, written after its end, and what is still to be done.

create table conclusion (
  conversation_id uuid primary key references conversation on delete cascade,
  entry_id uuid not null unique,
  written_at timestamptz not null,
  disposition text not null check (disposition in ('ANSWERED', 'HANDED_OVER', 'CALLBACK_PROMISED', 'NOBODY_REACHED',
    'NOT_ANSWERED', 'ABANDONED', 'NOTHING_ASKED', 'FAILED')),
  resolved boolean not null,
  topic text not null default '',
  summary text not null,
  author text not null check (author in ('PARLEY', 'LANGUAGE_MODEL'))
);
comment on table conclusion is 'One a conversation: of two that are written, the first is kept.';
comment on column conclusion.topic is 'What the customer wanted, in their words, without personal data; empty when nothing was asked.';
comment on column conclusion.summary is 'Without personal data.';

create table follow_up (
  id uuid primary key,
  conversation_id uuid not null references conversation on delete cascade,
  kind text not null check (kind in ('CALL_BACK', 'ANSWER', 'REPAIR')),
  due_at timestamptz not null,
  what text not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'CANCELLED')),
  closed_at timestamptz,
  check ((closed_at is null) = (status = 'OPEN'))
);
comment on table follow_up is 'What a conversation leaves to be done.';
create index follow_up_due on follow_up (due_at) where status = 'OPEN';
create index follow_up_conversation on follow_up (conversation_id);

-- To find the calls that are over and have no conclusion, and a caller's earlier calls.
create index call_over on call (ended_at) where ended_at is not null;
create index call_caller on call (caller, started_at desc) where caller <> '';
