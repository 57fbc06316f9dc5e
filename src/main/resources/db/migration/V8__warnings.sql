-- Names that come near their expiry: each is told of once for a tier, whichever node looks and however often.
create table renewal_warning (
    domain    varchar(255) not null,
    expires   date not null,
    tier      int not null,
    text      varchar(2000) not null,
    tell      varchar(500),
    attention boolean not null,
    noted_at  timestamp(6) with time zone not null,
    told      boolean not null,
    lease_until timestamp(6) with time zone,
    primary key (domain, expires, tier)
);
create index renewal_warning_untold on renewal_warning (told, expires);
