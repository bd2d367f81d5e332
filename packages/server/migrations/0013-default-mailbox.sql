-- Exactly one mailbox takes what no other one claims, so that a fresh desk takes mail at once.
create unique index mailboxes_default on mailboxes (is_default) where is_default and archived_at is null;
insert into mailboxes (id, name, address, is_default, created_at)
values ('0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a0101', '客服邮箱', 'support@localhost', true, now());
