package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps accounts and what was booked, and comes to the end that a test has written down for each attempt; after those it writes. */
final class ScriptedAttempts implements Attempts {
    /** How an attempt ends. */
    enum End {
        WRITTEN,
        UNDONE,
        UNKNOWN_AND_WRITTEN,
        UNKNOWN_AND_LOST,
        FOR_ALL,
        INTERRUPTED
    }

    /** One that was made. */
    record Made(int number, int members) {}

    final IllegalStateException cause = new IllegalStateException("the database says so");

    final List<Made> made = new ArrayList<>();
    final Map<MemberId, Account> accounts = new HashMap<>();
    private final Map<MemberId, Map<String, Posting>> first = new HashMap<>();
    private final Set<MemberId> broken = new HashSet<>();
    private final Deque<End> script = new ArrayDeque<>();
    private Optional<Unit> rival = Optional.empty();

    ScriptedAttempts(End... ends) {
        script.addAll(Arrays.asList(ends));
    }

    /** Every attempt with this member fails. */
    ScriptedAttempts failing(MemberId member) {
        broken.add(member);
        return this;
    }

    /** After the first attempt somebody else does this. */
    ScriptedAttempts rivalling(Unit unit) {
        rival = Optional.of(unit);
        return this;
    }

    static IllegalArgumentException fault(MemberId member) {
        return new IllegalArgumentException("the rows of " + member + " are unreadable");
    }

    @Override
    public Set<MemberId> attempt(int number, List<Reading> wanted, Function<Loaded, Optional<Batch>> decide) {
        made.add(new Made(number, wanted.size()));
        List<MemberId> members = wanted.stream().map(Reading::member).toList();
        members.stream().filter(broken::contains).findFirst().ifPresent(member -> {
            throw fault(member);
        });
        List<Batch> batches = members.stream()
                .flatMap(member -> decide.apply(loaded(member)).stream())
                .toList();
        end(script.isEmpty() ? End.WRITTEN : script.remove(), batches);
        return Set.of();
    }

    private Loaded loaded(MemberId member) {
        return new Loaded(
                accounts.getOrDefault(member, Account.of(member)),
                first.getOrDefault(member, Map.of()),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    private void end(End end, List<Batch> batches) {
        if (end == End.WRITTEN || end == End.UNKNOWN_AND_WRITTEN) {
            batches.forEach(this::write);
        }
        rival.ifPresent(this::write);
        switch (end) {
            case UNDONE -> throw AttemptFailed.undone(cause);
            case UNKNOWN_AND_WRITTEN, UNKNOWN_AND_LOST -> throw AttemptFailed.unknown(cause);
            case FOR_ALL -> throw AttemptFailed.forAll(cause);
            case INTERRUPTED -> {
                Thread.currentThread().interrupt();
                throw AttemptFailed.undone(cause);
            }
            case WRITTEN -> {}
        }
    }

    private void write(Unit unit) {
        rival = Optional.empty();
        Deciding deciding = new Deciding(loaded(unit.request().member()));
        deciding.answer(unit);
        deciding.batch().ifPresent(this::write);
    }

    private void write(Batch batch) {
        accounts.put(batch.member(), batch.after());
        batch.postings()
                .forEach(posting -> first.computeIfAbsent(batch.member(), member -> new HashMap<>())
                        .put(posting.header().requestId(), posting));
    }
}
