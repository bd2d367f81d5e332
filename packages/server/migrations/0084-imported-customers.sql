-- Customers that come from files: by what a row was known, and the one that was made of it or found again.

alter table imported
  alter column ticket_id drop not null,
  add column customer_id uuid references customers (id),
  add constraint imported_one check (num_nonnulls(ticket_id, customer_id) = 1);

-- Whether somebody is known by another key of the same kind.
create index imported_customer on imported (customer_id) where customer_id is not null;
