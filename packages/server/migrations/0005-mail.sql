-- The lossless ledger: every accepted mail has a row and its raw bytes before the sender hears 250, and exactly one outcome.
create table mails (
  id uuid primary key,
  mailbox_id uuid references mailboxes (id),
  envelope_from text not null,
  envelope_to text[] not null,
  header_from text,
  subject text,
  mail_id text collate "C",
  storage_key text not null,
  size bigint not null,
  sha256 text not null,
  outcome text not null default 'pending'
    check (outcome in ('pending', 'opened', 'appended', 'bounce', 'automatic', 'loop', 'duplicate', 'quarantined')),
  -- A person says that it is a customer's mail, whatever it looks like.
  wanted boolean not null default false,
  ticket_id uuid references tickets (id),
  message_id uuid references messages (id),
  delivery_id uuid references deliveries (id),
  tries integer not null default 0,
  error text,
  received_at timestamptz not null,
  settled_at timestamptz
);
create index mails_outcome on mails (outcome, received_at desc, id desc);
create index mails_received on mails (received_at desc, id desc);
create index mails_mail_id on mails (mail_id);

create table acknowledgements (
  address text collate "C" not null,
  at timestamptz not null,
  ticket_id uuid not null
);
create index acknowledgements_address on acknowledgements (address, at);
