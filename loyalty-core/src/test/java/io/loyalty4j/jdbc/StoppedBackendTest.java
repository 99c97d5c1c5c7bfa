package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Retries;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** FAULTS 3: the answer to a commit does not come, for the process of the server that has it stands still, but may yet go on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class StoppedBackendTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final Duration LONGER_THAN_THE_SOCKET_WAITS = Duration.ofMillis(2_500);

    private final UrlDataSource schema = (UrlDataSource) Database.POSTGRESQL.fresh();
    private final LoyaltyStore calm = JdbcLoyaltyStore.on(schema).createSchema();
    private final UrlDataSource impatient =
            new UrlDataSource(schema.url() + "&socketTimeout=1", "postgres", "postgres");

    @BeforeEach
    void somebodyOpensTheAccount() throws Exception {
        try (Connection any = schema.getConnection()) {
            StoppedBackend trial = StoppedBackend.of(any);
            assumeTrue(trial.stop() && trial.goOn(), "this user may not stop processes of the server");
        }
        Market.machine(calm).purchase(Market.SELLING_OUT.order(ANA, Market.OPENING));
    }

    @Test
    void a_retry_waits_for_a_commit_that_stands_still_and_finds_it() throws Exception {
        StoppingCommits stopping = new StoppingCommits(impatient);
        CompletableFuture<Outcome> told = CompletableFuture.supplyAsync(() -> purchase(stopping, Retries.DEFAULT));
        StoppedBackend stopped = stopping.awaitStopped();
        try {
            assertThatThrownBy(() -> told.get(LONGER_THAN_THE_SOCKET_WAITS.toMillis(), TimeUnit.MILLISECONDS))
                    .as("others wait for the account")
                    .isInstanceOf(TimeoutException.class);
        } finally {
            assertThat(stopped.goOn()).isTrue();
        }

        assertThat(told.get(30, TimeUnit.SECONDS))
                .as("it was this till's own commit")
                .isInstanceOf(Outcome.Applied.class);
        hasOneEffect();
    }

    @Test
    void a_commit_that_stands_still_for_too_long_is_unknown_and_a_later_repetition_finds_it() throws Exception {
        StoppingCommits stopping = new StoppingCommits(impatient);
        Retries few = new Retries(3, Duration.ofSeconds(2), Duration.ofMillis(1));
        assertThatThrownBy(() -> purchase(stopping, few)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(stopping.awaitStopped().goOn()).isTrue();

        assertThat(purchase(new StoppingCommits(schema, 0), Retries.DEFAULT)).isInstanceOf(Outcome.Replayed.class);
        hasOneEffect();
    }

    private static Outcome purchase(StoppingCommits source, Retries retries) {
        LoyaltyStore store = JdbcLoyaltyStore.on(source.dataSource()).retries(retries);
        return Market.machine(store).purchase(Market.SELLING_OUT.order(ANA, 1));
    }

    private void hasOneEffect() {
        assertThat(Market.machine(calm).journal(ANA).postings()).hasSize(2);
        assertThat(Market.machine(calm).journal(ANA).verify().findings()).isEmpty();
        assertThat(Market.machine(calm).account(ANA).available()).isEqualTo(990);
    }
}
