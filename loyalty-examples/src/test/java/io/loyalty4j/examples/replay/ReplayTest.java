package io.loyalty4j.examples.replay;

import static io.loyalty4j.examples.replay.Written.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final MemberId ANA = MemberId.of("7");

    private final LoyaltyProgram program = BeautyInsider.in("GBP", "Europe/London");
    private final LoyaltyStore store = LoyaltyStore.inMemory();

    private ReplayTally replay(String... lines) {
        return Replay.of(history(lines), program, store, Progress.none());
    }

    private Account ana() {
        return store.find(ANA).orElseThrow();
    }

    @Nested
    class AnOrder {
        @Test
        void enrolsItsCustomerAndEarns() {
            ReplayTally tally = replay("1,a,x,2,2010-12-01 10:00:00,50.00,7,UK");

            assertThat(tally.orders()).isEqualTo(1);
            assertThat(ana().available()).isEqualTo(100);
            assertThat(store.postings(ANA)).hasSize(2);
        }

        @Test
        void earnsNothingOnPostageAndVouchers() {
            ReplayTally tally = replay(
                    "1,a,x,1,2010-12-01 10:00:00,50.00,7,UK",
                    "1,POST,x,1,2010-12-01 10:00:00,18.00,7,UK",
                    "1,gift_0001_20,x,1,2010-12-01 10:00:00,20.00,7,UK");

            assertThat(ana().available()).isEqualTo(50);
            assertThat(tally.nonProducts()).isEqualTo(2);
            assertThat(tally.nonProductsValue()).isEqualByComparingTo("38.00");
            assertThat(tally.nonProductsPoints()).isZero();
        }

        @Test
        void earnsOnAPriceOfThreeDecimalsToTheLastOfThem() {
            replay("1,a,x,2000,2010-12-01 10:00:00,0.001,7,UK");

            assertThat(ana().available()).isEqualTo(2);
        }

        @Test
        void ofFreeThingsIsBookedAndEarnsNothing() {
            ReplayTally tally = replay("1,a,x,3,2010-12-01 10:00:00,0.00,7,UK");

            assertThat(tally.orders()).isEqualTo(1);
            assertThat(ana().available()).isZero();
        }

        @Test
        void paysWithARewardAsSoonAsTheMemberCanAffordOne() {
            ReplayTally tally = replay(
                    "1,a,x,1,2010-12-01 10:00:00,340.00,7,UK",
                    "2,a,x,1,2010-12-02 10:00:00,160.00,7,UK",
                    "3,a,x,1,2010-12-03 10:00:00,50.00,7,UK");

            assertThat(tally.redemptions()).isEqualTo(1);
            assertThat(ana().available())
                    .as("500 spent, 1.25 for each of the 40 paid")
                    .isEqualTo(50);
        }

        @Test
        void keepsThePointsWhereItIsTooSmallForAReward() {
            ReplayTally tally =
                    replay("1,a,x,1,2010-12-01 10:00:00,600.00,7,UK", "2,a,x,1,2010-12-03 10:00:00,9.99,7,UK");

            assertThat(tally.redemptions()).isZero();
        }
    }

    @Nested
    class ACancellation {
        @Test
        void takesBackWhatTheOrderGave() {
            ReplayTally tally = replay(
                    "581483,a,x,80995,2011-12-09 09:15:00,2.08,7,UK",
                    "C581484,a,x,-80995,2011-12-09 09:27:00,2.08,7,UK");

            assertThat(tally.cancellationLines(Match.FULLY)).isEqualTo(1);
            assertThat(ana().available()).isZero();
            assertThat(ana().debt()).isZero();
            assertThat(ana().tier().code()).isEqualTo("INSIDER");
            assertThat(CancelledAtOnce.of(ANA, store)).singleElement().satisfies(one -> {
                assertThat(one.pieces()).isEqualTo(80_995);
                assertThat(one.delay()).hasMinutes(12);
                assertThat(one.between()).isEqualTo(168_469);
                assertThat(one.leavesPointsWhereTheyWere()).isTrue();
            });
        }

        @Test
        void ofTwoOrdersIsAReturnOfEach() {
            ReplayTally tally = replay(
                    "1,a,x,2,2010-12-01 10:00:00,10.00,7,UK",
                    "2,a,x,2,2010-12-02 10:00:00,10.00,7,UK",
                    "C3,a,x,-3,2010-12-03 10:00:00,10.00,7,UK");

            assertThat(tally.refunds()).isEqualTo(2);
            assertThat(ana().available()).isEqualTo(10);
        }

        @Test
        void ofWhatWasNeverSoldBooksNothing() {
            ReplayTally tally =
                    replay("1,a,x,2,2010-12-01 10:00:00,10.00,7,UK", "C3,b,x,-1,2010-12-03 10:00:00,10.00,7,UK");

            assertThat(tally.cancellationLines(Match.NOT_AT_ALL)).isEqualTo(1);
            assertThat(tally.refunds()).isZero();
            assertThat(ana().available()).isEqualTo(20);
        }

        @Test
        void ofSomebodyWhoNeverBoughtEnrolsNobody() {
            replay("C3,b,x,-1,2010-12-03 10:00:00,10.00,7,UK");

            assertThat(store.find(ANA)).isEmpty();
        }
    }

    @Nested
    class Time {
        private static final String A_YEAR_LATER = "2,a,x,1,2012-02-10 10:00:00,10.00,8,UK";

        @Test
        void letsPointsLapseThoughTheirOwnerNeverComesBack() {
            replay("1,a,x,2,2010-12-01 10:00:00,10.00,7,UK", A_YEAR_LATER);

            assertThat(ana().available()).isZero();
            assertThat(PointTotals.of(store.postings()).in(Bucket.EXPIRED)).isEqualTo(20);
        }

        @Test
        void endsATierThatWasNotKept() {
            replay("1,a,x,1,2010-12-01 10:00:00,400.00,7,UK", A_YEAR_LATER);

            assertThat(store.postings(ANA).map(Posting::tierAfter).toList())
                    .contains("VIB")
                    .last()
                    .isEqualTo("INSIDER");
        }
    }

    @Nested
    class ASecondRun {
        private final String[] lines = {
            "1,a,x,1,2010-12-01 10:00:00,600.00,7,UK",
            "2,a,x,1,2010-12-03 10:00:00,50.00,7,UK",
            "C3,a,x,-1,2010-12-04 10:00:00,600.00,7,UK",
            "4,a,x,1,2012-02-10 10:00:00,10.00,8,UK"
        };

        @Test
        void changesNothing() {
            replay(lines);
            Snapshot before = Snapshot.of(store);

            ReplayTally tally = replay(lines);

            assertThat(Snapshot.of(store)).isEqualTo(before);
            assertThat(Snapshot.of(store).since(before)).isEqualTo("0 new postings, 0 changed accounts");
            assertThat(tally.orders()).isZero();
            assertThat(tally.ordersKnown()).isEqualTo(3);
            assertThat(tally.refunds()).isZero();
            assertThat(tally.refundsKnown()).isEqualTo(1);
            assertThat(tally.notBooked()).isEmpty();
        }

        @Test
        void ofALongerHistoryBooksOnlyWhatIsNew() {
            replay(lines[0], lines[1]);

            ReplayTally tally = replay(lines);

            assertThat(tally.ordersKnown()).isEqualTo(2);
            assertThat(tally.orders()).isEqualTo(1);
            assertThat(tally.refunds()).isEqualTo(1);
            LoyaltyStore atOnce = LoyaltyStore.inMemory();
            Replay.of(history(lines), program, atOnce, Progress.none());
            assertThat(Snapshot.of(store).postings())
                    .isEqualTo(Snapshot.of(atOnce).postings());
        }
    }

    @Test
    void anOrderThatTheEngineWillNotBookIsSaidWithItsReasonAndTheRestGoesOn() {
        String[] lines = Collections.nCopies(10_001, "1,a,x,1,2010-12-01 10:00:00,1.00,8,UK")
                .toArray(String[]::new);
        lines[10_000] = "2,a,x,1,2010-12-02 10:00:00,1.00,7,UK";
        String[] tooMany = Stream.concat(Stream.of(lines), Stream.of(lines[0])).toArray(String[]::new);

        ReplayTally tally = replay(tooMany);

        assertThat(tally.notBooked()).singleElement().satisfies(one -> {
            assertThat(one.invoice()).isEqualTo("1");
            assertThat(one.why()).startsWith("lines: ");
        });
        assertThat(ana().available()).isEqualTo(1);
    }

    @Test
    void anEmptyHistoryBooksNothing() {
        assertThat(replay().orders()).isZero();
        assertThat(Snapshot.members(store)).isEqualTo(List.of());
    }
}
