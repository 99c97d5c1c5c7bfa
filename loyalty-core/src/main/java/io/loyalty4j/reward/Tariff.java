package io.loyalty4j.reward;

import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** How many points a reward takes, and what it gives for them. */
sealed interface Tariff permits FixedPrice, Menu, Payment {
    /**
     * The points it takes.
     *
     * @param asked as the order says; zero where it says none
     */
    long points(long asked);

    /** What it gives for so many points, which have passed {@link #refusal}. */
    Benefit benefit(long points, int scale);

    /** Why it cannot be had for so many points on such goods, whoever asks; empty if it can. */
    Optional<Refusal> refusal(String id, long asked, Payable goods);

    /** The numbers of points for which it can be had on such goods with a balance, or the least one if it cannot. */
    List<Long> choices(long available, Payable goods);

    /** By how many points a choice can be less or more; zero where only some numbers will do. */
    default long step(int scale) {
        return 0;
    }

    /** The fewest points of a choice that goes up to so many. */
    default long least(long most, int scale) {
        return most;
    }

    /** The discount that gives most for a point, whatever the order; of nothing where there is none. */
    MenuEntry best();

    /** Reports mistakes by the name of the clause. */
    void check(BiConsumer<String, String> report, int scale);

    String describe();
}
