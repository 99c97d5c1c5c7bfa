-- What the shop's user needs of the tables, and no more: H2. Put the user's name for shop.
-- The owner of the tables, who creates and migrates them, is another user.

-- The journal is written once and never changed; nobody deletes from it except the archiving user below.
grant select, insert on loyalty_posting to shop;
grant select, insert on loyalty_entry to shop;
grant select, insert on loyalty_award to shop;

-- What was moved out of it, to answer repetitions of old requests.
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

-- What members are told, and what was put aside.
grant select, insert, update, delete on loyalty_contact to shop;
grant select, insert, update, delete on loyalty_notice to shop;

-- What all members share.
grant select, insert, update, delete on loyalty_allotment to shop;
grant select, insert, delete on loyalty_claim to shop;

grant select on loyalty_schema to shop;

-- What the archiving user needs, who runs JdbcLoyaltyStore.archive(..) and is another than the shop's: all that the shop's user has, as above, since a checkpoint
-- is booked as everything is, and these. Put that user's name for archivist; without archiving leave them out.
grant delete on loyalty_posting to archivist;
grant delete on loyalty_entry to archivist;
grant delete on loyalty_award to archivist;
grant insert on loyalty_archived_posting to archivist;
grant insert on loyalty_archived_entry to archivist;
grant insert on loyalty_archived_award to archivist;
