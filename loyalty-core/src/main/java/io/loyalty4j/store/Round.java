package io.loyalty4j.store;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units of some members, tried until each has its answer. */
final class Round {
    private final Attempts attempts;
    private final Retries retries;
    private final List<List<Unit>> members;
    private final Map<MemberId, List<Unit>> open = new LinkedHashMap<>();
    private final Map<MemberId, List<Answer>> settled = new HashMap<>();
    /** Answers that were given to a commit of which nobody knows whether it was done. */
    private Map<MemberId, List<Answer>> perhaps = new HashMap<>();

    private @Nullable Throwable last;

    Round(Attempts attempts, Retries retries, List<List<Unit>> members) {
        this.attempts = attempts;
        this.retries = retries;
        this.members = members;
        members.forEach(units -> open.put(member(units), units));
    }

    private static MemberId member(List<Unit> units) {
        return units.get(0).request().member();
    }

    /** The answers in the order of the units. */
    List<List<Answer>> run() {
        long begun = System.nanoTime();
        for (int number = 1; !open.isEmpty(); number++) {
            if (number > 1) {
                retries.waitBefore(number);
            }
            if (retries.allow(number, begun)) {
                attempt(number);
            } else {
                giveUp(number - 1);
            }
        }
        return members.stream()
                .map(units -> Optional.ofNullable(settled.get(member(units))).orElseThrow())
                .toList();
    }

    private void attempt(int number) {
        Map<MemberId, List<Answer>> found = new HashMap<>();
        try {
            Set<MemberId> lost = attempts.attempt(number, readings(), loaded -> decide(loaded, found));
            found.keySet().removeAll(lost);
            found.forEach(this::settle);
        } catch (AttemptFailed e) {
            last = e.reason();
            if (e.unknown()) {
                perhaps.putAll(found);
            }
        } catch (RuntimeException | Error e) {
            apart(e);
        }
    }

    private List<Reading> readings() {
        return open.values().stream().map(Reading::of).toList();
    }

    private Optional<Batch> decide(Loaded loaded, Map<MemberId, List<Answer>> found) {
        MemberId member = loaded.account().member();
        List<Unit> units = open.getOrDefault(member, List.of());
        Deciding deciding = new Deciding(loaded);
        List<Answer> answers = new ArrayList<>();
        for (Unit unit : units) {
            answers.add(known(deciding.answer(unit), perhaps.get(member), answers.size()));
        }
        found.put(member, answers);
        return deciding.batch();
    }

    /** What was booked by the attempt that did not say so is no repetition. */
    private static Answer known(Answer now, @Nullable List<Answer> then, int place) {
        return then != null
                        && now.commit() instanceof Commit.Replayed replayed
                        && then.get(place).commit() instanceof Commit.Applied applied
                        && applied.postings().stream()
                                .map(Posting::hash)
                                .anyMatch(replayed.first().hash()::equals)
                ? then.get(place)
                : now;
    }

    private void settle(MemberId member, List<Answer> answers) {
        settled.put(member, answers);
        open.remove(member);
    }

    /** The attempt fails whoever tries again: those are looked for whose fault it is, so that the others are served. */
    private void apart(Throwable fault) {
        List<List<Unit>> left = new ArrayList<>(open.values());
        if (left.size() > 1) {
            int half = left.size() / 2;
            settleBy(new Round(attempts, retries, left.subList(0, half)));
            settleBy(new Round(attempts, retries, left.subList(half, left.size())));
        } else if (left.get(0).size() > 1) {
            List<Answer> answers = left.get(0).stream()
                    .map(unit -> new Round(attempts, retries, List.of(List.of(unit)))
                            .run()
                            .get(0)
                            .get(0))
                    .toList();
            settle(member(left.get(0)), answers);
        } else {
            settle(member(left.get(0)), List.of(Answer.failed(fault)));
        }
    }

    private void settleBy(Round part) {
        List<List<Answer>> answers = part.run();
        for (int i = 0; i < answers.size(); i++) {
            settle(member(part.members.get(i)), answers.get(i));
        }
    }

    private void giveUp(int tried) {
        for (MemberId member : List.copyOf(open.keySet())) {
            List<Unit> units = open.getOrDefault(member, List.of());
            settle(
                    member,
                    units.stream()
                            .map(unit -> Answer.failed(fault(unit, tried)))
                            .toList());
        }
    }

    private RuntimeException fault(Unit unit, int tried) {
        Request request = unit.request();
        String what = request.id().orElse("what was asked") + " of " + request.member();
        if (perhaps.containsKey(request.member())) {
            return new OutcomeUnknownException(what, Optional.ofNullable(last).orElseGet(IllegalStateException::new));
        }
        String words = what + " was not booked, in " + tried + " attempts"
                + (Thread.currentThread().isInterrupted()
                        ? ": the thread was interrupted"
                        : ": others wrote the account, or the store failed");
        return last == null ? new StoreFailedException(words) : new StoreFailedException(words, last);
    }
}
