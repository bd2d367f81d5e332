-- A person wants the parked events of a follower handled again; the follower takes the row away when it has tried.
create table replays (
  follower text primary key references followers (name),
  at timestamptz not null
);

-- Who serves this desk: each process says every few seconds that it is there, and takes its row along when it stops.
create table processes (
  id uuid primary key,
  role text not null,
  version text not null,
  host text not null,
  pid integer not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
