package io.loyalty4j.notify;

import static io.loyalty4j.notify.BusyProgram.AT_ONCE;
import static io.loyalty4j.notify.BusyProgram.LATER;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Reinstatement;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What members are told, deed by deed; each line is an event's kind with its facts. */
class EventsTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    private Optional<VoucherKey> key = Optional.of(BusyProgram.KEY);
    private LoyaltyProgram program = AT_ONCE;
    private long told;

    private LoyaltyEngine engine() {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .voucherKey(BusyProgram.KEY)
                .build();
    }

    private List<LoyaltyEvent> events(MemberId member) {
        EventReading reading = new EventReading(program, key);
        List<LoyaltyEvent> events = new ArrayList<>();
        Optional<Posting> before = Optional.empty();
        for (Posting posting : store.postings(member).toList()) {
            events.addAll(reading.of(posting, before));
            before = Optional.of(posting);
        }
        return events;
    }

    /** What a member has been told since this was asked last. */
    private List<String> news(MemberId member) {
        List<LoyaltyEvent> events = events(member);
        List<String> news = events.stream()
                .skip(told)
                .map(event -> event.kind() + " " + event.facts())
                .toList();
        told = events.size();
        return news;
    }

    private List<String> news(Command... commands) {
        Stream.of(commands).forEach(command -> engine().execute(command).receipt());
        return news(ANA);
    }

    /** Of 10.00 each. */
    private static Order order(String id, int pieces) {
        return Order.of(ANA, id)
                .currency("EUR")
                .line(OrderLine.of("soap", "10.00").times(pieces));
    }

    private List<String> passes(int days) {
        clock.pass(Duration.ofDays(days));
        engine().runDue(clock.instant());
        return news(ANA);
    }

    private static Adjustment gives(long points) {
        return Adjustment.add(ANA, "case-" + points, points).by("agent-12").because("parcel-lost");
    }

    private static Adjustment takes(long points) {
        return Adjustment.deduct(ANA, "case-" + points, points).by("agent-12").because("mistake");
    }

    @Nested
    class OfOrders {
        @Test
        void theFirstOneEnrolsAndEarns() {
            assertThat(news(order("A-1", 2))).containsExactly("Enrolled {}", "PointsEarned {pending=0, points=20}");
        }

        @Test
        void pointsThatWaitAreToldTwiceOnceAsPendingOnceAsUsable() {
            program = LATER;
            assertThat(news(order("A-1", 2))).endsWith("PointsEarned {pending=20, points=20}");
            assertThat(passes(11)).containsExactly("PointsActivated {points=20}");
        }

        @Test
        void aRewardIsToldWithItsPoints() {
            news(order("A-1", 2));
            assertThat(news(order("A-2", 1).redeem("ten")))
                    .containsExactly(
                            "PointsEarned {pending=0, points=9}",
                            "PointsRedeemed {points=10, reward=ten}",
                            "RewardUsed {order=A-2, reward=ten}");
        }

        @Test
        void aRewardIsReservedAndChangedAndLetGo() {
            news(order("A-1", 8));
            assertThat(news(order("A-2", 7).redeem("ten").reservation()))
                    .containsExactly("RewardReserved {order=A-2, points=10, reward=ten}");
            assertThat(news(order("A-2", 7).redeem("sixty").reservation()))
                    .containsExactly(
                            "PointsReleased {points=10}", "RewardReserved {order=A-2, points=60, reward=sixty}");
            assertThat(passes(2)).containsExactly("PointsReleased {points=60}");
        }

        @Test
        void aReturnGivesBackWhatWasPaidAndTakesBackWhatWasGiven() {
            news(order("A-1", 2));
            Order paid = order("A-2", 1).redeem("ten");
            news(paid);
            assertThat(news(Refund.of(paid, "rma-1").line("soap", 1)))
                    .containsExactly("PointsRestored {points=10}", "PointsClawedBack {points=9}");
        }

        @Test
        void whatWasSpentIsOwedAndPaidLater() {
            news(order("A-1", 1), order("A-2", 1).redeem("ten"));
            assertThat(news(order("A-1", 1).cancellation()))
                    .containsExactly("PointsClawedBack {points=10}", "DebtOpened {debt=1, points=1}");
            assertThat(news(order("A-3", 1)))
                    .contains("PointsEarned {pending=0, points=10}", "DebtPaid {debt=0, points=1}");
        }

        @Test
        void ofAnEditTheDifferenceAloneIsTold() {
            news(order("A-1", 3));
            Order paid = order("A-2", 2).redeem("ten");
            news(paid);
            assertThat(news(order("A-2", 3).redeem("ten").revision(2)))
                    .containsExactly("PointsEarned {pending=0, points=10}");
            assertThat(news(order("A-2", 1).redeem("ten").revision(3))).containsExactly("PointsClawedBack {points=20}");
            assertThat(news(order("A-2", 1).redeem("ten").redeem("ten").revision(4)))
                    .containsExactly(
                            "PointsRedeemed {points=10, reward=ten}",
                            "RewardUsed {order=A-2, reward=ten}",
                            "PointsClawedBack {points=1}");
        }

        @Test
        void pointsLapse() {
            news(order("A-1", 2));
            assertThat(passes(60)).containsExactly("PointsExpired {points=20}");
            assertThat(news(Reinstatement.of(order("A-1", 2), "b-1")
                            .through("2026-12-31")
                            .by("agent-12")
                            .because("was-ill")))
                    .containsExactly("PointsRestored {points=20}");
        }
    }

    @Nested
    class OfRules {
        @Test
        void aRewardWithACodeIsToldWithTheCodeToTheMemberAlone() {
            engine().execute(order("A-1", 9)).receipt();
            VoucherIssued voucher = (VoucherIssued) events(ANA).get(2);
            assertThat(voucher.kind() + voucher.facts()).startsWith("VoucherIssued{reward=cup,");
            assertThat(engine().purchase(order("A-2", 1).voucher(voucher.code())))
                    .isInstanceOf(Outcome.Applied.class);
        }

        @Test
        void withoutTheKeyTheRewardIsToldWithoutItsCodeUnderTheSameId() {
            engine().execute(order("A-1", 4)).receipt();
            engine().execute(order("A-2", 9)).receipt();
            List<String> with = events(ANA).stream().map(LoyaltyEvent::id).toList();
            key = Optional.empty();
            assertThat(news(ANA)).contains("RewardIssued {count=1, lastDay=2026-06-04, reward=thanks-5}");
            assertThat(events(ANA)).extracting(LoyaltyEvent::id).isEqualTo(with);
        }

        @Test
        void aFullCardAndAChallengeThatIsMetAreMilestones() {
            assertThat(news(order("A-1", 5)))
                    .contains("MilestoneReached {rule=coffee}")
                    .doesNotContain("MilestoneReached {rule=month}");
            assertThat(news(order("A-2", 1), order("A-3", 1)))
                    .contains("MilestoneReached {rule=month}")
                    .doesNotContain("MilestoneReached {rule=coffee}");
            assertThat(news(order("A-3", 2).revision(2))).noneMatch(news -> news.startsWith("Milestone"));
        }

        @Test
        void aFriendsOrderIsToldTheReferrerInThePlaceOfPointsEarned() {
            news(OpeningBalance.of(ANA, "old").points(1));
            engine().execute(Referral.accept(BEN, ANA)).receipt();
            engine().purchase(Order.of(BEN, "B-1").currency("EUR").line(OrderLine.of("soap", "20.00")))
                    .receipt();
            engine().runDue(clock.instant());
            assertThat(news(ANA)).containsExactly("ReferralQualified {friend=ben, points=100}");
            assertThat(passes(20)).containsExactly("PointsActivated {points=100}");
        }

        @Test
        void whatAMomentGaveIsMarketing() {
            engine().record(Activity.of(ANA, "review", "r-1")).receipt();
            Posting own = store.postings(ANA).toList().get(0);
            Command gift = Activity.of(ANA, "~moment/birthday", "2026");
            Posting.Header header = own.header();
            Posting given = new Posting(
                    new Posting.Header(
                            ANA,
                            2,
                            header.kind(),
                            gift.requestId(),
                            Fingerprint.of(gift),
                            header.order(),
                            header.occurredAt(),
                            header.recordedAt(),
                            header.programVersion(),
                            header.person()),
                    own.awards(),
                    own.entries(),
                    own.changes(),
                    own.after(),
                    own.tierAfter(),
                    own.hash());
            EventReading reading = new EventReading(program, key);
            assertThat(reading.of(given, Optional.of(own)))
                    .extracting(LoyaltyEvent::messageClass)
                    .containsExactly(MessageClass.MARKETING);
            assertThat(reading.of(own, Optional.empty()))
                    .extracting(LoyaltyEvent::messageClass)
                    .containsOnly(MessageClass.TRANSACTIONAL);
        }
    }

    @Nested
    class OfTiers {
        @Test
        void upIsReachedAndDownIsLost() {
            assertThat(news(order("A-1", 20))).endsWith("TierReached {tier=SILVER}");
            assertThat(news(order("A-1", 20).cancellation())).endsWith("TierLost {now=BLUE, tier=SILVER}");
        }

        @Test
        void aTierThatIsGivenIsReached() {
            assertThat(news(TierGrant.of(ANA, "g-1", "GOLD").by("agent-12").because("complaint")))
                    .containsExactly("Enrolled {}", "TierReached {tier=GOLD}");
        }

        @Test
        void aTierThatAnotherProgramDoesNotHaveIsItsLowest() {
            news(order("A-1", 20));
            program = program.toBuilder()
                    .version("2")
                    .inForceFrom("2026-06-01")
                    .tiers(TierLadder.bySpend()
                            .per(YEAR)
                            .keptThroughNextPeriod()
                            .base("WHITE")
                            .tier("BLACK", 100))
                    .build();
            assertThat(news(order("A-2", 1)))
                    .containsExactly("PointsEarned {pending=0, points=10}", "TierReached {tier=BLACK}");
        }
    }

    @Nested
    class OfPeopleAndOtherMembers {
        @Test
        void anAdjustmentIsToldWithItsReason() {
            assertThat(news(gives(30), takes(5)))
                    .containsExactly(
                            "Enrolled {}",
                            "PointsAdjusted {points=30, reason=parcel-lost}",
                            "PointsAdjusted {points=-5, reason=mistake}");
            assertThat(news(takes(5).reversal().by("agent-7").because("was-right")))
                    .containsExactly("PointsAdjusted {points=5, reason=was-right}");
            assertThat(news(gives(30).reversal().by("agent-7").because("wrong-member")))
                    .containsExactly("PointsAdjusted {points=-30, reason=wrong-member}");
        }

        @Test
        void pointsThatAreSentAreToldOnBothSides() {
            news(gives(30));
            engine().execute(OpeningBalance.of(BEN, "old").points(1)).receipt();
            engine().execute(Transfer.of(ANA, "t-1", 20).to(BEN)).receipt();
            engine().runDue(clock.instant());
            assertThat(news(ANA)).containsExactly("PointsTransferred {other=ben, points=-20}");
            assertThat(events(BEN)).extracting(LoyaltyEvent::kind).endsWith("PointsTransferred");
        }

        @Test
        void ofTwoAccountsThatBecomeOneBothTellWhatWentOver() {
            news(gives(30));
            engine().execute(OpeningBalance.of(BEN, "old").points(1)).receipt();
            assertThat(news(Merge.of(ANA, "m-1").into(BEN).by("agent-12").because("two-cards")))
                    .containsExactly("PointsTransferred {other=ben, points=-30}");
            engine().runDue(clock.instant());
            LoyaltyEvent last = events(BEN).get(2);
            assertThat(last.kind() + last.facts()).isEqualTo("PointsTransferred{other=ana, points=30}");
        }

        @Test
        void anAccountThatIsClosedTellsWhatItLoses() {
            news(gives(30));
            assertThat(news(StatusChange.freeze(ANA, "s-1").by("agent-12").because("stolen")))
                    .isEmpty();
            assertThat(news(StatusChange.close(ANA, "s-2").by("agent-12").because("asked")))
                    .containsExactly("PointsAdjusted {points=-30, reason=asked}");
        }

        @Test
        void whoIsForgottenIsToldNothing() {
            news(gives(30));
            assertThat(news(StatusChange.forget(ANA, "s-1").by("agent-12").because("asked")))
                    .isEmpty();
        }
    }
}
