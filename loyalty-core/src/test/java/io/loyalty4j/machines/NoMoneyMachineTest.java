package io.loyalty4j.machines;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The law: no sequence of buying, reserving, redeeming, sending, cancelling, returning, editing, splitting, merging and waiting leaves members with more value
 * than the goods that they keep would have given them, bought alone at the same instants and paid with the same rewards, with the same older points. Value is
 * discounts on kept goods and points that live, less what is owed; it is compared at once and at later instants, so that a later end counts too.
 *
 * <p>What a policy says itself is part of the yardstick, and no more: PENDING_ONLY takes nothing of an order that was usable; WITHIN_BALANCE leaves what it
 * notes as owed; GRACE_30_DAYS gives 30 days to points that come back into a lapsed lot, once.
 */
class NoMoneyMachineTest {
    private static final int LENGTH = Integer.getInteger("loyalty4j.machines.length", 3);
    private static final int PAYING_TURNS = 7;
    private static final int SEQUENCES = Integer.getInteger("loyalty4j.machines.sequences", 30);

    @Test
    void noShortSequenceIsAMoneyMachineUnderAnyCombinationOfPolicies() {
        none("all sequences of " + LENGTH, House.all(), search -> search.all(Moves.FEW, LENGTH));
    }

    @Test
    void noLongSequenceIsEither() {
        long seed = Chance.seed();
        Chance chance = Chance.of(seed);
        none("random sequences, seed " + seed, House.all(), search -> some(search, Moves.MANY, 10, 14, chance));
    }

    @Test
    void noneIsWherePointsPayAsManyAsOneLikes() {
        long seed = Chance.seed();
        Chance chance = Chance.of(seed);
        List<House> houses = House.all();
        List<House> paying = IntStream.iterate(
                        chance.below(PAYING_TURNS), i -> i < houses.size(), i -> i + PAYING_TURNS)
                .mapToObj(i -> houses.get(i).paying())
                .toList();
        none("payments, seed " + seed, paying, search -> {
            search.all(Moves.PAYING, LENGTH);
            some(search, Moves.PAYING, 8, 12, chance);
        });
    }

    private static void some(Search search, List<Move> moves, int shortest, int longest, Chance chance) {
        for (int i = 0; i < SEQUENCES; i++) {
            search.one(moves, chance.between(shortest, longest), chance);
        }
    }

    private static void none(String what, List<House> houses, Consumer<Search> searching) {
        long begin = System.nanoTime();
        long visited = 0;
        List<String> machines = new ArrayList<>();
        for (House house : houses) {
            Search search = new Search(house, Search::gain);
            searching.accept(search);
            visited += search.visited();
            note(house, search, machines);
        }
        report(what, visited, begin);
        assertThat(machines).isEmpty();
    }

    @Test
    void noOldPointsBecomeYoungWhereOthersStoodInForThem() {
        List<Move> begin = List.of(
                Moves.review(),
                Moves.pass(26),
                Moves.reserve("B"),
                Moves.buy("A", 1, false),
                Moves.buy("C", 1, true),
                Moves.cancel("B"));
        List<String> machines = new ArrayList<>();
        List<House> houses = House.all();
        for (int i = 0; i < houses.size(); i += 6) {
            House house = houses.get(i);
            Search search = new Search(house, Search::gain).all(begin, Moves.MANY, 2);
            note(house, search, machines);
        }
        assertThat(machines).isEmpty();
    }

    private static void note(House house, Search search, List<String> machines) {
        if (search.most() > 0 && machines.size() < 20) {
            List<Move> way = search.way(0);
            long gain = Search.gain(Moves.play(house, way));
            machines.add(gain + "/6 points: " + way + "\n  under " + house + "\n  " + Moves.play(house, way));
        }
    }

    private static void report(String what, long visited, long begin) {
        System.out.printf(
                Locale.ROOT,
                "No money machine in %s: %d places, %.1f s%n",
                what,
                visited,
                (System.nanoTime() - begin) / 1e9);
    }
}
