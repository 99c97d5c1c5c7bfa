package io.loyalty4j.simulation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import io.loyalty4j.ledger.Posting.Balances;
import io.loyalty4j.simulation.Token.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything of one member: a bag of tokens, with loops instead of sums. */
final class Purse {
    static final int NO_VERSION = -1;

    final List<Token> tokens = new ArrayList<>();
    final List<Grant> grants = new ArrayList<>();
    final List<Debt> debts = new ArrayList<>();
    final List<Holding> holds = new ArrayList<>();
    final Map<String, Sale> sales = new TreeMap<>();
    boolean known;
    int program = NO_VERSION;
    long time;
    long postings;
    long activeUntil = Long.MIN_VALUE;
    /** Whether points moved that lapse for inactivity, perhaps some that were gone. */
    boolean idleMoved;

    private int turns;

    Purse copy() {
        Purse copy = new Purse();
        Map<Grant, Grant> twins = new HashMap<>();
        for (Grant grant : grants) {
            Grant twin = grant.copy();
            twins.put(grant, twin);
            copy.grants.add(twin);
        }
        tokens.forEach(token -> copy.tokens.add(token.copy(twins.getOrDefault(token.grant, token.grant))));
        debts.forEach(debt -> copy.debts.add(debt.copy(twins.getOrDefault(debt.grant, debt.grant))));
        copy.holds.addAll(holds);
        sales.forEach((name, sale) -> copy.sales.put(name, sale.copy()));
        copy.known = known;
        copy.program = program;
        copy.time = time;
        copy.postings = postings;
        copy.activeUntil = activeUntil;
        copy.turns = turns;
        return copy;
    }

    Sale sale(String name) {
        return sales.computeIfAbsent(name, Sale::new);
    }

    int count(Where where) {
        int count = 0;
        for (Token token : tokens) {
            count += token.where == where ? 1 : 0;
        }
        return count;
    }

    int debt() {
        int count = 0;
        for (Debt debt : debts) {
            count += debt.settled ? 0 : 1;
        }
        return count;
    }

    Balances balances() {
        return new Balances(count(Where.PENDING), count(Where.AVAILABLE), count(Where.HELD), debt());
    }

    boolean lapsed(Token token, long at) {
        return token.grant.lapses(activeUntil) <= at;
    }

    /** Fills a new grant; what would have lapsed pays no debt, and lapses at once. */
    void give(Grant grant, long points, long now) {
        if (points > 0) {
            grants.add(grant);
        }
        boolean useless = grant.lapses(activeUntil) <= now && debts.stream().anyMatch(debt -> !debt.settled);
        for (long i = 0; i < points; i++) {
            Token token = new Token(grant, Where.PENDING, false);
            tokens.add(token);
            if (grant.usable <= now && useless) {
                token.where = Where.EXPIRED;
            } else if (grant.usable <= now) {
                comeIn(token);
            }
        }
    }

    /** A token is there, and pays what is owed first. Whether it is still there. */
    boolean comeIn(Token token) {
        token.where = Where.AVAILABLE;
        token.taker = "";
        Optional<Debt> oldest = debts.stream()
                .filter(debt -> !debt.settled)
                .min(comparingLong((Debt debt) -> debt.since).thenComparing(debt -> debt.grant.id));
        oldest.ifPresent(debt -> {
            debt.settled = true;
            token.where = Where.PAID;
            if (debt.elsewhere && debt.grant != token.grant) {
                debt.grant.standIn(token.grant.lapses(activeUntil));
            }
        });
        return oldest.isEmpty();
    }

    /** One point more is owed for a grant; together with what is owed for it already. */
    void owe(Grant grant, boolean borrowed) {
        moved(grant);
        Optional<Debt> same = debts.stream()
                .filter(debt -> !debt.settled && debt.grant == grant)
                .findFirst();
        debts.add(new Debt(
                grant,
                borrowed,
                same.map(debt -> debt.since).orElse(postings),
                same.map(debt -> debt.elsewhere).orElseGet(() -> elsewhere(grant))));
    }

