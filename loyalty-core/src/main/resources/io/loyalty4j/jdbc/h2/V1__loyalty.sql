-- Loyalty4j, schema 1, H2 from 2.2. For Flyway or Liquibase, or JdbcLoyaltyStore.createSchema().
-- Every key begins with the member, so that all of a member's rows may live on one shard. Ids are compared byte for byte.

-- What members hold now. Instants are milliseconds since 1970 in UTC; version counts the postings.
create table loyalty_account (
    member varchar(80) not null,
    version bigint not null,
    booked_at bigint not null,
    status varchar(16) not null,
    tier varchar(256) not null,
    pending bigint not null,
    available bigint not null,
    held bigint not null,
    debt bigint not null,
    idle_at bigint,
    next_due_at bigint,
    program varchar(256) not null,
    program_from bigint not null,
    hash varchar(64) not null,
    life clob not null,
    primary key (member)
);
-- Housekeeping asks who is due, and whom a new version of the program has not reached. A member's own work uses no secondary index.
create index loyalty_account_next_due_at on loyalty_account (next_due_at, member);
create index loyalty_account_program_from on loyalty_account (program_from, member);

-- The journal. Nothing in it is ever updated, and nothing deleted except by the archiving user, who moves old rows to the archived_ tables below: insert and
-- select are all that the shop's user needs on it.
create table loyalty_posting (
    member varchar(80) not null,
    version bigint not null,
    request_id varchar(450) not null,
    kind varchar(16) not null,
    order_id varchar(450),
    occurred_at bigint not null,
    recorded_at bigint not null,
    program varchar(256) not null,
    actor varchar(256),
    reason varchar(256),
    approver varchar(256),
    pending bigint not null,
    available bigint not null,
    held bigint not null,
    debt bigint not null,
    tier varchar(256) not null,
    fingerprint varchar(64) not null,
    command clob not null,
    changes clob not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    primary key (member, version),
    unique (member, request_id)
);

-- Points moved by postings, lot by lot, from one bucket to another. Part of the journal.
create table loyalty_entry (
    member varchar(80) not null,
    version bigint not null,
    n bigint not null,
    lot varchar(450) not null,
    from_bucket varchar(16) not null,
    to_bucket varchar(16) not null,
    points bigint not null,
    primary key (member, version, n),
    check (points > 0)
);

-- Which rule gave how many points, on which line. Part of the journal.
create table loyalty_award (
    member varchar(80) not null,
    version bigint not null,
    n bigint not null,
    rule varchar(256) not null,
    line_id varchar(80),
    points bigint not null,
    wanted bigint not null,
    reason clob not null,
    primary key (member, version, n)
);

-- Points of one cause with one expiry, by bucket; what has nothing left is kept, for it may come back.
create table loyalty_lot (
    member varchar(80) not null,
    lot varchar(450) not null,
    is_open bigint not null,
    source varchar(450) not null,
    order_id varchar(450),
    original bigint not null,
    opened_at bigint not null,
    activates_at bigint not null,
    expires_at bigint,
    idle_at bigint,
    redated bigint not null,
    issued bigint not null,
    pending bigint not null,
    available bigint not null,
    held bigint not null,
    redeemed bigint not null,
    expired bigint not null,
    revoked bigint not null,
    transferred bigint not null,
    debt bigint not null,
    primary key (member, lot),
    check (issued + pending + available + held + redeemed + expired + revoked + transferred + debt = 0),
    check (pending >= 0 and available >= 0 and held >= 0)
);

-- What orders have reserved.
create table loyalty_hold (
    member varchar(80) not null,
    hold varchar(450) not null,
    order_id varchar(450) not null,
    reward varchar(80) not null,
    points bigint not null,
    until_at bigint not null,
    body clob not null,
    primary key (member, hold)
);

-- Numbers that rules go by.
create table loyalty_counter (
    member varchar(80) not null,
    counter varchar(450) not null,
    amount bigint not null,
    terms clob,
    until_at bigint,
    primary key (member, counter)
);

-- Rewards that rules have given, by reward and end.
create table loyalty_voucher (
    member varchar(80) not null,
    voucher varchar(450) not null,
    amount bigint not null,
    terms clob,
    until_at bigint,
    primary key (member, voucher)
);

