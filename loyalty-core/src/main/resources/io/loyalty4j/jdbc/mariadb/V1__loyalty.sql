-- Loyalty4j, schema 1, MariaDB from 10.6 (InnoDB). For Flyway or Liquibase, or JdbcLoyaltyStore.createSchema().
-- Every key begins with the member, so that all of a member's rows may live on one shard. Ids are compared byte for byte.

-- What members hold now. Instants are milliseconds since 1970 in UTC; version counts the postings.
create table loyalty_account (
    member varbinary(80) not null,
    version bigint not null,
    booked_at bigint not null,
    status varchar(16) character set ascii collate ascii_bin not null,
    tier varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    pending bigint not null,
    available bigint not null,
    held bigint not null,
    debt bigint not null,
    idle_at bigint,
    next_due_at bigint,
    program varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    program_from bigint not null,
    hash varbinary(64) not null,
    life longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member)
) engine = InnoDB;
-- Housekeeping asks who is due, and whom a new version of the program has not reached. A member's own work uses no secondary index.
create index loyalty_account_next_due_at on loyalty_account (next_due_at, member);
create index loyalty_account_program_from on loyalty_account (program_from, member);

-- The journal. Nothing in it is ever updated, and nothing deleted except by the archiving user, who moves old rows to the archived_ tables below: insert and
-- select are all that the shop's user needs on it.
create table loyalty_posting (
    member varbinary(80) not null,
    version bigint not null,
    request_id varbinary(450) not null,
    kind varchar(16) character set ascii collate ascii_bin not null,
    order_id varbinary(450),
    occurred_at bigint not null,
    recorded_at bigint not null,
    program varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    actor varchar(256) character set utf8mb4 collate utf8mb4_bin,
    reason varchar(256) character set utf8mb4 collate utf8mb4_bin,
    approver varchar(256) character set utf8mb4 collate utf8mb4_bin,
    pending bigint not null,
    available bigint not null,
    held bigint not null,
    debt bigint not null,
    tier varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    fingerprint varbinary(64) not null,
    command longtext character set utf8mb4 collate utf8mb4_bin not null,
    changes longtext character set utf8mb4 collate utf8mb4_bin not null,
    previous_hash varbinary(64) not null,
    hash varbinary(64) not null,
    primary key (member, version),
    unique (member, request_id)
) engine = InnoDB;

-- Points moved by postings, lot by lot, from one bucket to another. Part of the journal.
create table loyalty_entry (
    member varbinary(80) not null,
    version bigint not null,
    n bigint not null,
    lot varbinary(450) not null,
    from_bucket varchar(16) character set ascii collate ascii_bin not null,
    to_bucket varchar(16) character set ascii collate ascii_bin not null,
    points bigint not null,
    primary key (member, version, n),
    check (points > 0)
) engine = InnoDB;

-- Which rule gave how many points, on which line. Part of the journal.
create table loyalty_award (
    member varbinary(80) not null,
    version bigint not null,
    n bigint not null,
    rule varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    line_id varbinary(80),
    points bigint not null,
    wanted bigint not null,
    reason longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member, version, n)
) engine = InnoDB;

-- Points of one cause with one expiry, by bucket; what has nothing left is kept, for it may come back.
create table loyalty_lot (
    member varbinary(80) not null,
    lot varbinary(450) not null,
    is_open bigint not null,
    source varbinary(450) not null,
    order_id varbinary(450),
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
) engine = InnoDB;

-- What orders have reserved.
create table loyalty_hold (
    member varbinary(80) not null,
    hold varbinary(450) not null,
    order_id varbinary(450) not null,
    reward varbinary(80) not null,
    points bigint not null,
    until_at bigint not null,
    body longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member, hold)
) engine = InnoDB;

-- Numbers that rules go by.
create table loyalty_counter (
    member varbinary(80) not null,
    counter varbinary(450) not null,
    amount bigint not null,
    terms longtext character set utf8mb4 collate utf8mb4_bin,
    until_at bigint,
    primary key (member, counter)
) engine = InnoDB;

-- Rewards that rules have given, by reward and end.
create table loyalty_voucher (
    member varbinary(80) not null,
    voucher varbinary(450) not null,
    amount bigint not null,
    terms longtext character set utf8mb4 collate utf8mb4_bin,
    until_at bigint,
    primary key (member, voucher)
) engine = InnoDB;

-- How orders stand: lines, frozen promises, what has come back.
create table loyalty_position (
    member varbinary(80) not null,
    order_id varbinary(450) not null,
    state varchar(16) character set ascii collate ascii_bin not null,
    revision bigint not null,
    occurred_at bigint not null,
    body longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member, order_id)
) engine = InnoDB;

