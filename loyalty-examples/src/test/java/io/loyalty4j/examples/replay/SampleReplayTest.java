package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleReplayTest {
    private final LoyaltyProgram program = BeautyInsider.in("GBP", "Europe/London");
    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final History history =
            new HistoryReader(program.zone(), Progress.none()).read(List.of(HistorySource.sample()));
    private ReplayTally tally = new ReplayTally();

    @BeforeEach
    void replay() {
        tally = Replay.of(history, program, store, Progress.none());
    }

    @Test
    void booksEveryOrderAndEveryReturnThatFindsItsSale() {
        long orders = history.invoices().stream()
                .filter(invoice -> !invoice.cancellation())
                .count();
        long cancelled = history.lines().filter(HistoryLine::cancellation).count();

        assertThat(tally.orders()).isEqualTo(orders);
        assertThat(tally.cancellationLines()).isEqualTo(cancelled);
        assertThat(tally.notBooked()).isEmpty();
    }

    @Test
    void issuesNoMorePointsThanItsAwardsSay() {
        long awarded = store.postings()
                .flatMap(posting -> posting.awards().stream())
                .mapToLong(award -> award.points())
                .sum();

        assertThat(PointTotals.of(store.postings()).issued()).isEqualTo(awarded).isPositive();
    }

    @Test
    void losesNoPointOnTheWay() {
        PointTotals totals = PointTotals.of(store.postings());
        long gone = totals.in(Bucket.REDEEMED) + totals.in(Bucket.EXPIRED) + totals.in(Bucket.REVOKED);

        assertThat(totals.issued() - gone).isEqualTo(totals.outstanding());
        assertThat(totals.in(Bucket.REDEEMED)).isPositive();
        assertThat(totals.in(Bucket.EXPIRED)).isPositive();
        assertThat(totals.in(Bucket.REVOKED)).isPositive();
    }

    /** The figures of another reckoning of the same orders: a short script that shares no code with the engine. */
    @Test
    void comesToTheSameAsAnotherReckoning() {
        PointTotals totals = PointTotals.of(store.postings());

        assertThat(totals.issued()).isEqualTo(96_221);
        assertThat(totals.in(Bucket.REDEEMED)).isEqualTo(22_080);
        assertThat(totals.restored()).isEqualTo(1_420);
        assertThat(totals.in(Bucket.EXPIRED)).isEqualTo(471);
        assertThat(totals.in(Bucket.REVOKED)).isEqualTo(66_110);
        assertThat(totals.outstanding()).isEqualTo(7_560);
        assertThat(tally.redemptions()).isEqualTo(47);
    }

    @Test
    void owesWhatItsAccountsHold() {
        long held = accounts()
                .mapToLong(account -> account.available() + account.pending() + account.held() - account.debt())
                .sum();

        assertThat(PointTotals.of(store.postings()).outstanding()).isEqualTo(held);
    }

    @Test
    void keepsEveryPriceToTheLastDecimal() {
        String report = String.join(
                "\n",
                new ReplayReport(history, tally, program, store)
                        .sections()
                        .get(0)
                        .lines());
        List<String> sold = report.lines()
                .filter(line -> line.contains("sold, by"))
                .map(line -> line.replaceAll(".* (?=[\\d,.]+ GBP)", ""))
                .toList();

        assertThat(sold).hasSize(2);
        assertThat(sold.get(0)).isEqualTo(sold.get(1));
    }

    @Test
    void leavesEveryAccountSound() {
        Verdict verdict = Verdict.on(Replay.atTheEnd(history, program, store), Snapshot.members(store));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.sound()).isEqualTo(verdict.accounts()).isEqualTo(30);
    }

    @Test
    void hasNothingLeftThatIsDue() {
        LoyaltyEngine later = Replay.atTheEnd(history, program, store);

        assertThat(later.runDue(history.end()).booked()).isZero();
    }

    @Test
    void leavesTheHugeOrdersMemberWithThePointsOfBefore() {
        List<CancelledAtOnce> all = Snapshot.members(store).stream()
                .flatMap(member -> CancelledAtOnce.of(member, store).stream())
                .toList();

        assertThat(all)
                .anySatisfy(one -> assertThat(one.pieces()).isEqualTo(8_000))
                .allMatch(CancelledAtOnce::leavesPointsWhereTheyWere);
    }

    @Test
    void changesNothingWhenItIsRunAgain() {
        Snapshot before = Snapshot.of(store);

        ReplayTally second = Replay.of(history, program, store, Progress.none());

        assertThat(Snapshot.of(store)).isEqualTo(before);
        assertThat(second.orders()).isZero();
        assertThat(second.ordersKnown()).isEqualTo(tally.orders());
        assertThat(second.refunds()).isZero();
        assertThat(second.refundsKnown()).isEqualTo(tally.refunds());
    }

    @Test
    void givesTheSamePostingsOnAnotherStore() {
        LoyaltyStore another = LoyaltyStore.inMemory();
        Replay.of(history, program, another, Progress.none());

        assertThat(Snapshot.of(another).postings()).isEqualTo(Snapshot.of(store).postings());
    }

    private Stream<Account> accounts() {
        return Snapshot.of(store).accounts().stream();
    }
}
