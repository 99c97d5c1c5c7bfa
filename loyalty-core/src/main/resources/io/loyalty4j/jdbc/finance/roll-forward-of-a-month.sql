-- How the points that members have became what they are in a month, by the time of booking; a month that is over never changes.
-- opening and closing: pending, available and held points less debts, of all members, as the last posting of each has them.
-- issued: given. redeemed, restored: paid with, and back from orders. expired, reinstated: lapsed, and brought back by people of the shop.
-- revoked: taken back, debts included. transferred, returned: sent to other members, whose own are issued, and what of it came back.
-- opening + issued - redeemed + restored - expired + reinstated - revoked - transferred + returned = closing.
-- activated, for itself: became usable; it changes no sum.
-- It reads the journal and what was moved out of it, as long as both are in the database.
-- Parameters: the month's first millisecond and the next month's, since 1970 in UTC.
with bounds as (
    select cast(? as decimal(19)) as begins, cast(? as decimal(19)) as ends
),
journal as (
    select member, version, recorded_at, pending + available + held - debt as points
    from loyalty_posting
    union all
    select member, version, recorded_at, pending + available + held - debt as points
    from loyalty_archived_posting
),
entries as (
    select member, version, from_bucket, to_bucket, points
    from loyalty_entry
    union all
    select member, version, from_bucket, to_bucket, points
    from loyalty_archived_entry
),
balances as (
    select recorded_at, points, lead(recorded_at) over (partition by member order by version) as until_at
    from journal
),
opening as (
    select coalesce(sum(b.points), 0) as points
    from balances b
    join bounds m on b.recorded_at < m.begins and (b.until_at is null or b.until_at >= m.begins)
),
closing as (
    select coalesce(sum(b.points), 0) as points
    from balances b
    join bounds m on b.recorded_at < m.ends and (b.until_at is null or b.until_at >= m.ends)
),
moved as (
    select e.from_bucket, e.to_bucket, e.points
    from journal j
    join bounds m on j.recorded_at >= m.begins and j.recorded_at < m.ends
    join entries e on e.member = j.member and e.version = j.version
),
moves as (
    select
        coalesce(sum(case when from_bucket = 'ISSUED' then points end), 0) as issued,
        coalesce(sum(case when to_bucket = 'REDEEMED' then points end), 0) as redeemed,
        coalesce(sum(case when from_bucket = 'REDEEMED' then points end), 0) as restored,
        coalesce(sum(case when to_bucket = 'EXPIRED' then points end), 0) as expired,
        coalesce(sum(case when from_bucket = 'EXPIRED' and to_bucket = 'AVAILABLE' then points end), 0) as reinstated,
        coalesce(sum(case when to_bucket = 'REVOKED' and from_bucket <> 'EXPIRED' then points end), 0) as revoked,
        coalesce(sum(case when to_bucket = 'TRANSFERRED' then points end), 0) as transferred,
        coalesce(sum(case when from_bucket = 'TRANSFERRED' then points end), 0) as returned,
        coalesce(sum(case when from_bucket = 'PENDING' and to_bucket = 'AVAILABLE' then points end), 0) as activated
    from moved
)
select opening.points as opening, issued, redeemed, restored, expired, reinstated, revoked, transferred, returned, closing.points as closing, activated
from opening
cross join moves
cross join closing;
