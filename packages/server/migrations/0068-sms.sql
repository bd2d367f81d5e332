-- Through whom text messages leave; one of the accounts is the default.
create table sms_accounts (
  id uuid primary key,
  provider text not null check (provider in ('aliyun', 'tencent', 'gateway')),
  name text not null,
  is_default boolean not null,
  settings jsonb not null,
  -- Which of the provider's templates says what, by our name for it.
  templates jsonb not null,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
alter table sms_accounts add constraint sms_accounts_default
  exclude using btree (is_default with =) where (is_default and archived_at is null) deferrable initially deferred;

-- Every text message that came in, once, however often it was pushed.
create table sms_received (
  id uuid primary key,
  account_id uuid not null references sms_accounts (id),
  -- The provider's id for it, or a digest of it.
  key text not null,
  -- In E.164 where it can be read.
  phone text not null,
  body text not null,
  -- A bare 1 to 5 shortly after a survey is an answer to it, and no message.
  is_score boolean not null,
  -- Set when it has become a message on a ticket.
  ticket_id uuid,
  sent_at timestamptz,
  received_at timestamptz not null,
  unique (account_id, key)
);
create index sms_received_at on sms_received (received_at desc, id desc);
