-- What is still to be told of the moves: a table of its own, as an index on all events would slow the import down, and
-- most moves are never told. A row is written in the transaction of its move and deleted once it was told.
create table notice (
  event_id   bigint primary key,
  request_id bigint not null,
  order_id   bigint,
  what_to_do varchar
);
-- One row: who tells, so that one process at a time does it, in the order of the ledger.
create table notice_teller (
  id          smallint primary key,
  owner       varchar(200),
  lease_until timestamp(6) with time zone
);
insert into notice_teller (id) values (1);