-- How orders stand: lines, frozen promises, what has come back.
create table loyalty_position (
    member varchar(80) not null,
    order_id varchar(450) not null,
    state varchar(16) not null,
    revision bigint not null,
    occurred_at bigint not null,
    body clob not null,
    primary key (member, order_id)
);

-- What the shop said of members; the only personal data.
create table loyalty_profile (
    member varchar(80) not null,
    body clob not null,
    primary key (member)
);

-- What postings send to other members, until it is delivered.
create table loyalty_outbox (
    member varchar(80) not null,
    version bigint not null,
    n bigint not null,
    receiver varchar(80) not null,
    request_id varchar(450) not null,
    sent_at bigint not null,
    body clob not null,
    primary key (member, version, n)
);
-- Housekeeping delivers the oldest first. The table is all but empty.
create index loyalty_outbox_sent_at on loyalty_outbox (sent_at);

-- What members are still to be told, and were told: each commit of postings notes their versions here. Beside the journal: what is lost here is messages alone.
-- From from_version to channels all is null where there is nothing new.
create table loyalty_contact (
    member varchar(80) not null,
    from_version bigint,
    through_version bigint,
    told bigint,
    attempts bigint,
    channels clob,
    due_at bigint,
    lease varchar(256),
    memory clob,
    primary key (member)
);
-- Housekeeping tells those who are due, the longest due first, and reads no others.
create index loyalty_contact_due_at on loyalty_contact (due_at, member);

-- What was put aside instead of being told, for people to see.
create table loyalty_notice (
    member varchar(80) not null,
    id varchar(900) not null,
    state varchar(16) not null,
    put_at bigint not null,
    kind varchar(256) not null,
    facts clob not null,
    attempts bigint not null,
    reason varchar(500) not null,
    primary key (member, id)
);
-- People look at the oldest of a state first.
create index loyalty_notice_put_at on loyalty_notice (state, put_at, member, id);

-- What all members share: budgets, stock, and what only one may have. The only rows that are no member's.
create table loyalty_allotment (
    allotment varchar(450) not null,
    first_by varchar(900),
    used bigint not null,
    granted bigint not null,
    primary key (allotment),
    check (used >= 0 and granted >= 0)
);

-- Open grants of allotments.
create table loyalty_claim (
    allotment varchar(450) not null,
    claimant varchar(900) not null,
    points bigint not null,
    claimed_at bigint not null,
    primary key (allotment, claimant)
);
-- Housekeeping settles what was left behind. The table has only what is under way or set aside.
create index loyalty_claim_claimed_at on loyalty_claim (claimed_at);

-- Where the archiving user moves the journal's old rows; the shop's user reads them, to answer repetitions of old requests.
create table loyalty_archived_posting (
    member varchar(80) not null,
    version bigint not null,
    request_id varchar(450) not null,
    kind varchar(16) not null,
    order_id varchar(450),
    occurred_at bigint not null,
    recorded_at bigint not null,
    program varchar(256) not null,
    actor varchar(256),
    reason varchar(256),
    approver varchar(256),
    pending bigint not null,
    available bigint not null,
    held bigint not null,
    debt bigint not null,
    tier varchar(256) not null,
    fingerprint varchar(64) not null,
    command clob not null,
    changes clob not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    primary key (member, version),
    unique (member, request_id)
);

create table loyalty_archived_entry (
    member varchar(80) not null,
    version bigint not null,
    n bigint not null,
    lot varchar(450) not null,
    from_bucket varchar(16) not null,
    to_bucket varchar(16) not null,
    points bigint not null,
    primary key (member, version, n),
    check (points > 0)
);

create table loyalty_archived_award (
    member varchar(80) not null,
    version bigint not null,
    n bigint not null,
    rule varchar(256) not null,
    line_id varchar(80),
    points bigint not null,
    wanted bigint not null,
    reason clob not null,
    primary key (member, version, n)
);

-- The version of all this.
create table loyalty_schema (version int not null, primary key (version));
insert into loyalty_schema (version) values (1);
