-- Callers who waited in a queue keep their place in it, and agents may be called before the customer.

alter table callback add column waiting_since timestamptz;
comment on column callback.waiting_since is 'Of a caller who waited for a person: their place among those of the same priority, instead of promised_at.';
comment on column callback.priority is 'Within a queue, higher ones first; then by waiting_since, else promised_at. 1: who was named an hour or keeps a place; 0: as soon as somebody has time.';
update callback set priority = 1 where priority = 0 and window_from is not null and closed_at is null;
update scheduled_tasks set priority = 1
where task_name = 'callback' and priority = 0
  and task_instance in (select id::text from callback where priority = 1 and closed_at is null);

alter table callback_attempt drop constraint callback_attempt_outcome_check;
alter table callback_attempt add constraint callback_attempt_outcome_check check (outcome in ('KEPT', 'BUSY', 'NO_ANSWER', 'MESSAGE_LEFT',
  'MACHINE', 'OTHER_PERSON', 'NUMBER_REFUSED', 'CONGESTION', 'NO_AGENT', 'NO_TAKER', 'BROKEN_OFF', 'NOT_DIALLED'));
-- No agent took it, so nobody was called: the next attempt has the same number.
alter table callback_attempt drop constraint callback_attempt_callback_id_number_key;
create unique index callback_attempt_call on callback_attempt (callback_id, number) where outcome is distinct from 'NO_TAKER';
create index callback_attempt_in_order on callback_attempt (callback_id, asked_at);
