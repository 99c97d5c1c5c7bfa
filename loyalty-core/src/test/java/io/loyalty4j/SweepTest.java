package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine may lose its power anywhere in a round: another one ends the work, and nobody can tell afterwards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SweepTest extends EngineFixture {
    private static final int MEMBERS = 30;

    /** Ends the process: nothing may catch it. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static Predicate<Request> atUpdate(int number) {
        AtomicInteger updates = new AtomicInteger();
        return request -> {
            if (updates.incrementAndGet() == number) {
                throw new PowerCut();
            }
            return false;
        };
    }

    private LoyaltyEngine machine(LoyaltyStore where, boolean newer) {
        var program = newer ? Programs.campus().version("2").inForceFrom("2026-06-10") : Programs.campus();
        return LoyaltyEngine.builder(program.build()).store(where).clock(clock).build();
    }

    private LoyaltyStore filled() {
        LoyaltyStore filled = LoyaltyStore.inMemory();
        LoyaltyEngine till = machine(filled, false);
        clock.set("2026-06-01T12:00:00Z");
        for (int i = 0; i < MEMBERS; i++) {
            till.purchase(order(MemberId.of(i), "1", "20.00")).receipt();
            till.enrol(Member.of(MemberId.of("idle-" + i))).receipt();
        }
        clock.set("2027-08-01T12:00:00Z");
        return filled;
    }

    private static List<Optional<Account>> accounts(LoyaltyStore of) {
        return IntStream.range(0, MEMBERS)
                .boxed()
                .flatMap(i -> List.of(of.find(MemberId.of(i)), of.find(MemberId.of("idle-" + i))).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 29, 30, 31, 45, 60})
    void wherever_a_round_ends_another_machine_ends_the_work_as_if_nothing_had_been(int update) {
        LoyaltyStore whole = filled();
        machine(whole, true).runDue(clock.instant());
        for (boolean before : List.of(true, false)) {
            LoyaltyStore stopped = filled();
            HookedStore power = new HookedStore(stopped);
            if (before) {
                power.breaksBefore(atUpdate(update));
            } else {
                power.breaksAfter(atUpdate(update));
            }
            LoyaltyEngine dying = machine(power, true);
            assertThatThrownBy(() -> dying.runDue(clock.instant())).isInstanceOf(PowerCut.class);

            int rest = machine(stopped, true).runDue(clock.instant()).booked();

            assertThat(rest).isEqualTo(2 * MEMBERS - (before ? update - 1 : update));
            assertThat(accounts(stopped)).isEqualTo(accounts(whole));
            assertThat(stopped.postings())
                    .containsExactlyElementsOf(whole.postings().toList());
        }
    }
}
