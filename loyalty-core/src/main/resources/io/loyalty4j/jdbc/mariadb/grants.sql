-- What the shop's user needs of the tables, and no more: MariaDB, to be run in the database of the tables. Put the user's name for shop.
-- The owner of the tables, who creates and migrates them, is another user.

-- The journal is written once and never changed, by nobody.
grant select, insert on loyalty_posting to shop;
grant select, insert on loyalty_entry to shop;
grant select, insert on loyalty_award to shop;

-- What was moved out of it. Whoever archives is a user of their own, who may also insert here and delete from the journal.
grant select on loyalty_archived_posting to shop;
grant select on loyalty_archived_entry to shop;
grant select on loyalty_archived_award to shop;

-- What members hold now. Accounts, lots and orders stay for ever.
grant select, insert, update on loyalty_account to shop;
grant select, insert, update on loyalty_lot to shop;
grant select, insert, update on loyalty_position to shop;
grant select, insert, update, delete on loyalty_hold to shop;
grant select, insert, update, delete on loyalty_counter to shop;
grant select, insert, update, delete on loyalty_voucher to shop;
grant select, insert, update, delete on loyalty_profile to shop;

-- Messages wait and go.
grant select, insert, delete on loyalty_outbox to shop;

-- What all members share.
grant select, insert, update, delete on loyalty_allotment to shop;
grant select, insert, delete on loyalty_claim to shop;

grant select on loyalty_schema to shop;
