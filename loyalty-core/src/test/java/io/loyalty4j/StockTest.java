package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.OutOfStock;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pieces that all members share are never oversold, and what is let go is there for others. */
class StockTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");

    private final HandClock clock = HandClock.at("2026-06-01T10:00:00Z");
    private final HookedStore store = new HookedStore(LoyaltyStore.inMemory());
    private LoyaltyEngine engine = engine(program(2));

    private static ProgramBuilder shop() {
        return LoyaltyProgram.named("stock")
                .currency("USD")
                .zone("UTC")
                .earn("welcome", points(1_000).forActivity("sign-up"));
    }

    private static LoyaltyProgram program(long pieces) {
        return shop().reward("mug", gift("MUG").costs(10).stock(pieces)).build();
    }

    private LoyaltyEngine engine(LoyaltyProgram program) {
        LoyaltyEngine running =
                LoyaltyEngine.builder(program).store(store).clock(clock).build();
        List.of(ANA, BEN).forEach(member -> running.record(Activity.once(member, "sign-up")));
        return running;
    }

    private static Order order(MemberId member, String id, String... rewards) {
        return Order.of(member, id)
                .currency("USD")
                .line(OrderLine.of("tea", "20.00"))
                .redeemAll(List.of(rewards));
    }

    private static void sold(Outcome outcome) {
        assertThat(outcome.refusal()).isEmpty();
    }

    private static void outOfStock(Outcome outcome) {
        assertThat(outcome.refusal()).contains(new OutOfStock("mug"));
    }

    @Test
    void isSoldToTheLastPiece() {
        sold(engine.purchase(order(ANA, "a", "mug")));
        sold(engine.purchase(order(BEN, "b", "mug")));

        outOfStock(engine.purchase(order(ANA, "c", "mug")));
        assertThat(engine.quote(order(ANA, "c")).reward("mug").orElseThrow().refusal())
                .contains(new OutOfStock("mug"));
        assertThat(engine.quote(order(ANA, "c", "mug")).refusal()).contains(new OutOfStock("mug"));
    }

    @Test
    void twoOfOneOrderAreTwo() {
        sold(engine.purchase(order(ANA, "a", "mug")));

        assertThat(engine.quote(order(BEN, "b", "mug", "mug")).refusal()).contains(new OutOfStock("mug"));
        outOfStock(engine.purchase(order(BEN, "b", "mug", "mug")));
        sold(engine.purchase(order(BEN, "b", "mug")));
    }

    @Test
    void oneHundredBuyersOfTenPiecesGetTen() throws Exception {
        engine = engine(program(10));
        List<Callable<Outcome>> buyers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            MemberId member = MemberId.of("buyer-" + i);
            engine.record(Activity.once(member, "sign-up"));
            buyers.add(() -> {
                Order order = order(member, "o", "mug");
                Outcome held = engine.reserve(order);
                return held.refusal().isPresent() ? held : engine.purchase(order);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int sold = 0;
        for (Future<Outcome> outcome : threads.invokeAll(buyers)) {
            sold += outcome.get().refusal().isPresent() ? 0 : 1;
        }
        threads.shutdown();

        assertThat(sold).isEqualTo(10);
    }

    @Test
    void aQuoteCountsEachStockByItself() {
        engine = engine(shop().reward("mug", gift("MUG").costs(10).stock(1))
                .reward("cup", gift("CUP").costs(10).stock(1))
                .build());

        assertThat(engine.quote(order(ANA, "a", "mug", "cup")).refusal()).isEmpty();
        assertThat(engine.quote(order(ANA, "a", "mug", "cup", "cup")).refusal()).contains(new OutOfStock("cup"));
    }

    @Test
    void aQuoteCountsAPieceThatTheOrderHoldsOnce() {
        engine = engine(program(1));
        sold(engine.reserve(order(ANA, "a", "mug")));

        assertThat(engine.quote(order(ANA, "a", "mug")).refusal()).isEmpty();
        assertThat(engine.quote(order(ANA, "a", "mug", "mug")).refusal()).contains(new OutOfStock("mug"));
    }

    @Nested
    class SetAside {
        @Test
        void byAReservationIsNotThereForOthers() {
            sold(engine.reserve(order(ANA, "a", "mug", "mug")));
            outOfStock(engine.reserve(order(BEN, "b", "mug")));
            outOfStock(engine.purchase(order(BEN, "b", "mug")));

            assertThat(engine.quote(order(ANA, "a", "mug", "mug")).refusal()).isEmpty();
            sold(engine.purchase(order(ANA, "a", "mug", "mug")));
            outOfStock(engine.purchase(order(BEN, "b", "mug")));
        }

        @Test
        void isOfferedOnToTheOrderThatHasIt() {
            sold(engine.reserve(order(ANA, "a", "mug", "mug")));

            assertThat(engine.quote(order(ANA, "a")).reward("mug").orElseThrow().takeable())
                    .isTrue();
            assertThat(engine.quote(order(ANA, "b")).reward("mug").orElseThrow().takeable())
                    .isFalse();
        }

        @Test
        void isThereAgainAsSoonAsItIsLetGo() {
            sold(engine.reserve(order(ANA, "a", "mug", "mug")));
            sold(engine.reserve(order(ANA, "a", "mug")));
            sold(engine.purchase(order(BEN, "b", "mug")));

            sold(engine.cancel(order(ANA, "a")));
            sold(engine.purchase(order(BEN, "c", "mug")));
        }

        @Test
        void isThereAgainWhenItTimesOut() {
            sold(engine.reserve(order(ANA, "a", "mug", "mug")));
            clock.pass(Duration.ofHours(3));
            engine.runDue();

            sold(engine.purchase(order(BEN, "b", "mug", "mug")));
        }

        @Test
        void staysSoUntilItsEndHasBeenBooked() {
            sold(engine.reserve(order(ANA, "a", "mug", "mug")));
            clock.pass(Duration.ofHours(3));
            store.breaksBefore(request -> request.member().equals(ANA));
            engine.runDue();
            outOfStock(engine.purchase(order(BEN, "b", "mug")));

            store.holds();
            engine.runDue();
            clock.pass(Budgets.LIFE.plusMinutes(1));
            engine.runDue();
            sold(engine.purchase(order(BEN, "b", "mug", "mug")));
        }

        @Test
        void staysSoHoweverOftenTheHouseIsKept() {
            engine = engine(shop().holdsLast(Duration.ofDays(3))
                    .reward("mug", gift("MUG").costs(10).stock(2))
                    .build());
            sold(engine.reserve(order(ANA, "a", "mug", "mug")));
            for (int hour = 0; hour < 12; hour++) {
                clock.pass(Duration.ofHours(1));
                engine.runDue();
                outOfStock(engine.purchase(order(BEN, "b-" + hour, "mug")));
            }
            sold(engine.purchase(order(ANA, "a", "mug", "mug")));
            clock.pass(Duration.ofHours(1));
            engine.runDue();
            outOfStock(engine.purchase(order(BEN, "b", "mug")));
        }

        @Test
        void isTakenByThePurchaseThatComesInPlaceOfTheReservation() {
            sold(engine.reserve(order(ANA, "a", "mug")));
            sold(engine.reserve(order(ANA, "a", "mug")));
            sold(engine.purchase(order(ANA, "a", "mug")));
            sold(engine.purchase(order(BEN, "b", "mug")));
            outOfStock(engine.purchase(order(BEN, "c", "mug")));
        }

        @Test
        void ofAnOrderThatIsPaidLateIsTakenAgainOrRefused() {
            sold(engine.reserve(order(ANA, "a", "mug", "mug")));
            clock.pass(Duration.ofHours(3));
            engine.runDue();
            sold(engine.purchase(order(BEN, "b", "mug")));

            outOfStock(engine.purchase(order(ANA, "a", "mug", "mug")));
            sold(engine.purchase(order(ANA, "a", "mug")));
        }
    }

    @Test
    void anAttemptThatIsRefusedSetsNothingAside() {
        MemberId poor = MemberId.of("poor");
        for (int i = 0; i < 5; i++) {
            assertThat(engine.purchase(order(poor, "p-" + i, "mug")).refusal())
                    .contains(new Refusal.InsufficientPoints("mug", 10, 0));
        }

        sold(engine.purchase(order(ANA, "a", "mug", "mug")));
    }

    @Test
    void whatWasBoughtIsGoneWhateverComesBack() {
        Order order = order(ANA, "a", "mug", "mug");
        sold(engine.purchase(order));
        engine.refund(Refund.of(order, "r").line("tea", 1));

        outOfStock(engine.purchase(order(BEN, "b", "mug")));
    }

    @Test
    void anEditKeepsItsPieceAndTakesOnlyWhatItAdds() {
        sold(engine.purchase(order(ANA, "a", "mug")));
        sold(engine.purchase(order(ANA, "a", "mug").revision(2)));
        sold(engine.purchase(order(BEN, "b", "mug")));

        outOfStock(engine.purchase(order(ANA, "a", "mug", "mug").revision(3)));
    }

    @Test
    void aLargerStockOfTheNextVersionIsThere() {
        sold(engine.purchase(order(ANA, "a", "mug", "mug")));
        engine = engine(
                program(3).toBuilder().version("2").inForceFrom("2026-06-01").build());

        sold(engine.purchase(order(BEN, "b", "mug")));
        outOfStock(engine.purchase(order(BEN, "c", "mug")));
    }

    @Test
    void severalRewardsCanShareOneStock() {
        Reward mug = gift("MUG").costs(10).stock(2).sharingLimit("bazaar");
        engine = engine(shop().reward("mug", mug)
                .reward("ten", discount("10.00").costs(10).stock(2).sharingLimit("bazaar"))
                .build());
        sold(engine.purchase(order(ANA, "a", "mug", "ten")));

        assertThat(engine.purchase(order(BEN, "b", "ten")).refusal()).contains(new OutOfStock("ten"));
    }

    @Nested
    class AfterACrash {
        @Test
        void betweenClaimAndCommitThePieceIsThereAgainInTime() {
            store.breaksBefore(request -> true);
            assertThatThrownBy(() -> engine.purchase(order(ANA, "a", "mug"))).isInstanceOf(IllegalStateException.class);
            store.holds();
            sold(engine.purchase(order(BEN, "b", "mug")));
            outOfStock(engine.purchase(order(BEN, "c", "mug")));

            clock.pass(Budgets.LIFE.plusMinutes(1));
            engine.runDue();
            sold(engine.purchase(order(ANA, "a", "mug")));
            outOfStock(engine.purchase(order(BEN, "c", "mug")));
        }

        @Test
        void behindTheCommitThePieceIsUsed() {
            store.breaksAfter(request -> true);
            assertThatThrownBy(() -> engine.purchase(order(ANA, "a", "mug"))).isInstanceOf(IllegalStateException.class);
            store.holds();
            clock.pass(Budgets.LIFE.plusMinutes(1));
            engine.runDue();

            sold(engine.purchase(order(ANA, "a", "mug")));
            sold(engine.purchase(order(BEN, "b", "mug")));
            outOfStock(engine.purchase(order(BEN, "c", "mug")));
        }

        @Test
        void behindAReservationThePieceStaysSetAside() {
            store.breaksAfter(request -> true);
            assertThatThrownBy(() -> engine.reserve(order(ANA, "a", "mug", "mug")))
                    .isInstanceOf(IllegalStateException.class);
            store.holds();

            outOfStock(engine.purchase(order(BEN, "b", "mug")));
            clock.pass(Duration.ofHours(3));
            engine.runDue();
            sold(engine.purchase(order(BEN, "b", "mug", "mug")));
        }
    }

    @Test
    void theJournalIsLivedAgainWithTheSamePieces() {
        sold(engine.reserve(order(ANA, "a", "mug")));
        sold(engine.purchase(order(ANA, "a", "mug")));
        sold(engine.purchase(order(ANA, "b", "mug")));

        assertThat(engine.journal(ANA).under(program(2)).account().hash())
                .isEqualTo(engine.account(ANA).hash());
        assertThat(engine.journal(ANA).verify().findings()).isEmpty();
    }

    @Test
    void manyAtOnceOfOneMemberAreCountedEachByItself() throws Exception {
        engine = engine(program(5));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Outcome>> tries = new ArrayList<>();
        IntStream.range(0, 24)
                .forEach(i -> tries.add(() -> {
                    Order order = order(ANA, "o-" + i % 8, "mug");
                    return i % 3 == 0 ? engine.reserve(order) : engine.purchase(order);
                }));
        for (Future<Outcome> outcome : threads.invokeAll(tries)) {
            outcome.get();
        }
        threads.shutdown();
        long pieces = engine.journal(ANA).postings().stream()
                .flatMap(posting -> posting.changes(Change.OrderSet.class))
                .flatMap(set -> set.delta().rewards().stream())
                .map(paid -> paid.piece().orElseThrow())
                .distinct()
                .count();

        long sold = pieces + engine.account(ANA).holds().size();
        assertThat(sold).as("who came while others tried may have been refused").isBetween(1L, 5L);
        assertThat(store.taken("stock/mug")).isEqualTo(sold);
        for (long left = sold; left < 5; left++) {
            engine.purchase(order(ANA, "left-" + left, "mug")).receipt();
        }
        assertThat(engine.purchase(order(ANA, "one-more", "mug")).refusal()).isPresent();
    }
}
