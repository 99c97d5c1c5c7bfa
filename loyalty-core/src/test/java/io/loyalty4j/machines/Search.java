package io.loyalty4j.machines;

import io.loyalty4j.laws.Chance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Looks for the place with the most of something: in all sequences up to a length, or in long ones at random. */
final class Search {
    private final House house;
    private final ToLongFunction<Place> measure;
    private long visited;
    private long most = Long.MIN_VALUE;
    private List<Move> way = List.of();

    Search(House house, ToLongFunction<Place> measure) {
        this.house = house;
        this.measure = measure;
    }

    /** What a machine would give beyond the documented exceptions, in sixths of a point. */
    static long gain(Place place) {
        return place.gain() - Bought.SIXTHS * (place.sentOfWhatCameBack() + place.backFromDebt());
    }

    long visited() {
        return visited;
    }

    long most() {
        return most;
    }

    /** The sequence that has the most, without what it does not need. */
    List<Move> way() {
        return Moves.shrunk(way, fewer -> measure.applyAsLong(Moves.play(house, fewer)) >= most);
    }

    /** A sequence that has more than a limit, without what it does not need. */
    List<Move> way(long limit) {
        return Moves.shrunk(way, fewer -> measure.applyAsLong(Moves.play(house, fewer)) > limit);
    }

    /** All sequences of moves up to a length; places reached before are left alone. */
    Search all(List<Move> moves, int length) {
        return all(List.of(), moves, length);
    }

    /** The same behind a beginning. */
    Search all(List<Move> begin, List<Move> moves, int length) {
        List<Reached> here = List.of(new Reached(Moves.play(house, begin), begin));
        Set<Object> known = new HashSet<>();
        for (int step = 1; step <= length; step++) {
            List<Reached> next = new ArrayList<>();
            for (Reached reached : here) {
                for (Move move : moves) {
                    Optional<Place> place = move.from(reached.place());
                    if (place.isPresent() && known.add(place.get().key())) {
                        Reached further = new Reached(place.get(), with(reached.way(), move));
                        see(further);
                        next.add(further);
                    }
                }
            }
            here = next;
        }
        return this;
    }

    /** A sequence at random. */
    Search one(List<Move> moves, int length, Chance chance) {
        Reached reached = new Reached(Place.of(house), List.of());
        for (int step = 0; step < length; step++) {
            Move move = chance.of(moves);
            Optional<Place> place = move.from(reached.place());
            if (place.isPresent()) {
                reached = new Reached(place.get(), with(reached.way(), move));
                see(reached);
            }
        }
        return this;
    }

    private void see(Reached reached) {
        visited++;
        long own = measure.applyAsLong(reached.place());
        if (own > most) {
            most = own;
            way = reached.way();
        }
    }

    private static List<Move> with(List<Move> some, Move more) {
        List<Move> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    /** A place, and how one comes there. */
    private record Reached(Place place, List<Move> way) {}
}
