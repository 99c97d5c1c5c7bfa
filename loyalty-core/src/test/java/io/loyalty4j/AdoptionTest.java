package io.loyalty4j;

import static io.loyalty4j.Rounds.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A new version of the program reaches accounts in which nothing is due by rounds of housekeeping. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AdoptionTest extends EngineFixture {
    private static final int BATCH = 256;
    private static final int MEMBERS = 600;

    private final LoyaltyEngine old = running(Programs.plain());

    private LoyaltyEngine young(LoyaltyStore where) {
        return LoyaltyEngine.builder(
                        Programs.plain().version("2").inForceFrom("2026-07-01").build())
                .store(where)
                .clock(clock)
                .build();
    }

    private void membersBuy(int members) {
        for (int i = 0; i < members; i++) {
            old.purchase(order(MemberId.of(i), "1", "20.00")).receipt();
        }
    }

    private long adoptions() {
        return store.postings()
                .filter(posting -> posting.header().kind() == Posting.Kind.ADOPT)
                .count();
    }

    private void eachAdoptedOnce(int members) {
        for (int i = 0; i < members; i++) {
            assertThat(store.postings(MemberId.of(i)))
                    .extracting(posting -> posting.header().kind())
                    .containsExactly(Posting.Kind.COMMAND, Posting.Kind.ADOPT);
            assertThat(old.journal(MemberId.of(i)).verify().findings()).isEmpty();
        }
    }

    @Test
    void rounds_take_so_many_members_and_say_whether_there_are_more() {
        membersBuy(MEMBERS);
        clock.set("2026-07-02T12:00:00Z");
        LoyaltyEngine young = young(store);

        assertThat(young.runDue()).satisfies(round(BATCH, 0, true, false));
        assertThat(young.runDue()).satisfies(round(BATCH, 0, true, false));
        assertThat(young.runDue()).satisfies(round(MEMBERS - 2 * BATCH, 0, false, false));
        assertThat(young.runDue()).satisfies(round(0, 0, false, false));

        eachAdoptedOnce(MEMBERS);
        Posting adopted = store.postings(MemberId.of(0)).skip(1).findFirst().orElseThrow();
        assertThat(adopted.header().occurredAt()).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
        assertThat(adopted.header().programVersion()).isEqualTo("2");
    }

    @Test
    void two_engines_at_once_take_none_over_twice() throws Exception {
        membersBuy(MEMBERS);
        clock.set("2026-07-02T12:00:00Z");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        int booked = 0;
        try {
            List<Future<Integer>> each = new ArrayList<>();
            for (LoyaltyEngine engine : List.of(young(store), young(store))) {
                each.add(threads.submit(() -> {
                    start.await();
                    return untilThereIsNothingMore(engine);
                }));
            }
            for (Future<Integer> one : each) {
                booked += one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(booked).isEqualTo(MEMBERS);
        eachAdoptedOnce(MEMBERS);
    }

    private static int untilThereIsNothingMore(LoyaltyEngine engine) {
        int booked = 0;
        DueReport report;
        do {
            report = engine.runDue();
            booked += report.booked();
        } while (report.more());
        return booked;
    }

    @Test
    void what_is_due_comes_first_and_shares_the_round() {
        LoyaltyEngine campus = running(Programs.campus());
        campus.purchase(order(ANA, "1", "20.00")).receipt();
        membersBuy(BATCH);
        clock.set("2026-07-02T12:00:00Z");
        LoyaltyEngine young = young(store);

        assertThat(young.runDue(clock.instant())).satisfies(round(BATCH, 0, true, false));
        assertThat(store.postings(ANA))
                .extracting(posting -> posting.header().kind())
                .containsExactly(Posting.Kind.COMMAND, Posting.Kind.TIME, Posting.Kind.ADOPT);
        assertThat(young.runDue()).satisfies(round(1, 0, false, false));
    }

    @Test
    void a_version_that_is_not_in_force_is_taken_over_nowhere() {
        membersBuy(3);
        clock.set("2026-06-30T22:59:59.999Z");
        LoyaltyEngine young = young(store);

        assertThat(young.runDue()).satisfies(round(0, 0, false, false));
        clock.set("2026-06-30T23:00:00Z");
        assertThat(young.runDue()).satisfies(round(3, 0, false, false));
    }

    @Test
    void an_older_version_is_never_taken_back() {
        membersBuy(3);
        clock.set("2026-07-02T12:00:00Z");
        LoyaltyEngine older = running(Programs.plain());
        young(store).runDue();

        assertThat(older.runDue()).satisfies(round(0, 0, false, false));
        assertThat(adoptions()).isEqualTo(3);
    }

    @Test
    void a_member_for_whom_it_fails_is_left_for_the_next_rounds_and_stops_no_other() {
        membersBuy(BATCH + 3);
        clock.set("2026-07-02T12:00:00Z");
        HookedStore broken = new HookedStore(store);
        broken.breaksBefore(request -> request.member().equals(MemberId.of(1)));
        LoyaltyEngine young = young(broken);

        assertThat(young.runDue()).satisfies(round(BATCH - 1, 0, true, false));
        assertThat(young.runDue()).satisfies(round(3, 0, false, false));
        broken.holds();
        assertThat(young.runDue()).satisfies(round(1, 0, false, false));
        eachAdoptedOnce(BATCH + 3);
    }

    @Test
    void frozen_closed_forgotten_and_merged_accounts_take_it_over_too() {
        membersBuy(6);
        old.execute(StatusChange.freeze(MemberId.of(0), "s-1").by("agent").because("fraud"))
                .receipt();
        old.execute(StatusChange.close(MemberId.of(1), "s-1").by("agent").because("left"))
                .receipt();
        old.execute(StatusChange.forget(MemberId.of(2), "s-1").by("agent").because("asked"))
                .receipt();
        old.execute(Merge.of(MemberId.of(3), "m-1")
                        .into(MemberId.of(4))
                        .by("agent")
                        .because("two cards"))
                .receipt();
        clock.set("2026-07-02T12:00:00Z");

        assertThat(young(store).runDue()).satisfies(round(6, 0, false, false));

        for (int i = 0; i < 6; i++) {
            assertThat(store.find(MemberId.of(i)).orElseThrow().program().version())
                    .isEqualTo("2");
            assertThat(old.journal(MemberId.of(i)).verify().findings()).isEmpty();
        }
        assertThat(List.of(0, 1, 2, 3).stream()
                        .map(i -> store.find(MemberId.of(i)).orElseThrow().status()))
                .containsExactly(
                        Account.Status.FROZEN, Account.Status.CLOSED, Account.Status.FORGOTTEN, Account.Status.MERGED);
    }
}
