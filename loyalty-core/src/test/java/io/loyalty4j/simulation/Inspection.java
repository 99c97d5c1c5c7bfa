package io.loyalty4j.simulation;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.laws.LawBroken;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting.Balances;
import io.loyalty4j.ledger.Tally;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.simulation.Token.Where;
import io.loyalty4j.store.LoyaltyStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what is stored with the model. */
final class Inspection {
    static final String BALANCES = "the balances of a member";

    private final LoyaltyStore store;
    private final Map<MemberId, Purse> purses;

    Inspection(LoyaltyStore store, Map<MemberId, Purse> purses) {
        this.store = store;
        this.purses = purses;
    }

    /** A member's balances, and how an order stands. */
    void member(MemberId member, Optional<String> order) {
        Purse purse = purses.getOrDefault(member, new Purse());
        Account account = account(member);
        LawBroken.unlessSame(balances(account), purse.balances(), BALANCES);
        order.ifPresent(name -> order(member, purse, name));
    }

    private Account account(MemberId member) {
        return store.find(member).orElseGet(() -> Account.of(member));
    }

    static Balances balances(Account account) {
        return new Balances(account.pending(), account.available(), account.held(), account.debt());
    }

    private void order(MemberId member, Purse purse, String name) {
        String stored = store.order(member, name).map(Inspection::figures).orElse("");
        String expected =
                Optional.ofNullable(purse.sales.get(name)).map(Sale::figures).orElse("");
        LawBroken.unlessSame(stored, expected, "the figures of an order");
    }

    private static String figures(OrderPosition position) {
        StringBuilder back = new StringBuilder();
        position.lines()
                .forEach(line -> back.append(' ').append(line.id()).append('=').append(line.returned()));
        Tally tally = position.tally();
        return position.state() + "@" + position.revision() + " issued " + tally.issued() + " due " + tally.due()
                + " clawed " + tally.clawedBack()
                + " redeemed " + tally.redeemed() + " restored " + tally.restored() + " back" + back + " asked "
                + new TreeMap<>(position.asked().pieces()) + " money "
                + position.asked().amount().movePointRight(2).longValueExact() + " reserved "
                + position.reserved().rewards();
    }

    /** Every member, lot and order, the journals, and the trial balance over all. */
    void all() {
        purses.forEach((member, purse) -> {
            member(member, Optional.empty());
            purse.sales.keySet().forEach(order -> order(member, purse, order));
            Account account = account(member);
            LawBroken.unlessSame(lots(account), lots(purse), "the lots of a member");
            LawBroken.unlessSame(account.version(), purse.postings, "the number of a member's postings");
            long due = account.nextDueAt().map(at -> at.toEpochMilli()).orElse(Grant.NEVER);
            LawBroken.unlessSame(due, purse.nextDue(), "what is due next");
            Journal.Verification verification =
                    Journal.of(account, store.postings(member).toList()).verify();
            LawBroken.unless(
                    verification.sound(),
                    "a sound journal",
                    () -> verification.findings().toString());
        });
        trialBalance();
    }

    private static Map<String, List<Long>> lots(Account account) {
        Map<String, List<Long>> lots = new TreeMap<>();
        for (Lot lot : account.lots()) {
            lots.put(lot.id(), List.of(lot.in(PENDING), lot.in(AVAILABLE), lot.in(HELD)));
        }
        return lots;
    }

    private static Map<String, List<Long>> lots(Purse purse) {
        Map<String, List<Long>> lots = new TreeMap<>();
        for (Grant grant : purse.grants) {
            List<Token> tokens =
                    purse.tokens.stream().filter(token -> token.grant == grant).toList();
            if (tokens.stream().anyMatch(Token::outstanding)) {
                lots.put(
                        grant.id,
                        List.of(
                                count(tokens, Where.PENDING),
                                count(tokens, Where.AVAILABLE),
                                count(tokens, Where.HELD)));
            }
        }
        return lots;
    }

    private static long count(List<Token> tokens, Where where) {
        return tokens.stream().filter(token -> token.where == where).count();
    }

    private void trialBalance() {
        Map<Bucket, Long> sums = new EnumMap<>(Bucket.class);
        store.postings()
                .forEach(posting -> posting.entries().forEach(entry -> {
                    sums.merge(entry.from(), -entry.points(), Long::sum);
                    sums.merge(entry.to(), entry.points(), Long::sum);
                }));
        Map<Bucket, Long> counted = new EnumMap<>(Bucket.class);
        purses.values().forEach(purse -> count(purse, counted));
        for (Bucket bucket : Bucket.values()) {
            LawBroken.unlessSame(
                    bucket + " " + sums.getOrDefault(bucket, 0L),
                    bucket + " " + counted.getOrDefault(bucket, 0L),
                    "the trial balance");
        }
        long issued = -sums.getOrDefault(ISSUED, 0L);
        long gone = sum(sums, REDEEMED, EXPIRED, REVOKED);
        LawBroken.unlessSame(issued - gone, sum(sums, PENDING, AVAILABLE, HELD, DEBT), "the trial balance");
    }

    private static long sum(Map<Bucket, Long> sums, Bucket... buckets) {
        long sum = 0;
        for (Bucket bucket : buckets) {
            sum += sums.getOrDefault(bucket, 0L);
        }
        return sum;
    }

    private static void count(Purse purse, Map<Bucket, Long> counted) {
        for (Token token : purse.tokens) {
            counted.merge(ISSUED, token.borrowed ? 0L : -1L, Long::sum);
            if (token.where != Where.PAID) {
                counted.merge(Bucket.valueOf(token.where.name()), 1L, Long::sum);
            }
        }
        for (Debt debt : purse.debts) {
            counted.merge(REVOKED, debt.borrowed ? 0L : 1L, Long::sum);
            counted.merge(DEBT, debt.settled ? 0L : -1L, Long::sum);
        }
    }
}
