-- A closed plan has a code of its own, by which it is approved; plan_digest is the whole SHA-256 of what is approved. Plans that wait
-- get theirs when the ledger is opened: their digest has to be computed anew.
alter table import_file add column if not exists plan_code varchar(9);
create unique index if not exists import_file_plan_code on import_file (plan_code);
-- Who dropped or imported the file; null where an earlier version took it in.
alter table import_file add column if not exists dropped_by varchar(200);
-- Who ended what was not begun of it: by rejecting its plan, by cancelling the file, or by a newer file of its name.
alter table import_file add column if not exists cancelled_by varchar(200);
alter table import_file add column if not exists cancelled_at timestamp(6) with time zone;
alter table import_file add column if not exists cancelled_why varchar;
-- Plans that wait and of which nobody was told yet: written in the transaction that closes the plan, deleted once it was told or
-- waits no more.
create table if not exists plan_notice (
    plan_code varchar(9) primary key,
    file_id   bigint not null,
    due_at    timestamp(6) with time zone not null
);
