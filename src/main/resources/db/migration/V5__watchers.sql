-- What the watchers of a row remember between two looks: its task, what was tried, what a person supplied.
alter table request add column memo varchar;
