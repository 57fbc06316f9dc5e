-- Dropped files that a process is taking in now, by their name in the inbox: several processes may watch one folder.
create table drop_lock (
    name varchar(1000) primary key,
    owner varchar(200) not null,
    lease_until timestamp(6) with time zone not null
);
