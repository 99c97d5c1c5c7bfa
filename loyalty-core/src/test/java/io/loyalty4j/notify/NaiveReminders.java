package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What Ana is to be reminded of, reckoned hour by hour from all that she ever did, without a thought of what comes next. */
final class NaiveReminders {
    final List<String> told = new ArrayList<>();
    final SortedMap<Instant, String> orders = new TreeMap<>();
    final Set<String> cancelled = new HashSet<>();

    private final SortedMap<String, Moment> moments;
    private final ZoneId zone;
    private final Map<String, List<Instant>> times = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Map<LocalDate, Long> expiring = new HashMap<>();
    private Optional<MonthDay> birthday = Optional.empty();
    private ZoneId home;
    private Instant birthdaySince = Instant.EPOCH;

    NaiveReminders(SortedMap<String, Moment> moments, ZoneId zone) {
        this.moments = moments;
        this.zone = zone;
        this.home = zone;
    }

    void born(String monthAndDay, ZoneId where, Instant now) {
        Optional<MonthDay> day = Optional.of(MonthDay.parse("--" + monthAndDay));
        if (!day.equals(birthday)) {
            birthday = day;
            birthdaySince = now;
        }
        home = where;
    }

    void hour(Account account, Instant now) {
        expiring.clear();
        for (String id : moments.keySet()) {
            Moment moment = moments.get(id);
            LocalDate today = now.atZone(zone).toLocalDate();
            switch (moment.kind()) {
                case BIRTHDAY -> birthday(id, moment, now);
                case ANNIVERSARY -> anniversary(id, moment, account, now);
                case AFTER_ORDER -> orders.forEach((at, order) -> {
                    Instant due = at.plus(moment.pause());
                    boolean near = !now.isBefore(due) && now.isBefore(due.plus(Duration.ofDays(7)));
                    if (near && !cancelled.contains(order) && !order.startsWith("B")) {
                        tell(id, moment, order, now);
                    }
                });
                case BEFORE_EXPIRY -> {
                    for (LocalDate day = today.minusDays(1);
                            !day.minus(moment.ahead()).isAfter(today);
                            day = day.plusDays(1)) {
                        if (!day.isBefore(today) && expiringBy(account, day) > expiringBy(account, day.minusDays(1))) {
                            tell(id, moment, day.toString(), now);
                        }
                    }
                }
                case TIER_AT_RISK ->
                    account.tier()
                            .atRisk(today, moment.ahead())
                            .ifPresent(way -> tell(
                                    id, moment, account.tier().until().orElseThrow().toString(), now));
                case DORMANT -> dormant(id, moment, now);
            }
        }
    }

    private long expiringBy(Account account, LocalDate day) {
        return expiring.computeIfAbsent(day, account::expiringBy);
    }

    private void birthday(String id, Moment moment, Instant now) {
        LocalDate today = now.atZone(home).toLocalDate();
        for (LocalDate day = today.minusDays(6); !day.isAfter(today); day = day.plusDays(1)) {
            MonthDay kept = birthday.orElse(null);
            boolean common = MonthDay.of(2, 29).equals(kept) && !day.isLeapYear();
            boolean is = MonthDay.from(day).equals(common ? MonthDay.of(2, 28) : kept);
            LocalDate known = birthdaySince.atZone(home).toLocalDate();
            boolean cool = !known.plus(moment.coolingOff()).isAfter(day);
            LocalDate that = day;
            boolean rare = times.getOrDefault(id, List.of()).stream()
                    .noneMatch(at -> at.atZone(home).toLocalDate().plus(Period.ofMonths(6)).isAfter(that));
            if (is && cool && rare) {
                tell(id, moment, Integer.toString(day.getYear()), now);
            }
        }
    }

    private void anniversary(String id, Moment moment, Account account, Instant now) {
        LocalDate came = account.since().orElseThrow().atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int years = 1; years < 5; years++) {
            LocalDate day = came.plusYears(years);
            if (!day.isAfter(today) && today.isBefore(day.plusDays(7))) {
                tell(id, moment, Integer.toString(years), now);
            }
        }
    }

    private void dormant(String id, Moment moment, Instant now) {
        if (orders.isEmpty()) {
            return;
        }
        List<Instant> latest = new ArrayList<>(orders.keySet());
        Instant last = latest.get(latest.size() - 1);
        Instant due;
        if (moment.rhythm() == 0) {
            due = last.atZone(zone).plus(moment.ahead()).toInstant();
        } else {
            List<Long> gaps = new ArrayList<>();
            for (int i = Math.max(1, latest.size() - 12); i < latest.size(); i++) {
                gaps.add(Duration.between(latest.get(i - 1), latest.get(i)).toMillis());
            }
            if (gaps.size() < 2) {
                return;
            }
            gaps.sort(null);
            long twice = gaps.get((gaps.size() - 1) / 2) + gaps.get(gaps.size() / 2);
            due = last.plusMillis(Math.max(twice / 2, 86_400_000L) * moment.rhythm());
        }
        if (!now.isBefore(due) && now.isBefore(due.plus(Duration.ofDays(30)))) {
            tell(id, moment, last.toString(), now);
        }
    }

    private void tell(String id, Moment moment, String cause, Instant now) {
        List<Instant> before = times.computeIfAbsent(id, some -> new ArrayList<>());
        boolean room = moment.times().stream()
                .allMatch(limit -> before.stream().filter(at -> same(limit.per(), at, now)).count() < limit.most());
        if (room && done.add(id + "/" + cause)) {
            before.add(now);
            told.add(now + " ana/~" + id + "/" + cause);
        }
    }

    private boolean same(Window per, Instant one, Instant other) {
        LocalDate first = one.atZone(zone).toLocalDate();
        LocalDate second = other.atZone(zone).toLocalDate();
        return per.rolls()
                ? first.plus(per.days().orElseThrow()).isAfter(second)
                : per.startOf(first).equals(per.startOf(second));
    }
}
