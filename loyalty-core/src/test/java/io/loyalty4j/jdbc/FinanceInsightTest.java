package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.insight.AccountingPeriod;
import io.loyalty4j.insight.Flows;
import io.loyalty4j.insight.Movement;
import io.loyalty4j.insight.Outstanding;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What insight reads off a journal is what the queries for bookkeepers say of the same journal. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FinanceInsightTest {
    private static final long SEED = Long.getLong("loyalty4j.finance.seed", 20_260_701L);
    private static final int ROUNDS = 10;

    static Stream<Arguments> lives() {
        return Stream.of(
                Arguments.of(Database.H2, Expiry.after(Period.ofMonths(3))),
                Arguments.of(Database.H2, Expiry.never()),
                Arguments.of(Database.POSTGRESQL, Expiry.afterInactivity(Period.ofMonths(2))));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void the_queries_and_insight_agree_also_when_a_part_was_archived(Database database, Expiry expiry)
            throws Exception {
        DataSource source = database.fresh();
        try (Database.Pool pool = Database.pooled(source, 2, Duration.ofSeconds(20))) {
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool).createSchema();
            Finance finance = Finance.of(source);
            RandomLives lives = new RandomLives(store, expiry, SEED);
            for (int round = 0; round < ROUNDS; round++) {
                lives.pass(40);
                adjust(lives, round);
            }
            io.loyalty4j.insight.Finance first = insight(store.postings(), finance);
            agree(finance, first);
            adjusted(first);

            Instant middle = lives.clock.instant().minus(Duration.ofDays(20));
            AllTold.in(store);
            assertThat(store.archive(middle, 100, Optional.empty()).postings()).isGreaterThan(100);
            assertThat(ageing(insight(store.postings(), finance)))
                    .isEqualTo(finance.rows(
                            "liability-by-expiry-month.sql", finance.zone().getId()));
            lives.pass(160);

            agree(finance, insight(whole(store), finance));
            io.loyalty4j.insight.Finance left = insight(store.postings(), finance);
            assertThat(left.completeFrom()).isAfter(LocalDate.of(2026, 1, 31));
            assertThat(left.periods()).isNotEmpty();
            agree(finance, left);
            left.periods()
                    .values()
                    .forEach(period -> assertThat(period.untoldEdits())
                            .as("%s of seed %d", period.firstDay(), SEED)
                            .isEqualTo(untold(
                                    store,
                                    millis(period.firstDay(), finance),
                                    millis(period.nextFirstDay(), finance))));
            assertThatThrownBy(() -> left.period(LocalDate.of(2026, 1, 31)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("archived");
            assertThatThrownBy(() -> io.loyalty4j.insight.Finance.of(
                            store.postings(), Window.MONTH, finance.zone(), Instant.parse("2026-01-20T00:00:00Z")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("archived");
        }
    }

    /** Edits of a time of which the posting before was archived. */
    private static long untold(JdbcLoyaltyStore store, long begins, long ends) {
        return store.postings()
                .map(Posting::header)
                .filter(header -> header.requestId().matches("order/.*@(?!1$)\\d+"))
                .filter(header -> begins <= header.recordedAt().toEpochMilli()
                        && header.recordedAt().toEpochMilli() < ends)
                .filter(header -> store.postings(header.member())
                        .map(Posting::header)
                        .takeWhile(earlier -> earlier.version() < header.version())
                        .noneMatch(earlier -> earlier.requestId().startsWith("order/")
                                && earlier.kind() == Posting.Kind.COMMAND
                                && earlier.order().equals(header.order())))
                .count();
    }

    private static void adjusted(io.loyalty4j.insight.Finance told) {
        for (Movement movement : List.of(Movement.ADDED, Movement.WITHDRAWN)) {
            assertThat(told.periods().values())
                    .anySatisfy(
                            period -> assertThat(period.rollForward().flows().of(movement))
                                    .isPositive());
        }
    }

    private static Stream<Posting> whole(JdbcLoyaltyStore store) {
        return store.postings()
                .map(posting -> posting.header().member())
                .distinct()
                .flatMap(member -> Stream.concat(store.archived().postings(member), store.postings(member)));
    }

    private static void adjust(RandomLives lives, int round) {
        for (int i = 0; i < 5; i++) {
            MemberId member = MemberId.of("m" + (round + 7 * i) % 40);
            lives.engine.execute(
                    Adjustment.add(member, "more-" + round, 3 + i).by("agent").because("late"));
            lives.engine.execute(Adjustment.deduct(member, "less-" + round, 1 + i)
                    .by("agent")
                    .because("late"));
        }
    }

    private static io.loyalty4j.insight.Finance insight(Stream<Posting> postings, Finance finance) {
        try (postings) {
            return io.loyalty4j.insight.Finance.of(postings, Window.MONTH, finance.zone(), Instant.MAX);
        }
    }

    private static void agree(Finance finance, io.loyalty4j.insight.Finance told) throws Exception {
        for (AccountingPeriod period : told.periods().values()) {
            long begins = millis(period.firstDay(), finance);
            long ends = millis(period.nextFirstDay(), finance);
            assertThat(finance.rows("roll-forward-of-a-month.sql", begins, ends).get(0))
                    .as(period.firstDay() + " of seed " + SEED)
                    .isEqualTo(row(period));
            if (period.untoldEdits() == 0) {
                assertThat(finance.rows("points-by-rule.sql", begins, ends)).isEqualTo(byRule(period));
            } else {
                assertThat(told.completeFrom()).isAfter(LocalDate.MIN);
            }
        }
        assertThat(finance.rows("liability-by-expiry-month.sql", finance.zone().getId()))
                .isEqualTo(ageing(told));
    }

    private static long millis(LocalDate day, Finance finance) {
        return day.atStartOfDay(finance.zone()).toInstant().toEpochMilli();
    }

    private static List<Object> row(AccountingPeriod period) {
        Flows flows = period.rollForward().flows();
        return List.of(
                period.rollForward().opening(),
                flows.of(Movement.ISSUED) + flows.of(Movement.ADDED) + flows.of(Movement.RECEIVED),
                flows.of(Movement.REDEEMED),
                flows.of(Movement.RESTORED),
                flows.of(Movement.EXPIRED),
                flows.of(Movement.REINSTATED),
                flows.of(Movement.REVOKED) + flows.of(Movement.WITHDRAWN),
                flows.of(Movement.TRANSFERRED),
                flows.of(Movement.RETURNED),
                period.rollForward().closing(),
                flows.of(Movement.ACTIVATED));
    }

    private static List<List<Object>> byRule(AccountingPeriod period) {
        return period.issuedByRule().entrySet().stream()
                .map(each -> List.<Object>of(
                        each.getKey(),
                        each.getValue().points(),
                        each.getValue().wanted(),
                        each.getValue().members()))
                .toList();
    }

    private static List<List<Object>> ageing(io.loyalty4j.insight.Finance told) {
        List<List<Object>> rows = new ArrayList<>();
        told.ageing().byMonth().forEach((month, points) -> rows.add(row(month.toString(), points)));
        if (told.ageing().never().total() > 0) {
            rows.add(row("never", told.ageing().never()));
        }
        return rows;
    }

    private static List<Object> row(String month, Outstanding points) {
        return List.of(month, points.pending(), points.available(), points.held());
    }
}
