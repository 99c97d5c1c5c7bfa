-- What each rule gave in a month, by the time of booking: points, points that it would have given without limits, and of how many members that tells.
-- An order that was edited counts, in the month of the edit, with what its rules give now less what they gave before, also where they give nothing now. Of all
-- months together it counts with what its last revision gives.
-- Points that came back are not taken off; they are in the roll-forward. But an edit gives what is left of the order: where a part had come back before it, the
-- edit takes off what that part was given. 100 points, of which 30 came back, and an edit that adds 20: 90 less 100, so 10 less, where the roll-forward has 20
-- issued.
-- It reads the journal and what was moved out of it, as long as both are in the database; an edit also needs the posting that it edits.
-- Parameters: the month's first millisecond and the next month's, since 1970 in UTC.
with bounds as (
    select cast(? as decimal(19)) as begins, cast(? as decimal(19)) as ends
),
journal as (
    select member, version, kind, request_id, order_id, recorded_at
    from loyalty_posting
    union all
    select member, version, kind, request_id, order_id, recorded_at
    from loyalty_archived_posting
),
awarded as (
    select member, version, rule, points, wanted
    from loyalty_award
    union all
    select member, version, rule, points, wanted
    from loyalty_archived_award
),
purchases as (
    select member, recorded_at, lag(version) over (partition by member, order_id order by version) as edited
    from journal
    where kind = 'COMMAND' and request_id like 'order/%'
),
counted as (
    select j.member, j.version, 1 as factor
    from journal j
    join bounds m on j.recorded_at >= m.begins and j.recorded_at < m.ends
    union all
    select p.member, p.edited, -1 as factor
    from purchases p
    join bounds m on p.recorded_at >= m.begins and p.recorded_at < m.ends
    where p.edited is not null
)
select a.rule, sum(c.factor * a.points) as points, sum(c.factor * a.wanted) as wanted, count(distinct a.member) as members
from counted c
join awarded a on a.member = c.member and a.version = c.version
group by a.rule
order by a.rule;
