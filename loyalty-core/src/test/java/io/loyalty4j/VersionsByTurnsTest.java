package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines with several versions of a program take turns on the same accounts: each version is adopted once, and none is taken back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class VersionsByTurnsTest extends EngineFixture {
    private static final Instant JULY = Instant.parse("2026-06-30T23:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-07-31T23:00:00Z");

    private final LoyaltyEngine first = running(Programs.plain());
    private final LoyaltyEngine second = version("2", "2026-07-01", 7);
    private final LoyaltyEngine third = version("3", "2026-08-01", 30);

    private LoyaltyEngine version(String name, String from, int bonus) {
        return running(Programs.plain()
                .version(name)
                .inForceFrom(from)
                .earn("more", EarnRules.points(bonus).perOrder()));
    }

    private List<Posting> adoptions(MemberId member) {
        return store.postings(member)
                .filter(posting -> posting.header().kind() == Posting.Kind.ADOPT)
                .toList();
    }

    private String adopted(MemberId member) {
        return store.find(member).orElseThrow().program().version();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoever_comes_first_each_account_adopts_once_and_the_older_machine_is_refused_from_then_on(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MemberId> members = IntStream.range(0, 5).mapToObj(MemberId::of).toList();
        members.forEach(
                member -> first.purchase(order(member, "opened", "10.00")).receipt());
        clock.set("2026-06-29T00:00:00Z");
        for (int turn = 0; turn < 300; turn++) {
            clock.pass(Duration.ofMinutes(random.nextInt(60)));
            MemberId member = members.get(random.nextInt(5));
            boolean newer = random.nextBoolean();
            if (random.nextInt(30) == 0) {
                (newer ? second : first).runDue(clock.instant());
            } else {
                buys(newer, member, "turn-" + turn);
            }
        }

        assertThat(clock.instant()).isAfter(JULY);
        second.runDue(clock.instant());
        for (MemberId member : members) {
            assertThat(adoptions(member))
                    .extracting(posting -> posting.header().programVersion())
                    .containsExactly("2");
            assertThat(adoptions(member).get(0).header().occurredAt()).isEqualTo(JULY);
            assertThat(second.journal(member).verify().findings()).isEmpty();
        }
    }

    private void buys(boolean newer, MemberId member, String id) {
        String before = adopted(member);
        long postings = store.postings(member).count();
        Outcome outcome = (newer ? second : first).purchase(order(member, id, "10.00"));
        if (newer && clock.instant().isBefore(JULY)) {
            assertThat(outcome.refusal()).contains(new Refusal.ProgramNotInForce("2", JULY));
        } else if (!newer && before.equals("2")) {
            assertThat(outcome.refusal()).contains(new Refusal.ProgramOutdated("1", "2"));
        } else {
            assertThat(outcome.receipt().earned()).isEqualTo(newer ? 17 : 10);
            assertThat(adopted(member)).isEqualTo(newer ? "2" : before);
            return;
        }
        assertThat(store.postings(member)).as("a refusal writes nothing").hasSize((int) postings);
    }

    @Test
    void the_older_machine_goes_on_until_the_newer_one_has_come() {
        first.purchase(order(ANA, "1", "10.00"));
        clock.set("2026-07-10T12:00:00Z");

        assertThat(first.purchase(order(ANA, "2", "10.00")).receipt().earned()).isEqualTo(10);
        assertThat(second.runDue(clock.instant()).booked()).isEqualTo(1);
        assertThat(first.purchase(order(ANA, "3", "10.00")).refusal()).contains(new Refusal.ProgramOutdated("1", "2"));
        assertThat(first.quote(order(ANA, "3", "10.00")).refusal()).contains(new Refusal.ProgramOutdated("1", "2"));
        assertThat(first.reserve(order(ANA, "3", "10.00").redeem("ten")).refusal())
                .contains(new Refusal.ProgramOutdated("1", "2"));
    }

    @Test
    void versions_that_were_skipped_are_adopted_in_turn_by_the_machines_that_know_them() {
        first.purchase(order(ANA, "1", "10.00"));
        clock.set("2026-08-02T12:00:00Z");

        second.runDue(clock.instant());
        assertThat(adopted(ANA)).isEqualTo("2");
        third.runDue(clock.instant());
        second.runDue(clock.instant());
        first.runDue(clock.instant());

        assertThat(adoptions(ANA))
                .extracting(posting -> posting.header().occurredAt())
                .containsExactly(JULY, AUGUST);
        assertThat(adopted(ANA)).isEqualTo("3");
        assertThat(third.journal(ANA).verify().findings()).isEmpty();
    }

    @Test
    void a_version_that_no_machine_knew_in_time_is_never_adopted() {
        first.purchase(order(ANA, "1", "10.00"));
        clock.set("2026-08-02T12:00:00Z");

        assertThat(third.purchase(order(ANA, "2", "10.00")).receipt().earned()).isEqualTo(40);
        assertThat(second.purchase(order(ANA, "3", "10.00")).refusal()).contains(new Refusal.ProgramOutdated("2", "3"));
        assertThat(second.runDue(clock.instant()).booked()).isZero();

        assertThat(adoptions(ANA))
                .extracting(posting -> posting.header().programVersion())
                .containsExactly("3");
    }

    @Test
    void of_two_versions_in_force_from_one_instant_an_account_keeps_the_one_it_has() {
        LoyaltyEngine twin = version("2b", "2026-07-01", 8);
        first.purchase(order(ANA, "1", "10.00"));
        clock.set("2026-07-10T12:00:00Z");
        second.runDue(clock.instant());

        for (int round = 0; round < 3; round++) {
            assertThat(twin.runDue(clock.instant()).booked()).isZero();
            assertThat(twin.purchase(order(ANA, "twin-" + round, "10.00")).refusal())
                    .contains(new Refusal.ProgramOutdated("2b", "2"));
            second.purchase(order(ANA, "second-" + round, "10.00")).receipt();
        }

        assertThat(adoptions(ANA)).hasSize(1);
    }
}
