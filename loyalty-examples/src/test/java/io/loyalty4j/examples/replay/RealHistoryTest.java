package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The UCI set "Online Retail" (Chen, Sain, Guo 2012, doi:10.24432/C5BW33), where it is at hand: its figures are known. */
class RealHistoryTest {
    private static final String PROPERTY = "loyalty4j.history";
    private static final Path FILE =
            Path.of(System.getProperty(PROPERTY, "../../shared/data/online-retail/online_retail.csv.gz"));

    private static final LoyaltyProgram PROGRAM = BeautyInsider.in("GBP", "Europe/London");
    private static final LoyaltyStore STORE = LoyaltyStore.inMemory();
    private static History history = History.of(List.of(), new SkippedLines());
    private static ReplayTally tally = new ReplayTally();

    @BeforeAll
    static void replay() {
        assumeTrue(
                Files.exists(FILE),
                "not replayed: say -D" + PROPERTY + "=<online_retail.csv.gz> to have the real history checked");
        history = new HistoryReader(PROGRAM.zone(), Progress.none()).read(List.of(HistorySource.file(FILE)));
        tally = Replay.of(history, PROGRAM, STORE, Progress.none());
    }

    @Test
    void isReadToTheLastLineAndOnlyGuestsAreSkipped() {
        assertThat(history.linesRead()).isEqualTo(541_909);
        assertThat(history.skipped().reasons()).containsExactly(SkipReason.NO_CUSTOMER);
        assertThat(history.skipped().count()).isEqualTo(135_080);
        assertThat(history.invoices()).hasSize(22_190);
    }

    @Test
    void keepsPricesOfThreeDecimals() {
        assertThat(history.value()).isEqualByComparingTo("8300065.814");
        assertThat(history.lines().filter(HistoryLine::finePrice)).hasSize(4);
    }

    @Test
    void findsItsCancellationsInEarlierSales() {
        assertThat(tally.cancellationLines()).isEqualTo(8_905);
        assertThat(tally.cancellationLines(Match.FULLY)).isEqualTo(7_181);
        assertThat(tally.cancellationLines(Match.PARTLY)).isEqualTo(53);
        assertThat(tally.cancellationLines(Match.NOT_AT_ALL)).isEqualTo(1_671);
        assertThat(tally.notBooked()).isEmpty();
    }

    @Test
    void givesNothingForWhatIsNoGoods() {
        assertThat(tally.nonProducts()).isPositive();
        assertThat(tally.nonProductsPoints()).isZero();
    }

    @Test
    void leavesPointsWhereTheyWereWhenAHugeOrderIsCancelledAtOnce() {
        assertThat(cancelledAtOnce("16446"))
                .filteredOn(one -> one.order().equals("581483"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.pieces()).isEqualTo(80_995);
                    assertThat(one.delay()).hasMinutes(12);
                    assertThat(one.after()).isEqualTo(one.before());
                });
        assertThat(cancelledAtOnce("12346"))
                .filteredOn(one -> one.order().equals("541431"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.pieces()).isEqualTo(74_215);
                    assertThat(one.delay()).hasMinutes(16);
                    assertThat(one.after()).isEqualTo(one.before());
                });
    }

    private static List<CancelledAtOnce> cancelledAtOnce(String member) {
        return CancelledAtOnce.of(MemberId.of(member), STORE);
    }

    /**
     * The figures of another reckoning of the same orders: a short script that shares no code with the engine. It gives the odd point of a reward on lines that
     * cost the same to the line that is listed first, the engine to the first by its id; on returns that is a difference of so many points.
     */
    @Test
    void comesToTheSameAsAnotherReckoning() {
        long oddPoints = 15;
        PointTotals totals = PointTotals.of(STORE.postings());

        assertThat(totals.issued()).isEqualTo(11_372_069);
        assertThat(totals.in(Bucket.REDEEMED)).isEqualTo(4_362_463 - oddPoints);
        assertThat(totals.restored()).isEqualTo(68_037 + oddPoints);
        assertThat(totals.in(Bucket.EXPIRED)).isEqualTo(16_592);
        assertThat(totals.in(Bucket.REVOKED)).isEqualTo(497_045);
        assertThat(totals.outstanding()).isEqualTo(6_495_969 + oddPoints);
        assertThat(tally.redemptions()).isEqualTo(8_861);
    }

    @Test
    void losesNoPointAndLeavesEveryAccountSound() {
        PointTotals totals = PointTotals.of(STORE.postings());
        long gone = totals.in(Bucket.REDEEMED) + totals.in(Bucket.EXPIRED) + totals.in(Bucket.REVOKED);
        Verdict verdict = Verdict.on(Replay.atTheEnd(history, PROGRAM, STORE), Snapshot.members(STORE));

        assertThat(totals.issued() - gone).isEqualTo(totals.outstanding());
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.accounts()).isEqualTo(4_339);
        assertThat(verdict.allSound()).isTrue();
    }

    @Test
    void changesNothingWhenItIsRunAgain() {
        Snapshot before = Snapshot.of(STORE);

        Replay.of(history, PROGRAM, STORE, Progress.none());

        assertThat(Snapshot.of(STORE)).isEqualTo(before);
    }
}
