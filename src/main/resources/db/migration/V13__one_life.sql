-- One life for all rows: what buys and what changes are done and awaited in the same states. Each statement may be run again.
update request set state = 'EXECUTING' where state in ('BUYING', 'CHANGING');
update request set state = 'AWAITING' where state = 'ORDERED';
update event set from_state = 'EXECUTING' where from_state in ('BUYING', 'CHANGING');
update event set from_state = 'AWAITING' where from_state = 'ORDERED';
update event set to_state = 'EXECUTING' where to_state in ('BUYING', 'CHANGING');
update event set to_state = 'AWAITING' where to_state = 'ORDERED';
update event set event = 'START' where event = 'CHANGE';
update event set event = 'RESUME' where event in ('RESUME_PURCHASE', 'RESUME_CHANGE');
update event set event = 'RESUME_WAITING' where event = 'RESUME_DELIVERY';
