-- Which name an order was made for, so that a renewal need not read every order of other names. A table of its own, as one
-- more index on all rows would slow the import down.
create table made_order (
    order_id bigint primary key,
    domain varchar(255) not null
);

insert into made_order (order_id, domain)
select order_id, min(domain) from request where order_id is not null group by order_id;
