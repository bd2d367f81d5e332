-- The robots of group chats, by which the desk speaks in WeCom, DingTalk and Feishu. Their addresses are secrets.
create table robots (
  id uuid primary key,
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu')),
  name text not null,
  settings jsonb not null,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
