-- At most one mailbox takes what no other one claims; looked at when the transaction ends, since one save changes both.
alter table mailboxes add constraint mailboxes_default
  exclude using btree (is_default with =) where (is_default and archived_at is null) deferrable initially deferred;

-- A fresh desk takes mail at once.
insert into mailboxes (id, name, address, is_default, created_at)
values ('0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a0101', '客服邮箱', 'support@localhost', true, now());
