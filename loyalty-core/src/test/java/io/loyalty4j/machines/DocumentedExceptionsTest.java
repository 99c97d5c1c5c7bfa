package io.loyalty4j.machines;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.program.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What returns of other orders and transfers can win is found by the search too, and is never more than the worst case that the linter prints. */
class DocumentedExceptionsTest {
    private static final int LENGTH = Integer.getInteger("loyalty4j.machines.length", 3);
    private static final int SEQUENCES = Integer.getInteger("loyalty4j.machines.sequences", 30);
    private static final int MORE = 5;

    private static final Pattern POINTS = Pattern.compile("(\\d+) (?:points?|times)");

    private static final List<Move> PURCHASES = Stream.concat(
                    Stream.of(
                            Moves.buy("A", 2, false),
                            Moves.buy("A", 1, false),
                            Moves.giveBack("A"),
                            Moves.send(Place.ANA, 50),
                            Moves.send(Place.ANA, 100)),
                    Stream.of("B", "C", "D")
                            .flatMap(order -> Stream.of(Moves.buy(order, 1, false), Moves.cancel(order))))
            .toList();

    private static Search search(Extra extra, ToLongFunction<Place> measure) {
        House house = House.of(List.of(), 0, extra);
        Search search = new Search(house, measure).all(PURCHASES, LENGTH);
        Chance chance = Chance.of(Chance.seed());
        IntStream.range(0, SEQUENCES * MORE).forEach(i -> search.one(PURCHASES, chance.between(5, 12), chance));
        return search;
    }

    private static long linted(House house, String path) {
        return house.program().lint().stream()
                .filter(finding -> finding.path().equals(path))
                .map(Finding::problem)
                .mapToLong(DocumentedExceptionsTest::largest)
                .max()
                .orElseThrow(() -> new AssertionError("the linter says nothing of " + path));
    }

    /** The largest number of points, or of times, that a sentence names. */
    private static long largest(String sentence) {
        Matcher matcher = POINTS.matcher(sentence);
        long largest = 0;
        while (matcher.find()) {
            largest = Math.max(largest, Long.parseLong(matcher.group(1)));
        }
        return largest;
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsWonAcrossOrdersIsNoMorePerKeptOrderThanTheLinterSays(Extra extra) {
        Search search = search(extra, DocumentedExceptionsTest::perKeptOrder);
        long most = search.most() / Bought.SIXTHS;
        House house = House.of(List.of(), 0, extra);
        long named = linted(house, "earn[" + extra.rule() + "]");
        long limit = extra == Extra.TIER ? (named - 1) * 3 * House.PRICE : named;
        System.out.printf(
                Locale.ROOT,
                "Won across orders by %s: at most %d points for each order that is kept (the linter: %d%s), by %s%n",
                extra,
                most,
                named,
                extra == Extra.TIER ? " times" : "",
                search.way());
        assertThat(most).isPositive().isLessThanOrEqualTo(limit);
    }

    private static long perKeptOrder(Place place) {
        long kept = place.tale().orders().values().stream()
                .filter(one -> one.kept() > 0)
                .count();
        long sent = Bought.SIXTHS * place.sentOfWhatCameBack();
        return (place.gain() - sent) / Math.max(1, kept);
    }

    @Test
    void whatTransfersBringOutOfReachOfReturnsIsNoMoreThanTheLinterSays() {
        Search search = search(
                Extra.NONE,
                place -> Math.min(place.ben().available(), place.ana().debt()));
        long named = linted(House.of(List.of(), 0, Extra.NONE), "transfers");
        System.out.printf(
                Locale.ROOT,
                "Won through transfers: at most %d points that one has and another owes (the linter: %d), by %s%n",
                search.most(),
                named,
                search.way());
        assertThat(search.most()).isPositive().isLessThanOrEqualTo(named);
    }
}