    void moved(Grant grant) {
        idleMoved |= grant.idle != Grant.NEVER;
    }

    /** Whether tokens of a grant are with an order. */
    boolean elsewhere(Grant grant) {
        return tokens.stream()
                .anyMatch(
                        token -> token.grant == grant && (token.where == Where.REDEEMED || token.where == Where.HELD));
    }

    /** Available tokens, those first that pay first. */
    List<Token> paying(boolean soonest) {
        Comparator<Token> oldest =
                comparingLong((Token token) -> token.grant.opened).thenComparing(token -> token.grant.id);
        Comparator<Token> first = comparingLong(token -> token.grant.lapses(activeUntil));
        return in(Where.AVAILABLE, soonest ? first.thenComparing(oldest) : oldest);
    }

    List<Token> in(Where where, Comparator<Token> order) {
        List<Token> found = new ArrayList<>();
        for (Token token : tokens) {
            if (token.where == where) {
                found.add(token);
            }
        }
        found.sort(order);
        return found;
    }

    /** What an order took, the last first; or what a hold keeps, so too. */
    List<Token> takenBy(String taker, Where where) {
        List<Token> found = in(where, comparingInt((Token token) -> token.turn).reversed());
        found.removeIf(token -> !token.taker.equals(taker));
        return found;
    }

    void take(Token token, Where into, String taker) {
        token.where = into;
        token.taker = taker;
        token.stale = false;
        token.turn = ++turns;
    }

    /** What a hold keeps is there again, and goes where it is called for: debts, returns, its own end. */
    void release(Holding hold, long at) {
        holds.remove(hold);
        List<Token> kept = takenBy(hold.id(), Where.HELD);
        for (int i = kept.size() - 1; i >= 0; i--) {
            Token token = kept.get(i);
            token.grant.comeBack(activeUntil);
            boolean gone = token.stale || lapsed(token, at);
            token.stale = false;
            if (comeIn(token) && !collected(token) && gone) {
                token.where = Where.EXPIRED;
            }
        }
    }

    private boolean collected(Token token) {
        for (Sale sale : sales.values()) {
            if (sale.owed > 0) {
                sale.owed--;
                token.where = Where.REVOKED;
                return true;
            }
        }
        return false;
    }

    List<Holding> holdsOf(String order) {
        List<Holding> found = new ArrayList<>(holds);
        found.removeIf(hold -> !hold.order().equals(order));
        return found;
    }

    /** The next instant at which something happens by itself. */
    long nextDue() {
        long next = Grant.NEVER;
        for (Token token : tokens) {
            if (token.where == Where.PENDING) {
                next = Math.min(next, token.grant.usable);
            } else if (token.where == Where.AVAILABLE) {
                next = Math.min(next, token.grant.lapses(activeUntil));
            }
        }
        for (Holding hold : holds) {
            next = Math.min(next, hold.until());
        }
        return next;
    }

    /** Lets time pass, instant by instant. */
    void pass(long until) {
        for (long due = nextDue(); due <= until && due != Grant.NEVER; due = nextDue()) {
            happen(due);
            postings++;
        }
    }

    private void happen(long at) {
        for (Token token : in(
                Where.PENDING, comparingLong((Token each) -> each.grant.usable).thenComparing(each -> each.grant.id))) {
            if (token.grant.usable <= at) {
                comeIn(token);
            }
        }
        List<Holding> over = new ArrayList<>(holds);
        over.removeIf(hold -> hold.until() > at);
        over.sort(comparing(Holding::id));
        over.forEach(hold -> release(hold, at));
        for (Token token : tokens) {
            if (token.where == Where.AVAILABLE && lapsed(token, at)) {
                token.where = Where.EXPIRED;
            }
        }
    }
}
