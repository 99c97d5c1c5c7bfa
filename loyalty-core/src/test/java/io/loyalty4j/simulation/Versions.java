package io.loyalty4j.simulation;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.simulation.Rules.Lapse;
import io.loyalty4j.simulation.Rules.Offer;
import io.loyalty4j.simulation.Sale.Promise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Random versions of a program; some of them restless: points lapse soon, are held long, and are given back with grace. */
final class Versions {
    private final Chance chance;
    private final boolean restless;

    Versions(Chance chance) {
        this.chance = chance;
        this.restless = chance.percent(30);
    }

    Rules of(int number, Optional<LocalDate> from) {
        return new Rules(
                number,
                ZoneId.of(chance.of("UTC", "America/New_York", "Australia/Lord_Howe")),
                from,
                new Promise(chance.between(1, 2), chance.between(5, 25), chance.between(500, 3000)),
                chance.between(5, 20),
                chance.percent(restless ? 90 : 60) ? 0 : chance.between(1, 10),
                chance.percent(25),
                lapse(),
                restless ? 480 : chance.of(1, 1, 24, 240),
                offers(),
                policies());
    }

    private Lapse lapse() {
        return restless
                ? new Lapse(chance.of(Lapse.Kind.AGE, Lapse.Kind.PAUSE), chance.between(1, 6))
                : new Lapse(chance.of(Lapse.Kind.values()), chance.between(1, 60));
    }

    private Map<String, Offer> offers() {
        Map<String, Offer> offers = new TreeMap<>();
        offers.put("two", new Offer(chance.between(3, 15), 150, 0));
        if (chance.percent(90)) {
            offers.put("five", new Offer(chance.between(10, 35), 400, chance.percent(50) ? 0 : 1000));
        }
        return offers;
    }

    private List<Policy> policies() {
        return List.of(
                chance.of(Policy.PayingOrder.values()),
                chance.of(
                        Policy.ClawBack.INTO_DEBT,
                        Policy.ClawBack.INTO_DEBT,
                        Policy.ClawBack.WITHIN_BALANCE,
                        Policy.ClawBack.WITHIN_BALANCE,
                        Policy.ClawBack.PENDING_ONLY),
                restless && chance.percent(80)
                        ? Policy.RedeemedOnReturn.PROPORTIONAL
                        : chance.of(Policy.RedeemedOnReturn.values()),
                restless && chance.percent(80)
                        ? Policy.RestoredAfterExpiry.GRACE_30_DAYS
                        : chance.of(Policy.RestoredAfterExpiry.values()),
                chance.of(Policy.LapsedHold.values()),
                chance.of(Policy.EarnOnPointsPaid.values()),
                chance.percent(90) ? Policy.Enrolment.AT_FIRST_COMMAND : Policy.Enrolment.EXPLICIT);
    }
}
