-- What the site has configured, mirrored from its files at each start: so that the log can say years
-- later which person, rule or answer a name meant at the time. The files stay the source.

create table agent (
  id text primary key,
  name text not null,
  extension text not null,
  endpoint text not null,
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  availability text not null default 'AVAILABLE' check (availability in ('AVAILABLE', 'BUSY', 'OFFLINE')),
  configured boolean not null default true,
  updated_at timestamptz not null
);
comment on table agent is 'A person with a phone. Rows are never deleted: transfers name them.';
comment on column agent.availability is 'What the agent or a supervisor set by hand; kept over restarts. Whether the phone is registered and free is Asterisk''s to say.';
comment on column agent.configured is 'False once the agent is gone from the settings.';

create table knowledge_entry (
  id uuid primary key,
  entry_id text not null,
  content_hash text not null,
  category text not null,
  question text not null,
  answer text not null,
  keywords text[] not null default '{}',
  language text not null,
  in_force_from timestamptz not null,
  in_force_until timestamptz,
  check (in_force_until >= in_force_from)
);
comment on table knowledge_entry is 'One version of an answer. A changed text is a new row, so that a supervisor reads what was really answered.';
comment on column knowledge_entry.entry_id is 'The id in the knowledge files, which a message''s citations name.';
comment on column knowledge_entry.content_hash is 'SHA-256 over all content fields: equal means unchanged.';
comment on column knowledge_entry.in_force_until is 'Null: in force now.';
create unique index knowledge_entry_now on knowledge_entry (entry_id) where in_force_until is null;
create index knowledge_entry_then on knowledge_entry (entry_id, in_force_from desc);

create table escalation_rule (
  id uuid primary key,
  rule_name text not null,
  content_hash text not null,
  condition jsonb not null,
  action jsonb not null,
  priority integer not null,
  active boolean not null,
  in_force_from timestamptz not null,
  in_force_until timestamptz,
  check (in_force_until >= in_force_from)
);
comment on table escalation_rule is 'One version of a rule, as knowledge_entry is one of an answer. message.rule names rule_name.';
create unique index escalation_rule_now on escalation_rule (rule_name) where in_force_until is null;
create index escalation_rule_then on escalation_rule (rule_name, in_force_from desc);
