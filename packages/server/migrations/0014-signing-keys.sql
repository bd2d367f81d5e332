-- One key a purpose, made at first use: what is signed for one purpose is worth nothing for another.
create table signing_keys (
  purpose text primary key,
  key text not null,
  created_at timestamptz not null default now()
);
