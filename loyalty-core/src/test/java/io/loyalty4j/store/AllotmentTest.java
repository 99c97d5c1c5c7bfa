package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.store.Allotment.Grant;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums of an amount that members share. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AllotmentTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Allotment NOTHING_TAKEN = Allotment.of("spring");

    @Nested
    final class A_claim {
        @Test
        void is_granted_whole_while_enough_is_left() {
            Allotment claimed = NOTHING_TAKEN.claimed("ana", 30, 100, NOON);

            assertThat(claimed.open()).containsExactly(Map.entry("ana", new Grant(30, NOON)));
            assertThat(claimed.granted("ana")).isEqualTo(30);
            assertThat(claimed.granted("ben")).isZero();
            assertThat(claimed.taken()).isEqualTo(30);
            assertThat(NOTHING_TAKEN.taken()).as("immutable").isZero();
        }

        @Test
        void is_granted_what_used_and_open_grants_leave() {
            Allotment claimed = NOTHING_TAKEN
                    .claimed("ana", 30, 100, NOON)
                    .settled("ana", 20)
                    .claimed("ben", 50, 100, NOON)
                    .claimed("cem", 50, 100, NOON);

            assertThat(claimed.granted("cem")).isEqualTo(30);
            assertThat(claimed.taken()).isEqualTo(100);
        }

        @Test
        void of_what_is_taken_by_others_leaves_no_trace() {
            Allotment full = NOTHING_TAKEN.claimed("ana", 100, 100, NOON);

            assertThat(full.claimed("ben", 1, 100, NOON)).isEqualTo(full);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void of_nothing_changes_nothing(long wanted) {
            Allotment open = NOTHING_TAKEN.claimed("ana", 30, 100, NOON);

            assertThat(NOTHING_TAKEN.claimed("ana", wanted, 100, NOON)).isEqualTo(NOTHING_TAKEN);
            assertThat(open.claimed("ana", wanted, 100, LATER)).isEqualTo(open);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void under_a_limit_that_leaves_nothing_is_granted_nothing(long limit) {
            Allotment open = NOTHING_TAKEN.claimed("ana", 30, 100, NOON);

            assertThat(NOTHING_TAKEN.claimed("ben", 1, limit, NOON)).isEqualTo(NOTHING_TAKEN);
            assertThat(open.claimed("ben", 1, limit, NOON)).isEqualTo(open);
        }
    }

    @Nested
    final class A_claim_made_again {
        private final Allotment open =
                NOTHING_TAKEN.claimed("ana", 30, 100, NOON).claimed("ben", 40, 100, NOON);

        @Test
        void is_not_counted_twice_and_begins_its_age_anew() {
            Allotment again = open.claimed("ana", 30, 100, LATER);

            assertThat(again.open())
                    .containsEntry("ana", new Grant(30, LATER))
                    .containsEntry("ben", new Grant(40, NOON));
            assertThat(again.taken()).isEqualTo(70);
        }

        @Test
        void gets_more_if_it_wants_more_and_there_is_more() {
            assertThat(open.claimed("ana", 50, 100, LATER).granted("ana")).isEqualTo(50);
            assertThat(open.claimed("ana", 70, 100, LATER).granted("ana")).isEqualTo(60);
            assertThat(open.claimed("ana", Long.MAX_VALUE, 200, LATER).granted("ana"))
                    .isEqualTo(160);
        }

        @Test
        void keeps_what_it_has_if_it_wants_less_or_the_limit_was_lowered() {
            assertThat(open.claimed("ana", 10, 100, LATER).granted("ana")).isEqualTo(30);
            assertThat(open.claimed("ana", 90, 20, LATER).open()).containsEntry("ana", new Grant(30, LATER));
        }

        @Test
        void after_a_settlement_is_a_new_one() {
            Allotment anew = open.settled("ana", 30).claimed("ana", 50, 100, LATER);

            assertThat(anew.granted("ana")).isEqualTo(30);
            assertThat(anew.taken()).isEqualTo(100);
        }
    }

    @Nested
    final class A_settlement {
        private final Allotment open =
                NOTHING_TAKEN.claimed("ana", 30, 100, NOON).claimed("ben", 40, 100, NOON);

        @Test
        void keeps_what_was_used_and_gives_back_the_rest() {
            Allotment settled = open.settled("ana", 12);

            assertThat(settled.used()).isEqualTo(12);
            assertThat(settled.open()).containsOnlyKeys("ben");
            assertThat(settled.taken()).isEqualTo(52);
        }

        @Test
        void of_a_grant_of_which_nothing_was_used_leaves_no_trace() {
            assertThat(open.settled("ana", 0).settled("ben", 0)).isEqualTo(NOTHING_TAKEN);
        }

        @Test
        void may_be_repeated() {
            Allotment settled = open.settled("ana", 12);

            assertThat(settled.settled("ana", 12)).isEqualTo(settled);
            assertThat(settled.settled("nobody", 99)).isEqualTo(settled);
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 31, Long.MAX_VALUE, Long.MIN_VALUE})
        void of_less_than_nothing_or_more_than_was_granted_is_refused(long used) {
            assertThatThrownBy(() -> open.settled("ana", used))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(used + " of 30 that ana was granted of spring");
        }
    }

    @Nested
    final class The_claimant {
        @Test
        void is_nobody_of_what_nobody_took() {
            assertThat(NOTHING_TAKEN.claimant()).isEmpty();
        }

        @Test
        void of_one_is_who_got_it_and_stays_so_once_it_is_used() {
            Allotment one = NOTHING_TAKEN.claimed("ana", 1, 1, NOON).claimed("ben", 1, 1, NOON);

            assertThat(one.claimant()).contains("ana");
            assertThat(one.settled("ana", 1).claimed("ben", 1, 1, LATER).claimant())
                    .contains("ana");
        }

        @Test
        void of_one_that_was_given_back_is_the_next_to_get_it() {
            Allotment back = NOTHING_TAKEN.claimed("ana", 1, 1, NOON).settled("ana", 0);

            assertThat(back.claimant()).isEmpty();
            assertThat(back.claimed("ben", 1, 1, LATER).claimant()).contains("ben");
        }

        @Test
        void of_what_several_have_is_the_oldest_until_one_uses_it() {
            Allotment both = NOTHING_TAKEN.claimed("zoe", 10, 100, NOON).claimed("ana", 10, 100, LATER);

            assertThat(both.claimant()).contains("zoe");
            assertThat(both.settled("zoe", 0).claimant()).contains("ana");
            assertThat(both.settled("ana", 5).claimant()).contains("ana");
        }

        @Test
        void of_grants_of_one_age_does_not_depend_on_who_came_first() {
            assertThat(NOTHING_TAKEN
                            .claimed("zoe", 1, 9, NOON)
                            .claimed("ana", 1, 9, NOON)
                            .claimant())
                    .isEqualTo(NOTHING_TAKEN
                            .claimed("ana", 1, 9, NOON)
                            .claimed("zoe", 1, 9, NOON)
                            .claimant());
        }
    }

    @Nested
    final class The_largest_amounts {
        private static final long MOST = Long.MAX_VALUE;

        @Test
        void are_granted_and_used_to_the_last() {
            Allotment all = NOTHING_TAKEN
                    .claimed("ana", MOST - 1, MOST, NOON)
                    .claimed("ben", MOST, MOST, NOON)
                    .claimed("ana", MOST, MOST, LATER);

            assertThat(all.granted("ana")).isEqualTo(MOST - 1);
            assertThat(all.granted("ben")).isEqualTo(1);
            assertThat(all.taken()).isEqualTo(MOST);
            assertThat(all.settled("ana", MOST - 1).settled("ben", 1).used()).isEqualTo(MOST);
        }

        @Test
        void are_refused_where_their_sum_is_none() {
            assertThatThrownBy(
                            () -> new Allotment("spring", Optional.of("ana"), MOST, Map.of("ben", new Grant(1, NOON))))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Nested
    final class What_is_impossible {
        @Test
        void is_refused() {
            assertThatThrownBy(() -> new Allotment("spring", Optional.of("ana"), -1, Map.of()))
                    .hasMessage("-1 used of spring, first by ana");
            assertThatThrownBy(() -> new Allotment("spring", Optional.of("ana"), 0, Map.of()))
                    .hasMessage("0 used of spring, first by ana");
            assertThatThrownBy(() -> new Allotment("spring", Optional.empty(), 1, Map.of()))
                    .hasMessage("1 used of spring, first by nobody");
            assertThatThrownBy(() -> new Grant(0, NOON)).hasMessage("a grant of 0");
            assertThatThrownBy(() -> new Grant(-1, NOON)).hasMessage("a grant of -1");
        }

        @Test
        void is_to_change_one_from_outside() {
            Map<String, Grant> open = new HashMap<>(Map.of("ana", new Grant(1, NOON)));
            Allotment allotment = new Allotment("spring", Optional.empty(), 0, open);
            open.clear();

            assertThat(allotment.taken()).isEqualTo(1);
            assertThatThrownBy(() -> allotment.open().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
