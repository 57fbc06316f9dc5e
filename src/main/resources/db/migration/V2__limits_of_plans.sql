-- The money limits that a plan was shown with: they hold for its buying, whoever buys and whenever.
alter table import_file add column limit_item numeric(24, 8);
alter table import_file add column limit_run numeric(24, 8);
alter table import_file add column limit_day numeric(24, 8);
alter table import_file add column limit_currency varchar(20);
-- Whether the limit per run was given for this very file; it then stays until another one is given for it.
alter table import_file add column limit_run_given boolean default false not null;
