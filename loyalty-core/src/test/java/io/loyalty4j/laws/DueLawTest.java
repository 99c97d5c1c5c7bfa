package io.loyalty4j.laws;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Time on random accounts whose points wait for dates and for goods, are held, lapse, and whose owners rise, fall, are frozen and leave. */
class DueLawTest {
    private static final int ACCOUNTS = 60;
    private static final int STEPS = 40;

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void theNextDueInstantIsExactAndTheStepsDoNotMatter() {
        long seed = Chance.seed();
        for (int i = 0; i < ACCOUNTS; i++) {
            long own = Chance.seed(seed, i);
            try {
                live(Chance.of(own));
            } catch (LawBroken e) {
                throw new AssertionError("loyalty4j.laws.seed=" + own + ": " + e.getMessage(), e);
            }
        }
        assertThat(seen)
                .as("what came to pass")
                .containsOnlyKeys(
                        "activation",
                        "closed",
                        "frozen",
                        "held points that lapse",
                        "lapse",
                        "nothing",
                        "time-out",
                        "tier",
                        "waits for the goods")
                .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(5));
    }

    private void live(Chance chance) {
        Shop shop = Shop.with(program(chance));
        for (int step = 0; step < STEPS; step++) {
            Order order =
                    shop.order("o-" + chance.below(12), line("goods", "40.00").times(2), line("pin", "7.00"));
            act(shop, order, chance);
            shop.passes(chance.percent(70) ? Duration.ofMinutes(chance.below(90)) : Period.ofDays(chance.below(40)));
            shop.store().find(Shop.ANA).ifPresent(account -> check(account, chance));
        }
        assertThat(shop.journal().verify().findings()).isEmpty();
    }

    private static ProgramBuilder program(Chance chance) {
        return aPointPerDollar()
                .zone(chance.of("America/New_York", "Africa/Cairo", "America/Santiago", "Pacific/Kiritimati"))
                .activation(chance.of(
                        Activation.atOnce(),
                        Activation.after(Period.ofDays(14)),
                        Activation.onFulfilment(),
                        Activation.afterFulfilment(Period.ofDays(10))))
                .expiry(chance.of(
                        Expiry.never(),
                        Expiry.after(Period.ofDays(20)),
                        Expiry.after(Period.ofMonths(2)),
                        Expiry.afterInactivity(Period.ofDays(30))))
                .tiers(TierLadder.bySpend()
                        .per(chance.of(Window.MONTH, Window.YEAR))
                        .base("BASE")
                        .tier("SILVER", 90)
                        .tier("GOLD", 250))
                .reward("some", discount("1.00").costs(30))
                .reward("more", discount("2.00").costs(80))
                .holdsLast(chance.of(Duration.ofHours(1), Duration.ofDays(30)))
                .policy(chance.of(Policy.RestoredAfterExpiry.values()))
                .policy(chance.of(Policy.ClawBack.values()));
    }

    private static void act(Shop shop, Order order, Chance chance) {
        switch (chance.weighted(8, 5, 2, 4, 5, 1, 1, 4)) {
            case 0 -> shop.engine().purchase(order);
            case 1 -> shop.engine().reserve(order.redeem(chance.of("some", "more")));
            case 2 -> shop.engine().cancel(order);
            case 3 ->
                shop.engine()
                        .refund(Refund.of(order, "r-" + shop.now().toEpochMilli())
                                .line("goods", 1));
            case 4 -> shop.engine().execute(order.fulfilment());
            case 5 ->
                staff(shop, StatusChange.freeze(Shop.ANA, "f-" + shop.now().toEpochMilli()));
            case 6 ->
                staff(
                        shop,
                        chance.percent(80)
                                ? StatusChange.unfreeze(
                                        Shop.ANA, "u-" + shop.now().toEpochMilli())
                                : StatusChange.close(Shop.ANA, "c-" + shop.now().toEpochMilli()));
            default -> shop.engine().runDue(shop.now());
        }
    }

    private static void staff(Shop shop, StatusChange change) {
        shop.engine().execute(change.by("agent").because("said so"));
    }

    private void check(Account account, Chance chance) {
        Advancing.check(account, chance);
        List<Posting> postings = Dues.check(account, chance);
        note("nothing", postings.isEmpty());
        note("frozen", account.status() == Account.Status.FROZEN && !postings.isEmpty());
        note("closed", account.status() == Account.Status.CLOSED);
        note(
                "waits for the goods",
                account.lots().stream()
                        .anyMatch(lot -> lot.in(Bucket.PENDING) > 0
                                && lot.terms().activates().toString().startsWith("9999")));
        for (Posting posting : postings) {
            boolean lapses = posting.moved(Bucket.AVAILABLE, Bucket.EXPIRED) > 0;
            boolean freed = posting.moved(Bucket.HELD, Bucket.AVAILABLE) > 0;
            note("activation", posting.moved(Bucket.PENDING, Bucket.AVAILABLE) > 0);
            note("lapse", lapses && !freed);
            note("time-out", freed);
            note("held points that lapse", lapses && freed);
            note("tier", posting.changes(Change.StandingSet.class).findAny().isPresent());
        }
    }

    private void note(String what, boolean so) {
        if (so) {
            seen.merge(what, 1, Integer::sum);
        }
    }
}
