package io.loyalty4j.simulation;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.simulation.Sale.Promise;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a program, in figures that the model reckons with.
 *
 * @param number versions follow each other by it
 * @param from the day on which it begins; empty of the first
 * @param review points for a review
 * @param days until points are usable
 * @param withGoods whether those days begin when an order's goods are handed over
 * @param holding hours for which an order may keep points back
 * @param offers rewards by id
 */
record Rules(
        int number,
        ZoneId zone,
        Optional<LocalDate> from,
        Promise promise,
        int review,
        int days,
        boolean withGoods,
        Lapse lapse,
        int holding,
        Map<String, Offer> offers,
        List<Policy> policies) {
    static final String DOUBLED = "double";
    private static final int GRACE = 30;

    LoyaltyProgram program() {
        ProgramBuilder builder = LoyaltyProgram.named("simulated")
                .version(String.valueOf(number))
                .currency("USD")
                .zone(zone.getId())
                .earn("base", points(promise.rate()).per("1.00"))
                .earn("double", multiplier(2).on(category(DOUBLED)))
                .earn("bonus", points(promise.bonus()).perOrder().when(orderFrom(money(promise.bonusFrom()))))
                .earn("review", points(review).forActivity("review"))
                .activation(
                        withGoods
                                ? Activation.afterFulfilment(Period.ofDays(days))
                                : Activation.after(Period.ofDays(days)))
                .expiry(lapse.expiry())
                .holdsLast(Duration.ofHours(holding));
        from.ifPresent(day -> builder.inForceFrom(day.toString()));
        policies.forEach(builder::policy);
        offers.forEach((id, offer) -> builder.reward(id, offer.reward()));
        return builder.build();
    }

    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toString();
    }

    boolean says(Policy choice) {
        return policies.contains(choice);
    }

    /** When it begins. */
    long begins() {
        return from.map(day -> day.atStartOfDay(zone).toInstant().toEpochMilli())
                .orElse(0L);
    }

    /** For an order of which it may be known when its goods were handed over. */
    Grant grant(String id, Sale sale) {
        Grant grant = new Grant(id, sale.name, sale.happened, Grant.WAITING, Grant.NEVER, Grant.NEVER);
        if (!withGoods || sale.handedOver.isPresent()) {
            date(grant, sale.handedOver.orElse(sale.happened));
        }
        return grant;
    }

    Grant grant(String id, String cause, long happened) {
        Grant grant = new Grant(id, cause, happened, Grant.WAITING, Grant.NEVER, Grant.NEVER);
        date(grant, happened);
        return grant;
    }

    /** Says from when on it is usable, and how long. */
    void date(Grant grant, long from) {
        grant.usable = Instant.ofEpochMilli(from)
                .atZone(zone)
                .plusDays(days)
                .toInstant()
                .toEpochMilli();
        grant.ends = lapse.byAge() ? endOfDay(grant.usable, lapse.days()) : Grant.NEVER;
        grant.idle = pause(grant.usable).orElse(Grant.NEVER);
    }

    /** Until when a member counts as active who was so at an instant; empty if that is no matter. */
    Optional<Long> pause(long at) {
        return lapse.kind() == Lapse.Kind.PAUSE ? Optional.of(endOfDay(at, lapse.days())) : Optional.empty();
    }

    long endOfGrace(long now) {
        return endOfDay(now, GRACE);
    }

    long endOfHold(long now) {
        return now + Duration.ofHours(holding).toMillis();
    }

    private long endOfDay(long from, int daysLater) {
        LocalDate day = Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
        return day.plusDays(daysLater + 1L).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** When points lapse: never, by age, or after a pause, in days. */
    record Lapse(Kind kind, int days) {
        boolean byAge() {
            return kind == Kind.AGE;
        }

        Expiry expiry() {
            return switch (kind) {
                case NEVER -> Expiry.never();
                case AGE -> Expiry.after(Period.ofDays(days));
                case PAUSE -> Expiry.afterInactivity(Period.ofDays(days));
            };
        }

        /** What it goes by. */
        enum Kind {
            NEVER,
            AGE,
            PAUSE
        }
    }

    /**
     * A reward.
     *
     * @param worth off the order, in cents
     * @param least for orders from an amount, in cents; 0 if for all
     */
    record Offer(int points, long worth, long least) {
        Reward reward() {
            Reward plain = discount(money(worth)).costs(points);
            return least > 0 ? plain.when(orderFrom(money(least))) : plain;
        }
    }
}
