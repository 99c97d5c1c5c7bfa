package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A history that cannot have happened is found out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LinearTest {
    private static final MemberId ANA = MemberId.of("ana");

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final Linear linear = new Linear(store, Market.SELLING_OUT);
    private final List<Told> told = new ArrayList<>();

    @BeforeEach
    void threeOrdersOneAfterTheOther() throws Exception {
        Tills tills = new Tills(Market.SELLING_OUT, List.of(Market.machine(store)), 1);
        told.add(tills.open(ANA));
        told.addAll(tills.sell(1, 3, number -> ANA));
    }

    @Test
    void what_happened_one_after_the_other_is_found_to_be_so() {
        linear.check(told);
    }

    @Test
    void one_who_ended_before_another_began_does_not_come_after_them() {
        Told first = told.get(1);
        Told second = told.get(2);
        told.set(1, at(first, second.begun(), second.ended()));
        told.set(2, at(second, first.begun(), first.ended()));

        assertThatThrownBy(() -> linear.check(told))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("had ended before one that was booked earlier began");
    }

    private static Told at(Told told, long begun, long ended) {
        return new Told(told.member(), told.number(), told.answer(), told.version(), told.hash(), begun, ended);
    }

    @Test
    void what_was_told_to_nobody_may_not_be_there() {
        told.remove(2);

        assertThatThrownBy(() -> linear.check(told)).isInstanceOf(AssertionError.class);
    }

    @Test
    void two_who_were_told_the_same_version_cannot_both_be_right() {
        Told second = told.get(2);
        told.set(2, new Told(ANA, 2, "Applied", 2, told.get(1).hash(), second.begun(), second.ended()));

        assertThatThrownBy(() -> linear.check(told)).isInstanceOf(AssertionError.class);
    }

    @Test
    void another_market_does_not_come_to_the_same() {
        assertThatThrownBy(() -> new Linear(store, Market.GOING_ON).check(told))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("alone in its place 1");
    }
}
