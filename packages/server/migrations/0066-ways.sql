-- Channels with several ways out, each with limits of its own, and channels that tell when something has arrived.
alter table deliveries add column target_id uuid;
alter table deliveries add column delivered_at timestamptz;
create index deliveries_target on deliveries (target_id, created_at desc) where target_id is not null;
create index deliveries_provider on deliveries (provider_id) where channel = 'sms' and provider_id is not null;

create table paces (
  key text primary key,
  -- When those left that still count, in epoch milliseconds.
  recent jsonb not null,
  resting_until timestamptz
);
-- What was last sent to a number: an answer from there is about it.
create index deliveries_texts on deliveries (recipient, created_at desc) where channel = 'sms';
