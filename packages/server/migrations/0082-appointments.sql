-- When somebody has an appointment with the customer (R-078): its holder is called then.
alter table tickets add column appointment_at timestamptz;
create index tickets_appointment on tickets (appointment_at, id) where appointment_at is not null and not is_done;
