package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import io.loyalty4j.store.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stores that update wrongly. */
final class WrongUpdates {
    private WrongUpdates() {}

    static List<Wrong> all() {
        return List.of(
                new Wrong("replays the first posting of all", "answered with the first posting", ReplaysFirst::new),
                new Wrong("asks though the answer is known", "no decision is asked", Asks::new),
                new Wrong("takes a conflict for a repetition", "conflicts, and writes nothing", IgnoresConflicts::new),
                new Wrong("hands no closed lots", "closed lots of its order", handing(WrongUpdates::withoutLots)),
                new Wrong("hands no profile", "handed the member's profile", handing(WrongUpdates::withoutProfile)),
                new Wrong("hands no position", "handed the order's position", handing(WrongUpdates::withoutOrder)),
                new Wrong("leaves accounts of the refused", "leaves no account", KeepsRefused::new),
                new Wrong("is unusable after an error", "ends in an error", StaysLocked::new),
                new Wrong("books in spite of a fault", "that throws writes nothing", BooksFaults::new),
                new Wrong("answers a batch by members", "answered in their order", AnswersByMember::new),
                new Wrong("stops a batch at a conflict", "a conflict in a batch", StopsAtConflicts::new),
                new Wrong("forgets the rest of large batches", "256 members", ForgetsTheRest::new),
                new Wrong("takes ids in small letters", "differ in case", SmallLetters::new));
    }

    private static State withoutLots(State state) {
        return new State(state.account(), state.order(), Map.of(), state.profile());
    }

    private static State withoutProfile(State state) {
        return new State(state.account(), state.order(), state.namedLots(), Optional.empty());
    }

    private static State withoutOrder(State state) {
        return new State(state.account(), Optional.empty(), state.namedLots(), state.profile());
    }

    private static UnaryOperator<LoyaltyStore> handing(UnaryOperator<State> change) {
        return inner -> new ForwardingStore(inner) {
            @Override
            public Commit update(Request request, Decision decision) {
                return store.update(request, state -> decision.on(change.apply(state)));
            }
        };
    }

    private static final class ReplaysFirst extends ForwardingStore {
        ReplaysFirst(LoyaltyStore store) {
            super(store);
        }

        @Override
        public Commit update(Request request, Decision decision) {
            Commit commit = store.update(request, decision);
            return commit instanceof Commit.Replayed
                    ? new Commit.Replayed(
                            store.postings(request.member()).findFirst().orElseThrow())
                    : commit;
        }
    }

    private static final class Asks extends ForwardingStore {
        Asks(LoyaltyStore store) {
            super(store);
        }

        @Override
        public Commit update(Request request, Decision decision) {
            decision.on(State.of(store.find(request.member()).orElseGet(() -> Account.of(request.member()))));
            return store.update(request, decision);
        }
    }

    private static final class IgnoresConflicts extends ForwardingStore {
        IgnoresConflicts(LoyaltyStore store) {
            super(store);
        }

        @Override
        public Commit update(Request request, Decision decision) {
            try {
                return store.update(request, decision);
            } catch (ConflictingRequestException e) {
                return new Commit.Replayed(
                        store.posting(request.member(), e.requestId()).orElseThrow());
            }
        }
    }

    private static final class KeepsRefused extends ForwardingStore {
        private final Set<MemberId> asked = ConcurrentHashMap.newKeySet();

        KeepsRefused(LoyaltyStore store) {
            super(store);
        }

        @Override
        public Commit update(Request request, Decision decision) {
            asked.add(request.member());
            return store.update(request, decision);
        }

        @Override
        public Optional<Account> find(MemberId member) {
            return store.find(member)
                    .or(() -> asked.contains(member) ? Optional.of(Account.of(member)) : Optional.empty());
        }
    }

    private static final class StaysLocked extends ForwardingStore {
        private boolean locked;

        StaysLocked(LoyaltyStore store) {
            super(store);
        }

        @Override
        public synchronized Commit update(Request request, Decision decision) {
            if (locked) {
                throw new IllegalStateException("locked");
            }
            try {
                return store.update(request, decision);
            } catch (Error e) {
                locked = true;
                throw e;
            }
        }
    }

    private static final class BooksFaults extends ForwardingStore {
        BooksFaults(LoyaltyStore store) {
            super(store);
        }

        @Override
        public Commit update(Request request, Decision decision) {
            try {
                return store.update(request, decision);
            } catch (IllegalArgumentException e) {
                Order half = Shop.order(request.member(), "half");
                store.update(Trial.request(half), state -> half(state, half));
                throw e;
            }
        }
    }

    private static Decided half(State state, Order order) {
        return Decisions.decide(
                Shop.PLAIN, state, order, Circumstances.at(state.account().time()));
    }

    private static final class AnswersByMember extends ForwardingStore {
        AnswersByMember(LoyaltyStore store) {
            super(store);
        }

        @Override
        public List<Commit> updateAll(List<Unit> units) {
            List<Unit> sorted = new ArrayList<>(units);
            sorted.sort(Comparator.comparing(unit -> unit.request().member()));
            return store.updateAll(sorted);
        }
    }

    private static final class StopsAtConflicts extends ForwardingStore {
        StopsAtConflicts(LoyaltyStore store) {
            super(store);
        }

        @Override
        public List<Commit> updateAll(List<Unit> units) {
            return units.stream()
                    .map(unit -> store.update(unit.request(), unit.decision()))
                    .toList();
        }
    }

    private static final class ForgetsTheRest extends ForwardingStore {
        ForgetsTheRest(LoyaltyStore store) {
            super(store);
        }

        @Override
        public List<Commit> updateAll(List<Unit> units) {
            return store.updateAll(units.subList(0, Math.min(255, units.size())));
        }
    }

    private static final class SmallLetters extends ForwardingStore {
        SmallLetters(LoyaltyStore store) {
            super(store);
        }

        @Override
        public Optional<Account> find(MemberId member) {
            return store.find(member)
                    .or(() -> store.postings()
                            .map(posting -> posting.header().member())
                            .filter(known -> known.value().equalsIgnoreCase(member.value()))
                            .findFirst()
                            .flatMap(store::find));
        }
    }
}
