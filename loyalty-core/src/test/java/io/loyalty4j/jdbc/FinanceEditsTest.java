package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.Conditions.category;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the queries for bookkeepers say of edited orders, in figures worked out by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FinanceEditsTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final OrderLine THING = OrderLine.of("thing", "30.00").times(2);
    private static final OrderLine OTHER = OrderLine.of("other", "40.00");

    static Stream<Database> databases() {
        return Database.all().stream().filter(database -> database != Database.H2_FILE);
    }

    /** With everything of the months before moved out of the journal, and without. */
    static Stream<Arguments> shops() {
        return databases().flatMap(database -> Stream.of(Arguments.of(database, false), Arguments.of(database, true)));
    }

    /** A month after another; it is UTC everywhere. */
    private static final class Shop {
        final HandClock clock = HandClock.at("2026-01-10T12:00:00Z");
        final JdbcLoyaltyStore store;
        final Finance finance;
        final LoyaltyEngine engine;
        private final boolean archiving;

        Shop(DataSource source, boolean archiving) throws SQLException {
            this.archiving = archiving;
            this.store = JdbcLoyaltyStore.on(source).createSchema();
            this.finance = Finance.of(source);
            this.engine = LoyaltyEngine.builder(Programs.plain()
                            .excluding(category("gift-card"))
                            .earn("welcome", EarnRules.points(5).perOrder())
                            .expiry(Expiry.after(Period.ofMonths(12)))
                            .build())
                    .store(store)
                    .clock(clock)
                    .build();
        }

        void nextMonth() {
            clock.pass(Duration.ofDays(30));
            if (archiving) {
                AllTold.in(store);
                assertThat(store.archive(clock.instant(), 10, Optional.empty()).postings())
                        .isPositive();
            }
        }

        List<List<Object>> byRule(int month) throws Exception {
            return finance.rows("points-by-rule.sql", begin(month), begin(month + 1));
        }

        /** Opening, issued, revoked, closing. */
        List<Object> points(int month) throws Exception {
            List<Object> row = finance.rows("roll-forward-of-a-month.sql", begin(month), begin(month + 1))
                    .get(0);
            return List.of(row.get(0), row.get(1), row.get(6), row.get(9));
        }

        private static long begin(int month) {
            return Instant.parse("2026-0" + month + "-01T00:00:00Z").toEpochMilli();
        }
    }

    private static Order order(OrderLine... lines) {
        Order order = Order.of(ANA, "o-1").currency("GBP");
        for (OrderLine line : lines) {
            order = order.line(line);
        }
        return order;
    }

    @ParameterizedTest
    @MethodSource("shops")
    void an_edit_for_which_no_rule_gives_anything_takes_off_what_was_given_before(Database database, boolean archiving)
            throws Exception {
        Shop shop = new Shop(database.fresh(), archiving);
        shop.engine.purchase(order(THING, OTHER)).receipt();
        shop.nextMonth();
        OrderLine card = OrderLine.of("card", "100.00").category("gift-card");
        shop.engine.purchase(order(card).revision(2)).receipt();
        assertThat(shop.store.posting(ANA, "order/o-1@2").orElseThrow().awards())
                .isEmpty();
        shop.nextMonth();
        shop.engine.purchase(order(card, OTHER).revision(3)).receipt();

        assertThat(shop.byRule(1)).containsExactly(List.of("base", 100L, 100L, 1L), List.of("welcome", 5L, 5L, 1L));
        assertThat(shop.byRule(2)).containsExactly(List.of("base", -100L, -100L, 1L), List.of("welcome", -5L, -5L, 1L));
        assertThat(shop.byRule(3)).containsExactly(List.of("base", 40L, 40L, 1L), List.of("welcome", 5L, 5L, 1L));
        assertThat(shop.points(1)).containsExactly(0L, 105L, 0L, 105L);
        assertThat(shop.points(2)).containsExactly(105L, 0L, 105L, 0L);
        assertThat(shop.points(3)).containsExactly(0L, 45L, 0L, 45L);
    }

    @ParameterizedTest
    @MethodSource("shops")
    void an_edit_after_a_part_came_back_gives_what_is_left_of_the_order(Database database, boolean archiving)
            throws Exception {
        Shop shop = new Shop(database.fresh(), archiving);
        shop.engine.purchase(order(THING, OTHER)).receipt();
        shop.nextMonth();
        shop.engine.refund(Refund.of(order(), "r-1").line("thing", 1)).receipt();
        shop.nextMonth();
        shop.engine
                .purchase(order(THING, OTHER, OrderLine.of("more", "20.00")).revision(2))
                .receipt();

        assertThat(shop.byRule(1)).containsExactly(List.of("base", 100L, 100L, 1L), List.of("welcome", 5L, 5L, 1L));
        assertThat(shop.byRule(2)).isEmpty();
        assertThat(shop.byRule(3)).containsExactly(List.of("base", -10L, -10L, 1L), List.of("welcome", 0L, 0L, 1L));
        assertThat(shop.points(1)).containsExactly(0L, 105L, 0L, 105L);
        assertThat(shop.points(2)).containsExactly(105L, 0L, 30L, 75L);
        assertThat(shop.points(3)).containsExactly(75L, 20L, 0L, 95L);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_unknown_zone_is_not_taken_for_never(Database database) throws Exception {
        Shop shop = new Shop(database.fresh(), false);
        shop.engine.purchase(order(THING)).receipt();
        String query = "liability-by-expiry-month.sql";

        assertThat(shop.finance.rows(query, shop.finance.zone().getId()))
                .containsExactly(List.of("2027-01", 0L, 65L, 0L));
        if (shop.finance.dialect() == Dialect.MARIADB) {
            assertThat(shop.finance.rows(query, "Atlantis/Poseidonis").get(0).get(0))
                    .isNull();
        } else {
            assertThatThrownBy(() -> shop.finance.rows(query, "Atlantis/Poseidonis"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
