package io.loyalty4j.store;

import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * {@link LoyaltyStore#update} and {@link LoyaltyStore#updateAll} for stores that write if nobody wrote meanwhile: answers repetitions, decides, tries again
 * with growing pauses, finds out what became of a commit whose answer was lost, and lets those of one process who want the same account commit together.
 * Thread-safe.
 */
public final class Updates {
    private static final int MEMBERS = 256;

    private final Attempts attempts;
    private final Retries retries;
    private final ConcurrentHashMap<MemberId, Line> lines = new ConcurrentHashMap<>();

    public Updates(Attempts attempts, Retries retries) {
        this.attempts = attempts;
        this.retries = retries;
    }

    /**
     * One update.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException if it may have been written and that could not be found out in time
     * @throws StoreFailedException if it could not be written in time, and was not
     */
    public Commit update(Request request, Decision decision) {
        MemberId member = request.member();
        Line line = lines.compute(member, (id, known) -> (known == null ? new Line() : known).joined());
        try {
            return line.answer(
                            new Unit(request, decision),
                            retries,
                            units -> round(List.of(units)).get(0))
                    .orElseThrow(() ->
                            new StoreFailedException((Thread.currentThread().isInterrupted()
                                            ? "the thread was interrupted"
                                            : "others were busy with the account of " + member + " all the time")
                                    + "; nothing was booked"))
                    .get();
        } finally {
            lines.computeIfPresent(member, (id, known) -> known.left() ? null : known);
        }
    }

    /**
     * Several updates, {@link LoyaltyStore#updateAll}: up to 256 members in one attempt. What fails for one member harms no other: all others are written
     * before the failure is thrown, with what else failed as suppressed.
     */
    public List<Commit> updateAll(List<Unit> units) {
        return new Grouped(units).commits(MEMBERS, this::round);
    }

    /** The same, each member in an attempt of its own. */
    public List<Commit> updateEach(List<Unit> units) {
        return new Grouped(units).commits(1, this::round);
    }

    private List<List<Answer>> round(List<List<Unit>> members) {
        return new Round(attempts, retries, members).run();
    }

    /**
     * Within a transaction of somebody else: decided once, and whatever fails is thrown.
     *
     * @param attempt reads, has decided, and writes all of it, or throws
     */
    public static List<Commit> once(
            List<Unit> units, BiConsumer<List<Reading>, Function<Loaded, Optional<Batch>>> attempt) {
        return new Grouped(units).commits(MEMBERS, members -> decided(members, attempt));
    }

    private static List<List<Answer>> decided(
            List<List<Unit>> members, BiConsumer<List<Reading>, Function<Loaded, Optional<Batch>>> attempt) {
        Map<MemberId, List<Unit>> open = new HashMap<>();
        Map<MemberId, List<Answer>> found = new HashMap<>();
        members.forEach(own -> open.put(member(own), own));
        attempt.accept(members.stream().map(Reading::of).toList(), loaded -> {
            Deciding deciding = new Deciding(loaded);
            List<Unit> own = open.getOrDefault(loaded.account().member(), List.of());
            found.put(
                    loaded.account().member(),
                    own.stream().map(deciding::answer).toList());
            return deciding.batch();
        });
        return members.stream()
                .map(own -> found.getOrDefault(member(own), List.of()))
                .toList();
    }

    private static MemberId member(List<Unit> units) {
        return units.get(0).request().member();
    }

    /** The same of one, whose conflict is thrown. */
    public static Commit once(Unit unit, BiConsumer<List<Reading>, Function<Loaded, Optional<Batch>>> attempt) {
        Answer[] answer = new Answer[1];
        attempt.accept(List.of(Reading.of(List.of(unit))), loaded -> {
            Deciding deciding = new Deciding(loaded);
            answer[0] = deciding.answer(unit);
            return deciding.batch();
        });
        return answer[0].get();
    }
}
