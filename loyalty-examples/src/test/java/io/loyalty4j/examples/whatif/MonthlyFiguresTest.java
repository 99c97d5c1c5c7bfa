package io.loyalty4j.examples.whatif;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Bucket.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.insight.AccountingPeriod;
import io.loyalty4j.insight.Finance;
import io.loyalty4j.insight.Movement;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every cell of the monthly tables, once against {@code insight}, and once against a plain sum over the entries of the journal. */
class MonthlyFiguresTest {
    private static final Set<Bucket> OWNED = EnumSet.of(PENDING, AVAILABLE, HELD, DEBT);

    private static List<Trial> trials = List.of();
    private static Document page = new Document("");

    @BeforeAll
    static void compare() {
        trials = Tried.onTheSample(Plans.today(), Plans.byTier(), Plans.noNovember());
        page = Tried.page(trials);
    }

    @Test
    void areThoseOfInsight() {
        tableIs("Points issued", insight(month -> month.rollForward().flows().of(Movement.ISSUED)));
        tableIs("Points redeemed", insight(month -> month.rollForward().flows().of(Movement.REDEEMED)));
        tableIs("Points expired", insight(month -> month.rollForward().flows().of(Movement.EXPIRED)));
        tableIs(
                "Points given back with returns",
                insight(month -> month.rollForward().flows().of(Movement.RESTORED)));
        tableIs(
                "Points taken back with returns",
                insight(month -> month.rollForward().flows().of(Movement.REVOKED)));
        tableIs("Points outstanding", insight(month -> month.rollForward().closing()));
    }

    @Test
    void areTheSumsOfTheEntriesOfTheJournal() {
        tableIs("Points issued", sum(entry -> entry.from() == ISSUED));
        tableIs("Points redeemed", sum(entry -> entry.to() == REDEEMED));
        tableIs("Points expired", sum(entry -> entry.to() == EXPIRED));
        tableIs("Points given back with returns", sum(entry -> entry.from() == REDEEMED));
        tableIs("Points taken back with returns", sum(entry -> entry.to() == REVOKED && entry.from() != EXPIRED));
        tableIs("Points outstanding", MonthlyFiguresTest::outstanding);
    }

    /** Else they would be told in a later month. */
    @Test
    void haveWhatFellDueInTheirMonth() {
        for (Trial trial : trials) {
            assertThat(trial.store()
                            .postings()
                            .filter(posting -> posting.header().kind() == Posting.Kind.TIME))
                    .isNotEmpty()
                    .allSatisfy(posting -> assertThat(month(trial, posting))
                            .isEqualTo(YearMonth.from(posting.header()
                                    .occurredAt()
                                    .atZone(trial.program().zone()))));
        }
    }

    @Test
    void areSuchThatSomethingHappened() {
        for (String heading :
                List.of("Points issued", "Points redeemed", "Points expired", "Points given back with returns")) {
            assertThat(Tried.cells(page, heading).stream().flatMap(List::stream).filter(cell -> !cell.equals("0")))
                    .as(heading)
                    .hasSizeGreaterThan(5);
        }
        assertThat(Tried.cells(page, "Points issued")).hasSize(31);
    }

    private static void tableIs(String heading, ToLongBiFunction<Trial, YearMonth> figure) {
        List<List<String>> cells = Tried.cells(page, heading);
        List<YearMonth> months = months();
        assertThat(cells).as(heading).hasSameSizeAs(months);
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            assertThat(cells.get(i).stream().map(cell -> Long.parseLong(cell.replace(",", ""))))
                    .as("%s in %s", heading, month)
                    .containsExactlyElementsOf(trials.stream()
                            .map(trial -> figure.applyAsLong(trial, month))
                            .toList());
        }
    }

    private static List<YearMonth> months() {
        return IntStream.range(0, 31)
                .mapToObj(YearMonth.of(2018, 8)::plusMonths)
                .toList();
    }

    private static ToLongBiFunction<Trial, YearMonth> insight(ToLongFunction<AccountingPeriod> figure) {
        Map<String, Finance> books = new HashMap<>();
        return (trial, month) -> figure.applyAsLong(
                books.computeIfAbsent(trial.name(), name -> finance(trial)).period(month.atDay(1)));
    }

    private static Finance finance(Trial trial) {
        return Finance.of(
                trial.store().postings(), Window.MONTH, trial.program().zone(), Instant.MAX);
    }

    private static ToLongBiFunction<Trial, YearMonth> sum(Predicate<Entry> some) {
        return (trial, month) -> trial.store()
                .postings()
                .filter(posting -> month(trial, posting).equals(month))
                .flatMap(posting -> posting.entries().stream())
                .filter(some)
                .mapToLong(Entry::points)
                .sum();
    }

    private static YearMonth month(Trial trial, Posting posting) {
        return YearMonth.from(
                posting.header().recordedAt().atZone(trial.program().zone()));
    }

    private static long outstanding(Trial trial, YearMonth until) {
        return trial.store()
                .postings()
                .filter(posting -> !month(trial, posting).isAfter(until))
                .flatMap(posting -> posting.entries().stream())
                .mapToLong(entry -> (OWNED.contains(entry.to()) ? entry.points() : 0)
                        - (OWNED.contains(entry.from()) ? entry.points() : 0))
                .sum();
    }
}
