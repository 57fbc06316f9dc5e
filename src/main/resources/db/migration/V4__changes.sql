-- Rows that buy nothing, beside those that do: each kind has its own workers.
alter table request add column buys boolean default true not null;
update request set buys = false where purchase_key is null;
drop index request_work;
create index request_work on request (state, buys, id);
-- What of a name only one open request may ask for: the action, and for a record set its name and type.
alter table request add column asked varchar(1100) default '' not null;
update request set asked = action;
drop index request_open;
create unique index request_open on request (domain, asked, open_mark);
