package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;

import io.loyalty4j.shop.Command;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Unit;
import java.util.List;
import java.util.stream.Stream;

/** Updates that are sent together, and what became of them. */
final class Batch {
    private Batch() {}

    static Unit unit(Trial trial, Command command) {
        return new Unit(Trial.request(command), trial.decision(PLAIN, command));
    }

    static List<Commit> send(Trial trial, Command... commands) {
        return trial.store()
                .updateAll(Stream.of(commands).map(each -> unit(trial, each)).toList());
    }

    /** {@code A} applied, {@code P} replayed, {@code R} refused. */
    static String kinds(List<Commit> commits) {
        StringBuilder kinds = new StringBuilder();
        commits.forEach(each ->
                kinds.append(each instanceof Commit.Applied ? 'A' : each instanceof Commit.Replayed ? 'P' : 'R'));
        return kinds.toString();
    }
}
