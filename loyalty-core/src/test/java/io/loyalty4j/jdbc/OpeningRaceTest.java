package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.AtOnce;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FAULTS 21: three sessions open one account, and the first, which is part of a transaction of the shop's, is taken back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OpeningRaceTest {
    private static final MemberId ANA = MemberId.of("ana");

    static List<Database> databases() {
        return Database.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_account_whose_first_opening_is_taken_back_is_opened_by_one_of_the_others(Database database)
            throws Exception {
        DataSource source = database.fresh();
        LoyaltyEngine own = Market.machine(JdbcLoyaltyStore.on(source).createSchema());
        try (Connection shops = source.getConnection()) {
            shops.setAutoCommit(false);
            LoyaltyEngine joined = Market.machine(JdbcLoyaltyStore.joining(new SharedConnection(shops).dataSource()));
            assertThat(joined.purchase(Market.GOING_ON.order(ANA, 0))).isInstanceOf(Outcome.Applied.class);

            CompletableFuture<List<Outcome>> others = CompletableFuture.supplyAsync(() -> bothOpen(source));
            assertThatThrownBy(() -> others.get(100, TimeUnit.MILLISECONDS))
                    .as("they wait for the shop's transaction")
                    .isInstanceOf(TimeoutException.class);
            shops.rollback();

            assertThat(others.get(30, TimeUnit.SECONDS)).allMatch(Outcome.Applied.class::isInstance);
        }
        assertThat(own.journal(ANA).postings())
                .extracting(posting -> posting.header().requestId())
                .containsExactlyInAnyOrder("order/o-1@1", "order/o-2@1");
        assertThat(own.journal(ANA).verify().findings()).isEmpty();
    }

    /** Machines of their own, so that they do not commit together. */
    private static List<Outcome> bothOpen(DataSource source) {
        Market enough = new Market("20.00", "20.00");
        try {
            return AtOnce.times(
                    2,
                    number -> Market.machine(JdbcLoyaltyStore.on(source))
                            .purchase(enough.order(ANA, number + 1).withoutRewards()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
