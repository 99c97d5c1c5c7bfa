package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Outcome.Replayed;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Engines of two versions of a program, side by side on one store. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EngineVersionsTest extends EngineFixture {
    @Nested
    final class Two_engines_on_one_store {
        private final LoyaltyEngine first = running(Programs.plain());
        private final LoyaltyEngine second = running(Programs.plain()
                .version("2")
                .inForceFrom("2026-07-01")
                .earn("more", EarnRules.points(7).perOrder()));

        private long adoptions() {
            return store.postings(ANA)
                    .filter(posting -> posting.header().kind() == Posting.Kind.ADOPT)
                    .count();
        }

        @Test
        void take_over_a_new_version_once_and_the_older_engine_is_told() {
            first.purchase(order(ANA, "1", "20.00"));
            assertThat(second.purchase(order(ANA, "2", "20.00")).refusal().orElseThrow())
                    .isInstanceOf(Refusal.ProgramNotInForce.class);
            clock.set("2026-07-02T12:00:00Z");

            for (int round = 0; round < 3; round++) {
                assertThat(second.purchase(order(ANA, "second-" + round, "20.00"))
                                .receipt()
                                .earned())
                        .isEqualTo(27);
                assertThat(first.purchase(order(ANA, "first-" + round, "20.00")).refusal())
                        .contains(new Refusal.ProgramOutdated("1", "2"));
            }

            assertThat(adoptions()).isEqualTo(1);
            assertThat(second.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void still_replay_on_the_older_one_what_was_booked() {
            Outcome booked = first.purchase(order(ANA, "1", "20.00"));
            clock.set("2026-07-02T12:00:00Z");
            second.purchase(order(ANA, "2", "20.00"));

            assertThat(first.purchase(order(ANA, "1", "20.00"))).isEqualTo(new Replayed(booked.receipt()));
        }

        @Test
        void read_the_right_balance_on_the_older_one_too() {
            LoyaltyEngine old = running(Programs.campus());
            LoyaltyEngine young = running(Programs.campus().version("2").inForceFrom("2026-06-02"));
            clock.set("2026-06-02T12:00:00Z");
            young.purchase(order(ANA, "1", "20.00"));
            clock.passMonths(1);
            assertThat(young.account(ANA).available()).isEqualTo(20);

            assertThat(old.account(ANA).available()).isEqualTo(20);
            clock.passMonths(13);
            assertThat(old.account(ANA).available()).isZero();
        }

        @Test
        void take_it_over_when_housekeeping_comes_first() {
            LoyaltyEngine old = running(Programs.campus());
            LoyaltyEngine young = running(Programs.campus().version("2").inForceFrom("2026-06-10"));
            old.purchase(order(ANA, "1", "20.00"));
            clock.set("2026-06-20T12:00:00Z");

            assertThat(young.runDue(clock.instant()).booked()).isEqualTo(1);

            assertThat(store.postings(ANA))
                    .extracting(posting -> posting.header().kind())
                    .containsExactly(Posting.Kind.COMMAND, Posting.Kind.ADOPT, Posting.Kind.TIME);
            assertThat(young.account(ANA).available()).isEqualTo(20);
        }
    }
}
