-- Files that a scheduled look at all names made: what a killed process left of them is gone on with from their rows, and only they may
-- be approved by the policy.
alter table import_file add column scheduled boolean default false not null;
