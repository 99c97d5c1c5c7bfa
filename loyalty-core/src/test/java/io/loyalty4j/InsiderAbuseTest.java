package io.loyalty4j;

import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.AtOnce;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What people of the shop try for themselves and their friends; by the numbers of the list of abuses. */
final class InsiderAbuseTest {
    @Nested
    @DisplayName("68: a person of the shop who helps themselves")
    final class Insiders extends StaffFixture {
        private static final AdjustmentLimits LIMITS =
                AdjustmentLimits.upTo(1_000).approvedAbove(200).perActor(500, MONTH);

        private void limited(AdjustmentLimits limits) {
            loyalty = staffed(Programs.plain().adjustments(limits));
        }

        @Test
        @DisplayName("68: does not give a million points, nor any to the account that is theirs")
        void givesNoMillion() {
            limited(LIMITS);
            assertThat(refused(adds(1_000_000, "case-1")))
                    .isEqualTo(new Refusal.LimitReached("points of one adjustment", 1_000));
            loyalty.enrol(Member.of(ANA).person("agent-12")).receipt();
            assertThat(refused(adds(1, "case-2"))).isEqualTo(new Refusal.OwnAccount("agent-12"));
            assertThat(refused(adds(1, "case-3").by("ana"))).isEqualTo(new Refusal.OwnAccount("ana"));
            assertThat(account().available()).isZero();
        }

        @Test
        @DisplayName("68: does not stay below what needs a second pair of eyes many times")
        void doesNotSplit() {
            limited(LIMITS);
            assertThat(refused(adds(201, "case-0"))).isEqualTo(new Refusal.ApprovalNeeded(201, 200));
            long given = 0;
            for (int i = 1; i <= 50; i++) {
                MemberId friend = MemberId.of("friend-" + i % 7);
                Adjustment small =
                        Adjustment.add(friend, "case-" + i, 20).by("agent-12").because("sorry");
                given += loyalty.execute(small).refusal().isEmpty() ? 20 : 0;
            }
            assertThat(given).isEqualTo(500);
            assertThat(refused(adds(1, "case-51")))
                    .isEqualTo(new Refusal.LimitReached("points that agent-12 gives and takes in a period", 500));
        }

        @Test
        @DisplayName("68: does not split by many requests at once")
        void doesNotSplitAtOnce() throws Exception {
            limited(LIMITS);
            List<Outcome> outcomes = AtOnce.times(
                    20,
                    i -> loyalty.execute(Adjustment.add(MemberId.of("friend-" + i), "case-1", 50)
                            .by("agent-12")
                            .because("sorry")));
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.refusal().isEmpty())
                    .hasSize(10);
        }

        @Test
        @DisplayName("68: is stopped by those limits and nothing else: without them all of it is booked")
        void isStoppedByTheLimitsAlone() {
            limited(AdjustmentLimits.upTo(10_000_000));
            booked(adds(1_000_000, "case-1"));
            for (int i = 2; i <= 51; i++) {
                booked(adds(20, "case-" + i));
            }
            assertThat(account().available()).isEqualTo(1_001_000);
        }

        @Test
        @DisplayName("68: is named in the statement beside every adjustment, with why and who approved it")
        void isNamedInTheStatement() {
            limited(LIMITS);
            booked(adds(200, "case-1"));
            booked(takes(50, "case-2"));
            booked(undoes(takes(50, "case-2")));
            approver = Optional.of("boss");
            booked(adds(201, "case-3").by("agent-13"));
            loyalty.purchase(order(ANA, "o-1", "7.00")).receipt();

            assertThat(loyalty.journal(ANA).statement())
                    .extracting(Journal.Line::points, Journal.Line::person)
                    .containsExactly(
                            tuple(200L, person("agent-12", "late-delivery", null)),
                            tuple(-50L, person("agent-12", "mistake", null)),
                            tuple(50L, person("agent-7", "wrong-member", null)),
                            tuple(201L, person("agent-13", "late-delivery", "boss")),
                            tuple(7L, Optional.empty()));
        }

        private static Optional<Posting.Person> person(String actor, String reason, String approver) {
            return Optional.of(new Posting.Person(actor, reason, Optional.ofNullable(approver)));
        }
    }
}
