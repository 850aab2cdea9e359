-- What was said in the words themselves, sealed, where the site keeps it (privacy.keep-originals). message.content is masked
-- then. A table of its own, so that originals can be deleted alone and nobody selects them by accident.
create table message_original (
  message_id uuid primary key,
  conversation_id uuid not null references conversation on delete cascade,
  sealed text not null,
  created_at timestamptz not null
);
comment on table message_original is 'The words of a turn as they were said, encrypted.';
comment on column message_original.message_id is 'The turn. No foreign key: a fault of the order must never cost an entry.';
comment on column message_original.sealed is 'The key''s name and the AES-GCM cipher text; opens with the call''s and the turn''s id only.';
create index on message_original (conversation_id);
