-- What is known of zones that were changed: when a change was begun whose end was not noted, the zone before it, and the records that
-- the zone was last synced with.
create table if not exists zone (
    name          varchar(255) primary key,
    begun_at      timestamp(6) with time zone,
    restore_point varchar,
    records       varchar,
    changed_at    timestamp(6) with time zone not null
);
-- Its one row is locked while it is decided whether a zone's plan keeps within the limits over all zones.
create table if not exists zone_limit (
    id smallint primary key
);
insert into zone_limit (id) select 1 where not exists (select 1 from zone_limit);
