-- What the order of a row would carry and may be, settings included, as it was when its price was asked.
alter table request add column terms varchar;
