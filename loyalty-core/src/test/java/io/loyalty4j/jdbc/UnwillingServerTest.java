package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** FAULTS 79 and 80: a server that does not write, because it is not the primary or has no room. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UnwillingServerTest {
    private static final MemberId ANA = MemberId.of("ana");

    private final UrlDataSource schema = (UrlDataSource) Database.POSTGRESQL.fresh();
    private final LoyaltyStore calm = JdbcLoyaltyStore.on(schema).createSchema();

    @BeforeEach
    void somebodyOpensTheAccount() {
        Market.machine(calm).purchase(Market.SELLING_OUT.order(ANA, Market.OPENING));
    }

    private static Outcome purchase(LoyaltyStore store) {
        return Market.machine(store).purchase(Market.SELLING_OUT.order(ANA, 1));
    }

    private void nothingIsWritten() {
        assertThat(Market.machine(calm).journal(ANA).postings()).hasSize(1);
        assertThat(Market.machine(calm).journal(ANA).verify().findings()).isEmpty();
    }

    private void isWrittenLater() {
        assertThat(purchase(calm)).isInstanceOf(Outcome.Applied.class);
        assertThat(Market.machine(calm).journal(ANA).verify().findings()).isEmpty();
    }

    @Test
    void a_server_that_only_reads_is_told_as_not_the_primary_and_not_asked_again() {
        UrlDataSource replica = new UrlDataSource(
                schema.url() + "&options=-c%20default_transaction_read_only=on", "postgres", "postgres");
        CountedCommits counted = new CountedCommits(replica);
        LoyaltyStore store = JdbcLoyaltyStore.on(counted.dataSource());
        assertThat(Market.machine(store).account(ANA).available())
                .as("reading goes on")
                .isEqualTo(1_000);
        long before = counted.connections();

        assertThatThrownBy(() -> purchase(store))
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("not the primary");

        assertThat(counted.connections() - before).as("attempts").isEqualTo(1);
        nothingIsWritten();
        isWrittenLater();
    }

    @Test
    void a_claim_on_a_server_that_only_reads_is_told_as_not_the_primary() {
        UrlDataSource replica = new UrlDataSource(
                schema.url() + "&options=-c%20default_transaction_read_only=on", "postgres", "postgres");
        LoyaltyStore store = JdbcLoyaltyStore.on(replica);

        assertThatThrownBy(() -> store.claim("budget", "ana order/o-1@1", 5, 10, Errands.at(0)))
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("not the primary");

        assertThat(calm.taken("budget")).isZero();
    }

    /** The server itself says so, in the midst of a commit that has written the account already; a disk cannot be filled up here. */
    @Test
    void a_server_without_room_keeps_no_half_of_a_commit_and_goes_on_when_it_has_room() throws SQLException {
        try (Connection admin = schema.getConnection()) {
            Database.run(
                    admin,
                    "create function full_disk() returns trigger language plpgsql as"
                            + " $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$",
                    "create trigger full_disk before insert on loyalty_entry execute function full_disk()");
            CountedCommits counted = new CountedCommits(schema);
            LoyaltyStore store = JdbcLoyaltyStore.on(counted.dataSource());
            assertThat(store.find(ANA)).isPresent();
            long before = counted.connections();

            assertThatThrownBy(() -> purchase(store))
                    .isInstanceOf(StoreFailedException.class)
                    .hasMessageContaining("no room left");

            assertThat(counted.connections() - before).as("attempts").isEqualTo(1);
            nothingIsWritten();
            Database.run(admin, "drop trigger full_disk on loyalty_entry");
        }
        isWrittenLater();
    }
}