-- What the shop said of members; the only personal data.
create table loyalty_profile (
    member varbinary(80) not null,
    body longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member)
) engine = InnoDB;

-- What postings send to other members, until it is delivered.
create table loyalty_outbox (
    member varbinary(80) not null,
    version bigint not null,
    n bigint not null,
    receiver varbinary(80) not null,
    request_id varbinary(450) not null,
    sent_at bigint not null,
    body longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member, version, n)
) engine = InnoDB;
-- Housekeeping delivers the oldest first. The table is all but empty.
create index loyalty_outbox_sent_at on loyalty_outbox (sent_at);

-- What members are still to be told, and were told: each commit of postings notes their versions here. Beside the journal: what is lost here is messages alone.
-- From from_version to channels all is null where there is nothing new.
create table loyalty_contact (
    member varbinary(80) not null,
    from_version bigint,
    through_version bigint,
    told bigint,
    attempts bigint,
    channels longtext character set utf8mb4 collate utf8mb4_bin,
    due_at bigint,
    lease varchar(256) character set utf8mb4 collate utf8mb4_bin,
    memory longtext character set utf8mb4 collate utf8mb4_bin,
    primary key (member)
) engine = InnoDB;
-- Housekeeping tells those who are due, the longest due first, and reads no others.
create index loyalty_contact_due_at on loyalty_contact (due_at, member);

-- What was put aside instead of being told, for people to see.
create table loyalty_notice (
    member varbinary(80) not null,
    id varbinary(900) not null,
    state varchar(16) character set ascii collate ascii_bin not null,
    put_at bigint not null,
    kind varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    facts longtext character set utf8mb4 collate utf8mb4_bin not null,
    attempts bigint not null,
    reason varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member, id)
) engine = InnoDB;
-- People look at the oldest of a state first.
create index loyalty_notice_put_at on loyalty_notice (state, put_at, member, id);

-- What all members share: budgets, stock, and what only one may have. The only rows that are no member's.
create table loyalty_allotment (
    allotment varbinary(450) not null,
    first_by varbinary(900),
    used bigint not null,
    granted bigint not null,
    primary key (allotment),
    check (used >= 0 and granted >= 0)
) engine = InnoDB;

-- Open grants of allotments.
create table loyalty_claim (
    allotment varbinary(450) not null,
    claimant varbinary(900) not null,
    points bigint not null,
    claimed_at bigint not null,
    primary key (allotment, claimant)
) engine = InnoDB;
-- Housekeeping settles what was left behind. The table has only what is under way or set aside.
create index loyalty_claim_claimed_at on loyalty_claim (claimed_at);

-- Where the archiving user moves the journal's old rows; the shop's user reads them, to answer repetitions of old requests.
create table loyalty_archived_posting (
    member varbinary(80) not null,
    version bigint not null,
    request_id varbinary(450) not null,
    kind varchar(16) character set ascii collate ascii_bin not null,
    order_id varbinary(450),
    occurred_at bigint not null,
    recorded_at bigint not null,
    program varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    actor varchar(256) character set utf8mb4 collate utf8mb4_bin,
    reason varchar(256) character set utf8mb4 collate utf8mb4_bin,
    approver varchar(256) character set utf8mb4 collate utf8mb4_bin,
    pending bigint not null,
    available bigint not null,
    held bigint not null,
    debt bigint not null,
    tier varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    fingerprint varbinary(64) not null,
    command longtext character set utf8mb4 collate utf8mb4_bin not null,
    changes longtext character set utf8mb4 collate utf8mb4_bin not null,
    previous_hash varbinary(64) not null,
    hash varbinary(64) not null,
    primary key (member, version),
    unique (member, request_id)
) engine = InnoDB;

create table loyalty_archived_entry (
    member varbinary(80) not null,
    version bigint not null,
    n bigint not null,
    lot varbinary(450) not null,
    from_bucket varchar(16) character set ascii collate ascii_bin not null,
    to_bucket varchar(16) character set ascii collate ascii_bin not null,
    points bigint not null,
    primary key (member, version, n),
    check (points > 0)
) engine = InnoDB;

create table loyalty_archived_award (
    member varbinary(80) not null,
    version bigint not null,
    n bigint not null,
    rule varchar(256) character set utf8mb4 collate utf8mb4_bin not null,
    line_id varbinary(80),
    points bigint not null,
    wanted bigint not null,
    reason longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (member, version, n)
) engine = InnoDB;

-- The version of all this.
create table loyalty_schema (version int not null, primary key (version)) engine = InnoDB;
insert into loyalty_schema (version) values (1);
