-- What other systems entrust to us, encrypted with a key that is not in this database. `proof` tells a key from another one
-- of the same name.
create table secret_keys (
  id text primary key,
  proof text not null,
  created_at timestamptz not null
);
create table secrets (
  owner_id uuid not null,
  name text not null,
  key_id text not null references secret_keys (id),
  sealed text not null,
  -- The last letters of a long one, by which a person recognises it.
  hint text not null,
  updated_at timestamptz not null,
  primary key (owner_id, name)
);
