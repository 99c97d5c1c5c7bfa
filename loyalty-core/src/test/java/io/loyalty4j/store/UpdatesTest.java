package io.loyalty4j.store;

import static io.loyalty4j.store.ScriptedAttempts.End.FOR_ALL;
import static io.loyalty4j.store.ScriptedAttempts.End.INTERRUPTED;
import static io.loyalty4j.store.ScriptedAttempts.End.UNDONE;
import static io.loyalty4j.store.ScriptedAttempts.End.UNKNOWN_AND_LOST;
import static io.loyalty4j.store.ScriptedAttempts.End.UNKNOWN_AND_WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.Programs;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.ScriptedAttempts.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is answered where attempts end as they may; the attempts are scripted. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UpdatesTest {
    private static final LoyaltyProgram PROGRAM = Programs.plain().build();
    private static final MemberId ANA = MemberId.of("ana");
    private static final Retries RETRIES = new Retries(50, Duration.ofSeconds(60), Duration.ofNanos(1));

    private int decided;

    private Unit unit(MemberId member) {
        Order order = Order.of(member, "o-1").currency("GBP").line(OrderLine.of("thing", "20.00"));
        Request request =
                new Request(member, Optional.of(order.requestId()), Fingerprint.of(order), Optional.of(order.id()));
        return new Unit(request, state -> {
            decided++;
            Instant now = Instant.parse("2026-06-01T12:00:00Z").plusSeconds(decided);
            return Decisions.decide(PROGRAM, state, order, Circumstances.at(now));
        });
    }

    private Commit update(ScriptedAttempts attempts) {
        return new Updates(attempts, RETRIES)
                .update(unit(ANA).request(), unit(ANA).decision());
    }

    private static List<MemberId> eight() {
        return IntStream.range(0, 8).mapToObj(n -> MemberId.of("m" + n)).toList();
    }

    private List<Commit> updateEight(ScriptedAttempts attempts) {
        return new Updates(attempts, RETRIES)
                .updateAll(eight().stream().map(this::unit).toList());
    }

    private static List<Integer> sizes(ScriptedAttempts attempts) {
        return attempts.made.stream().map(Made::members).toList();
    }

    @Test
    void a_commit_that_was_not_answered_and_has_happened_is_answered_as_applied() {
        ScriptedAttempts attempts = new ScriptedAttempts(UNKNOWN_AND_WRITTEN);

        Commit commit = update(attempts);

        assertThat(commit).isInstanceOf(Commit.Applied.class);
        assertThat(((Commit.Applied) commit).after().account()).isEqualTo(attempts.accounts.get(ANA));
        assertThat(decided).isEqualTo(1);
    }

    @Test
    void one_that_has_not_happened_is_decided_again() {
        ScriptedAttempts attempts = new ScriptedAttempts(UNKNOWN_AND_LOST);

        assertThat(update(attempts)).isInstanceOf(Commit.Applied.class);
        assertThat(decided).isEqualTo(2);
        assertThat(attempts.accounts).containsOnlyKeys(ANA);
    }

    @Test
    void a_repetition_of_what_somebody_else_has_booked_is_none_of_its_own() {
        ScriptedAttempts attempts = new ScriptedAttempts(UNKNOWN_AND_LOST).rivalling(unit(ANA));

        Commit commit = update(attempts);

        assertThat(commit).isInstanceOf(Commit.Replayed.class);
        assertThat(attempts.accounts.get(ANA)).extracting(Account::version).isEqualTo(1L);
    }

    @Test
    void after_an_unknown_one_others_are_kept_away_from_what_is_read() {
        ScriptedAttempts attempts = new ScriptedAttempts(UNKNOWN_AND_LOST);

        update(attempts);

        assertThat(attempts.made).extracting(Made::number).containsExactly(1, Attempts.LOCKING);
    }

    @Test
    void what_may_have_happened_stays_unknown_when_the_store_is_gone() {
        ScriptedAttempts attempts = new ScriptedAttempts(UNKNOWN_AND_WRITTEN, FOR_ALL);

        assertThatThrownBy(() -> update(attempts))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("order/o-1@1")
                .hasCause(attempts.cause);
    }

    @Test
    void what_ails_the_store_as_a_whole_is_not_tried_for_each_member() {
        ScriptedAttempts attempts = new ScriptedAttempts(FOR_ALL);

        assertThatThrownBy(() -> updateEight(attempts))
                .isInstanceOf(StoreFailedException.class)
                .hasCause(attempts.cause)
                .satisfies(fault -> assertThat(fault.getSuppressed()).hasSize(7));

        assertThat(attempts.made).containsExactly(new Made(1, 8));
        assertThat(attempts.accounts).isEmpty();
    }

    @Test
    void what_ails_some_members_harms_no_other_and_is_thrown_once_the_others_are_written() {
        ScriptedAttempts attempts =
                new ScriptedAttempts().failing(eight().get(2)).failing(eight().get(5));

        assertThatThrownBy(() -> updateEight(attempts))
                .hasMessage(ScriptedAttempts.fault(eight().get(2)).getMessage())
                .satisfies(fault -> assertThat(fault.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly(ScriptedAttempts.fault(eight().get(5)).getMessage()));

        List<MemberId> others = new ArrayList<>(eight());
        others.removeAll(List.of(eight().get(2), eight().get(5)));
        assertThat(attempts.accounts.keySet()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void many_that_cannot_be_written_together_are_written_in_halves() {
        ScriptedAttempts attempts = new ScriptedAttempts(UNDONE, UNDONE, UNDONE);

        assertThat(updateEight(attempts)).hasSize(8).hasOnlyElementsOfType(Commit.Applied.class);
        assertThat(sizes(attempts)).containsExactly(8, 8, 8, 4, 4);
    }

    @Test
    void who_is_interrupted_tries_no_more_and_stays_interrupted() {
        ScriptedAttempts attempts = new ScriptedAttempts(INTERRUPTED);

        assertThatThrownBy(() -> update(attempts))
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("interrupted")
                .hasCause(attempts.cause);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts.made).hasSize(1);
    }
}
