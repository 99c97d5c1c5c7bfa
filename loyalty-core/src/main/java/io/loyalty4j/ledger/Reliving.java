package io.loyalty4j.ledger;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides all of a journal's commands once more, under another program, each at the instant at which it was booked. */
final class Reliving {
    private final LoyaltyProgram program;
    private final Books books;
    private final Map<String, List<String>> listed;
    private final List<Posting> postings = new ArrayList<>();
    private final List<WhatIf.Refused> refusals = new ArrayList<>();

    private Reliving(LoyaltyProgram program, Books books, Map<String, List<String>> listed) {
        this.program = program;
        this.books = books;
        this.listed = listed;
    }

    static WhatIf of(MemberId member, List<Posting> lived, Optional<Member> profile, LoyaltyProgram other) {
        LoyaltyProgram program = lived.isEmpty() ? other : inForce(other, lived.get(0));
        Reliving life = new Reliving(program, new Books(member, profile), listed(lived));
        lived.forEach(life::next);
        Account account = life.books.account();
        return new WhatIf(account, Journal.of(account, life.postings), life.refusals);
    }

    /** The program, in force from the first posting's day at the latest. */
    private static LoyaltyProgram inForce(LoyaltyProgram other, Posting first) {
        return other.inForceFrom().isAfter(first.header().recordedAt())
                ? other.toBuilder()
                        .inForceFrom(first.header()
                                .recordedAt()
                                .atZone(other.zone())
                                .toLocalDate()
                                .toString())
                        .build()
                : other;
    }

    /** The lines of orders as they were listed, which decides who of equals has the odd cent: a purchase says it, a reservation as far as that matters. */
    static Map<String, List<String>> listed(List<Posting> postings) {
        Map<String, List<String>> listed = new HashMap<>();
        postings.stream()
                .flatMap(posting -> posting.changes(Change.OrderSet.class))
                .map(Change.OrderSet::delta)
                .filter(delta -> delta.terms().isPresent())
                .forEach(delta -> listed.put(
                        delta.order(),
                        delta.lines().stream().map(OrderPosition.Line::id).toList()));
        postings.forEach(posting -> posting.header()
                .order()
                .ifPresent(order -> listed.computeIfAbsent(order, each -> discounted(posting))));
        return listed;
    }

    private static List<String> discounted(Posting posting) {
        return posting.changes(Change.RewardApplied.class)
                .flatMap(applied -> applied.discountOfLines().keySet().stream())
                .distinct()
                .toList();
    }

    /** What was booked by itself follows by itself, looked at whenever it was looked at then. */
    private void next(Posting lived) {
        if (lived.header().kind() != Posting.Kind.COMMAND) {
            keep(
                    lived,
                    Decisions.due(
                            program,
                            State.of(books.account()),
                            Circumstances.at(lived.header().recordedAt())));
            return;
        }
        Sending sending = Sending.of(lived, listed);
        keep(lived, sending.decide(program, books.about(sending.command())));
    }

    private void keep(Posting lived, Decided decided) {
        if (decided instanceof Decided.Book book) {
            postings.addAll(book.postings());
            books.addAll(book.postings());
        } else if (decided instanceof Decided.Refuse refuse) {
            refusals.add(new WhatIf.Refused(lived, refuse.why()));
        }
    }
}
