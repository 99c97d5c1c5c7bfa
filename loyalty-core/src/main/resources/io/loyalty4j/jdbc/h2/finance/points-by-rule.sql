-- What each rule gave in a month, by the time of booking: points, points that it would have given without limits, and how many members got some.
-- An order that was edited counts with what its rules give now less what they gave before. Points that came back are not taken off; they are in the roll-forward.
-- It reads the journal alone, so a month must be told before its postings are archived.
-- Parameters: the month's first millisecond and the next month's, since 1970 in UTC.
with bounds as (
    select cast(? as bigint) as begins, cast(? as bigint) as ends
),
booked as (
    select p.member, p.version, p.order_id
    from loyalty_posting p
    join bounds m on p.recorded_at >= m.begins and p.recorded_at < m.ends
),
given as (
    select a.member, a.rule, a.points, a.wanted
    from booked b
    join loyalty_award a on a.member = b.member and a.version = b.version
    union all
    select a.member, a.rule, -a.points, -a.wanted
    from booked b
    join loyalty_award a on a.member = b.member and a.version = (
        select max(e.version)
        from loyalty_posting e
        join loyalty_award w on w.member = e.member and w.version = e.version
        where e.member = b.member and e.order_id = b.order_id and e.version < b.version
    )
    where exists (select 1 from loyalty_award n where n.member = b.member and n.version = b.version)
)
select rule, sum(points) as points, sum(wanted) as wanted, count(distinct member) as members
from given
group by rule
order by rule;
