package io.loyalty4j.store;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final long begun;
    /** Answers that were given to a commit of which nobody knows whether it was done. */
    private final Map<MemberId, List<Answer>> perhaps;

    private final Map<MemberId, List<Unit>> open = new LinkedHashMap<>();
    private final Map<MemberId, List<Answer>> settled = new HashMap<>();
    private @Nullable Throwable last;

    Round(Attempts attempts, Retries retries, List<List<Unit>> members) {
        this(attempts, retries, members, System.nanoTime(), new HashMap<>());
    }

    private Round(
            Attempts attempts,
            Retries retries,
            List<List<Unit>> members,
            long begun,
            Map<MemberId, List<Answer>> perhaps) {
        this.attempts = attempts;
        this.retries = retries;
        this.members = members;
        this.begun = begun;
        this.perhaps = perhaps;
        members.forEach(units -> open.put(member(units), units));
    }

    private static MemberId member(List<Unit> units) {
        return units.get(0).request().member();
    }

    /** The answers in the order of the units. */
    List<List<Answer>> run() {
        for (int number = 1; !open.isEmpty(); number++) {
            if (number > 1) {
                retries.waitBefore(number);
            }
            if (!retries.allow(number, begun)) {
                giveUp(number - 1);
            } else if (number > Attempts.LOCKING && last != null && open.size() > 1) {
                halves();
            } else {
                attempt(number);
            }
        }
        return members.stream()
                .map(units -> Optional.ofNullable(settled.get(member(units))).orElseThrow())
                .toList();
    }

    /** Whatever may still be on its way is waited for, before anything is answered on what is there without it. */
    private void attempt(int number) {
        Map<MemberId, List<Answer>> found = new HashMap<>();
        Set<MemberId> writing = new HashSet<>();
        try {
            int locking = perhaps.isEmpty() ? number : Math.max(number, Attempts.LOCKING);
            Set<MemberId> lost = attempts.attempt(locking, readings(), loaded -> decide(loaded, found, writing));
            found.keySet().removeAll(lost);
            found.forEach(this::settle);
        } catch (AttemptFailed e) {
            last = e.reason();
            writing.removeAll(e.unwritten());
            failed(e.kind(), found, writing);
        } catch (RuntimeException | Error e) {
            apart(e);
        }
    }

    private void failed(AttemptFailed.Kind kind, Map<MemberId, List<Answer>> found, Set<MemberId> writing) {
        if (kind == AttemptFailed.Kind.UNKNOWN) {
            found.keySet().retainAll(writing);
            perhaps.putAll(found);
        } else if (kind == AttemptFailed.Kind.FOR_ALL) {
            giveUp(1);
        }
    }

    private List<Reading> readings() {
        return open.values().stream().map(Reading::of).toList();
    }

    private Optional<Batch> decide(Loaded loaded, Map<MemberId, List<Answer>> found, Set<MemberId> writing) {
        MemberId member = loaded.account().member();
        List<Unit> units = open.getOrDefault(member, List.of());
        Deciding deciding = new Deciding(loaded);
        List<Answer> answers = new ArrayList<>();
        for (Unit unit : units) {
            answers.add(known(deciding.answer(unit), perhaps.get(member), answers.size()));
        }
        found.put(member, answers);
        Optional<Batch> batch = deciding.batch();
        batch.ifPresent(some -> writing.add(member));
        return batch;
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
        List<Unit> first = open.values().iterator().next();
        if (open.size() > 1) {
            halves();
        } else if (first.size() > 1) {
            settle(member(first), first.stream().map(this::alone).toList());
        } else if (perhaps.containsKey(member(first))) {
            last = fault;
            giveUp(1);
        } else {
            settle(member(first), List.of(Answer.failed(fault)));
        }
    }

    private void halves() {
        List<List<Unit>> left = new ArrayList<>(open.values());
        int half = left.size() / 2;
        settleBy(part(left.subList(0, half)));
        settleBy(part(left.subList(half, left.size())));
    }

    private Answer alone(Unit unit) {
        return part(List.of(List.of(unit))).run().get(0).get(0);
    }

    private Round part(List<List<Unit>> some) {
        return new Round(attempts, retries, some, begun, perhaps);
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
                            .map(unit -> GivenUp.answer(unit.request(), tried, last, perhaps.containsKey(member)))
                            .toList());
        }
    }
}
