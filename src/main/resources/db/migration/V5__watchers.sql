-- What the watchers of a row remember between two looks: its task, what was tried, what a person supplied.
alter table request add column memo varchar;
-- What all processes on this ledger have to agree on, such as the key that secrets are sealed with (a sign of it).
create table agreement (
  subject varchar(100) primary key,
  sign    varchar(200) not null
);
