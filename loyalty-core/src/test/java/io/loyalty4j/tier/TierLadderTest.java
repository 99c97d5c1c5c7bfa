package io.loyalty4j.tier;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.LIFETIME;
import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TierLadderTest {
    private static final TierLadder LADDER =
            TierLadder.bySpend().base("BASE").tier("SILVER", 100).tier("GOLD", "500.50");

    private static ProgramBuilder tiered() {
        return aPointPerDollar().tiers(LADDER);
    }

    @Nested
    class TheWayUp {
        private final Shop shop = Shop.with(tiered());

        @Test
        void isWhatIsStillToBeSpent() {
            shop.buys("o-1", "60.00");
            TierProgress next = shop.account().tier().next().orElseThrow();
            assertThat(next.tier()).isEqualTo("SILVER");
            assertThat(next.missing()).isEqualByComparingTo("40.00");
            assertThat(next.by()).isEqualTo(LocalDate.parse("2026-12-31"));
        }

        @Test
        void mayGoSeveralStepsAtOnceAndEndsAtTheTop() {
            shop.buys("o-1", "500.50");
            assertThat(shop.tier()).isEqualTo("GOLD");
            assertThat(shop.account().tier().next()).isEmpty();
        }

        @Test
        void beginsAtTheBaseAlsoForSomebodyNobodyKnows() {
            assertThat(shop.tier()).isEqualTo("BASE");
            assertThat(shop.engine()
                            .quote(shop.order("o", line("a", "100.00")))
                            .tierAfter()
                            .code())
                    .isEqualTo("SILVER");
        }
    }

    @Nested
    class APeriodsEnd {
        private void lasts(TierLadder ladder, String zone, String spent, String lastMoment, String end) {
            Shop shop = Shop.with(aPointPerDollar().zone(zone).tiers(ladder)).at(Instant.parse(spent));
            shop.buys("o-1", "100.00");
            assertThat(shop.at(Instant.parse(lastMoment)).tier()).isEqualTo("SILVER");
            assertThat(shop.at(Instant.parse(end)).tier()).isEqualTo("BASE");
        }

        @Test
        void isTheProgramsZonesOnBothSidesOfGreenwich() {
            lasts(LADDER, "Asia/Tokyo", "2026-06-01T00:00:00Z", "2026-12-31T14:59:59.999Z", "2026-12-31T15:00:00Z");
            lasts(
                    LADDER,
                    "America/Los_Angeles",
                    "2026-06-01T00:00:00Z",
                    "2027-01-01T07:59:59.999Z",
                    "2027-01-01T08:00:00Z");
        }

        @Test
        void isTheNextPeriodsWhereTheProgramSaysSo() {
            lasts(
                    LADDER.keptThroughNextPeriod(),
                    "UTC",
                    "2026-06-01T00:00:00Z",
                    "2027-12-31T23:59:59.999Z",
                    "2028-01-01T00:00:00Z");
            lasts(LADDER.per(MONTH), "UTC", "2026-02-10T00:00:00Z", "2026-02-28T23:59:59.999Z", "2026-03-01T00:00:00Z");
        }

        @Test
        void doesNotComeInALifetime() {
            Shop shop = Shop.with(aPointPerDollar().tiers(LADDER.per(LIFETIME)));
            shop.buys("o-1", "100.00");
            assertThat(shop.at("2126-01-01").tier()).isEqualTo("SILVER");
            assertThat(shop.account().tier().until()).isEmpty();
        }

        @Test
        void booksAPostingOnlyIfTheTierChanges() {
            Shop shop = Shop.with(aPointPerDollar().tiers(LADDER.keptThroughNextPeriod()))
                    .at("2025-06-01");
            shop.buys("o-1", "100.00");
            shop.at("2026-06-01").buys("o-2", "100.00");
            shop.engine().runDue(shop.at("2027-01-01").now());
            assertThat(shop.journal().postings()).hasSize(2);

            shop.engine().runDue(shop.at("2028-01-01").now());
            assertThat(shop.journal().postings())
                    .last()
                    .extracting(posting -> posting.header().kind(), Posting::tierAfter)
                    .containsExactly(Posting.Kind.TIME, "BASE");
        }

        @Test
        void ofTheLowerTierComesAfterThatOfTheHigher() {
            Shop shop = Shop.with(aPointPerDollar().tiers(LADDER.keptThroughNextPeriod()))
                    .at("2025-06-01");
            shop.buys("o-1", "501.00");
            shop.at("2026-06-01").buys("o-2", "100.00");
            assertThat(shop.tier()).isEqualTo("GOLD");
            assertThat(shop.at("2027-01-01").tier()).isEqualTo("SILVER");
            assertThat(shop.at("2028-01-01").tier()).isEqualTo("BASE");
        }
    }

    @Nested
    class AReturn {
        private String after(Policy.TierOnReturn policy) {
            Shop shop = Shop.with(tiered().policy(policy));
            shop.buys("o-1", line("goods", "60.00").times(2));
            shop.returns("o-1", "goods", 1);
            return shop.tier();
        }

        @Test
        void lowersTheTierOrLeavesIt() {
            assertThat(after(Policy.TierOnReturn.RECHECKED)).isEqualTo("BASE");
            assertThat(after(Policy.TierOnReturn.KEPT)).isEqualTo("SILVER");
        }

        @Test
        void countsInThePeriodOfThePurchase() {
            Shop shop = Shop.with(aPointPerDollar().tiers(LADDER.keptThroughNextPeriod()))
                    .at("2025-12-31T12:00");
            shop.buys("o-1", line("goods", "60.00").times(2));
            shop.at("2026-01-02").buys("o-2", "90.00");
            shop.returns("o-1", "goods", 1);
            assertThat(shop.tier()).isEqualTo("BASE");
            assertThat(shop.account().tier().next().orElseThrow().missing()).isEqualByComparingTo("10");
        }

        @Test
        void ofWhatIsExcludedChangesNothing() {
            Shop shop = Shop.with(tiered().excluding(category("gift-card")));
            shop.buys("o-1", line("a", "100.00"), line("card", "500.00").category("gift-card"));
            assertThat(shop.tier()).isEqualTo("SILVER");
            shop.returns("o-1", "card", 1);
            assertThat(shop.tier()).isEqualTo("SILVER");
        }
    }

    @Nested
    class TheOrderThatCrosses {
        private long earned(Policy.CrossingOrder policy) {
            Shop shop = Shop.with(
                    tiered().earn("tiers", multiplier(1).inTier("SILVER", 2)).policy(policy));
            assertThat(shop.buys("o-1", "99.00").earned()).isEqualTo(99);
            return shop.buys("o-2", "1.00").earned();
        }

        @Test
        void earnsInTheOldTierOrInTheNew() {
            assertThat(earned(Policy.CrossingOrder.OLD_TIER)).isEqualTo(1);
            assertThat(earned(Policy.CrossingOrder.NEW_TIER)).isEqualTo(2);
        }
    }

    @Nested
    class ALateOrder {
        private final Shop shop = Shop.with(tiered().earn("tiers", multiplier(1).inTier("SILVER", 2)))
                .at("2027-01-05T12:00");

        private Order late(String id, String price, String at) {
            return shop.order(id, line("goods", price)).at(Instant.parse(at));
        }

        @Test
        void countsInItsOwnYear() {
            shop.buys(late("o-1", "99.00", "2026-12-31T12:00:00Z"));
            assertThat(shop.account().tier().next().orElseThrow().missing()).isEqualByComparingTo("100");
            shop.buys("o-2", "1.00");
            assertThat(shop.tier()).isEqualTo("BASE");
        }

        @Test
        void earnsInTheTierOfItsTime() {
            shop.buys("silver", "100.00");
            assertThat(shop.buys("now", "10.00").earned()).isEqualTo(20);
            assertThat(shop.buys(late("o-1", "10.00", "2027-01-05T16:00:00Z")).earned())
                    .isEqualTo(10);
        }

        @Test
        void ofAYearLongOverChangesNothing() {
            shop.buys(late("o-1", "600.00", "2020-12-31T12:00:00Z"));
            assertThat(shop.tier()).isEqualTo("BASE");
            shop.returns("o-1", "goods", 1);
            assertThat(shop.tier()).isEqualTo("BASE");
            assertThat(shop.available()).isZero();
        }
    }

    @Test
    void aProgramWithoutTiersHasMembers() {
        assertThat(Shop.with(aPointPerDollar()).tier()).isEqualTo("MEMBER");
    }
}
