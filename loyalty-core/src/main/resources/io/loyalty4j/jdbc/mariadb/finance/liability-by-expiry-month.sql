-- What the shop owes its members in points now, by the month in which they lapse if nothing happens until then: the sooner of a lot's own end and the end
-- of inactivity, which is the later of the lot's and the account's. Points that never lapse stand under 'never'.
-- pending: given, not usable yet. available: usable. held: reserved by orders. What members owe is not taken off; it is the sum of debt in loyalty_account.
-- Run it after housekeeping, or what has lapsed and is not booked yet stands under a month that is over.
-- Parameter: the zone of the months, 'Europe/London' if the server's time zone tables are filled, else '+01:00'. Months of a zone that the server
-- does not know are null.
select lapses_in,
       sum(pending) as pending,
       sum(available) as available,
       sum(held) as held
from (
    select case when lapses_at is null then 'never'
                else date_format(convert_tz(timestamp('1970-01-01 00:00:00') + interval (lapses_at * 1000) microsecond, '+00:00', ?), '%Y-%m')
           end as lapses_in, pending, available, held
    from (
        select pending, available, held,
               case when idle_at is null or expires_at < idle_at then expires_at else idle_at end as lapses_at
        from (
            select l.pending, l.available, l.held, l.expires_at,
                   case when l.idle_at < a.idle_at then a.idle_at else l.idle_at end as idle_at
            from loyalty_lot l
            join loyalty_account a on a.member = l.member
            where l.is_open = 1
        ) open_lots
    ) lapsing
) by_month
group by lapses_in
order by lapses_in;
