package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tills, tabs and sweeps that come for one account at the same moment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ManyAtOnceTest {
    private static final MemberId ANA = MemberId.of("ana");

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    private final LoyaltyEngine one = engine();
    private final LoyaltyEngine other = engine();

    private LoyaltyEngine engine() {
        return LoyaltyEngine.builder(Programs.plain().build())
                .store(store)
                .clock(clock)
                .build();
    }

    private LoyaltyEngine oneOfTwo(int number) {
        return number % 2 == 0 ? one : other;
    }

    private static Order order(String id, String price) {
        return Order.of(ANA, id).currency("GBP").line(OrderLine.of("thing", price));
    }

    private static Order redeeming(int number, String reward) {
        return order("o-" + number, "1.00").redeem(reward);
    }

    private void hasPoints(String points) {
        one.purchase(order("first", points + ".00"));
    }

    private static <T extends Outcome> long count(List<Outcome> outcomes, Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private Journal soundJournal() {
        Journal journal = one.journal(ANA);
        assertThat(journal.verify().findings()).isEmpty();
        return journal;
    }

    @Test
    void of_a_thousand_who_redeem_10_of_1000_points_exactly_a_hundred_succeed() throws Exception {
        hasPoints("1000");

        List<Outcome> outcomes = AtOnce.times(1_000, number -> oneOfTwo(number).purchase(redeeming(number, "ten")));

        assertThat(count(outcomes, Outcome.Applied.class)).isEqualTo(100);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.refusal().isPresent())
                .hasSize(900)
                .allMatch(new Outcome.Refused(new Refusal.InsufficientPoints("ten", 10, 0))::equals);
        assertThat(one.account(ANA).available()).isZero();
        assertThat(soundJournal().postings()).hasSize(101);
    }

    @Test
    void of_twenty_who_redeem_all_that_is_there_one_succeeds() throws Exception {
        hasPoints("80");

        List<Outcome> outcomes = AtOnce.times(20, number -> oneOfTwo(number).purchase(redeeming(number, "eighty")));

        assertThat(count(outcomes, Outcome.Applied.class)).isEqualTo(1);
        assertThat(one.account(ANA).available()).isZero();
        soundJournal();
    }

    @RepeatedTest(100)
    void a_hold_that_is_captured_released_and_timed_out_ends_once() throws Exception {
        hasPoints("100");
        Order order = redeeming(1, "eighty");
        one.reserve(order);
        clock.pass(Duration.ofHours(1));

        AtOnce.all(List.<Callable<Object>>of(
                () -> one.purchase(order),
                () -> other.reserve(order.withoutRewards()),
                () -> other.cancel(order),
                () -> one.runDue(),
                () -> other.runDue()));

        Journal journal = soundJournal();
        assertThat(journal.postings().stream()
                        .flatMap(posting -> posting.changes().stream())
                        .filter(Change.HoldClosed.class::isInstance))
                .hasSize(1);
        assertThat(leaving(journal, Bucket.HELD)).isEqualTo(entering(journal, Bucket.HELD));
        assertThat(one.account(ANA).held()).isZero();
        assertThat(one.account(ANA).available())
                .as("bought and cancelled, in whatever order")
                .isEqualTo(100);
    }

    @Test
    void somebody_who_reads_meanwhile_sees_whole_commits_only() throws Exception {
        hasPoints("100");
        List<Callable<List<String>>> acts = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            acts.add(() -> {
                for (int i = 0; i < 100; i++) {
                    Order order = redeeming(1_000 * number + i, "ten");
                    one.reserve(order);
                    one.purchase(order);
                    one.cancel(order);
                }
                return List.of();
            });
            acts.add(() -> {
                List<String> findings = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    findings.addAll(other.journal(ANA).verify().findings());
                    long all =
                            other.account(ANA).available() + other.account(ANA).held();
                    if (all < 0 || store.postings().toList().isEmpty()) {
                        findings.add("half a commit");
                    }
                }
                return findings;
            });
        }

        assertThat(AtOnce.all(acts)).allSatisfy(findings -> assertThat(findings).isEmpty());
        assertThat(one.account(ANA).available()).isEqualTo(100);
        soundJournal();
    }

    private static long leaving(Journal journal, Bucket bucket) {
        return journal.postings().stream()
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.from() == bucket)
                .mapToLong(Entry::points)
                .sum();
    }

    private static long entering(Journal journal, Bucket bucket) {
        return journal.postings().stream()
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.to() == bucket)
                .mapToLong(Entry::points)
                .sum();
    }
}
