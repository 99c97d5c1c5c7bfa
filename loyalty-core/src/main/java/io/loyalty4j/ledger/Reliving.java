package io.loyalty4j.ledger;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides all of a journal's commands once more, under another program, each at the instant at which it was booked. */
final class Reliving {
    private final LoyaltyProgram program;
    private final Books books;
    private final List<Posting> postings = new ArrayList<>();
    private final List<WhatIf.Refused> refusals = new ArrayList<>();

    private Reliving(LoyaltyProgram program, Books books) {
        this.program = program;
        this.books = books;
    }

    static WhatIf of(MemberId member, List<Posting> lived, Optional<Member> profile, LoyaltyProgram other) {
        LoyaltyProgram program = lived.isEmpty() ? other : inForce(other, lived.get(0));
        Reliving life = new Reliving(program, new Books(member, profile));
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

    /** What was booked by itself follows by itself, looked at whenever it was looked at then; what was told again is told again. */
    private void next(Posting lived) {
        if (lived.header().kind() == Posting.Kind.CHECKPOINT) {
            Chain.checkpoint(books.account(), postings).map(List::of).ifPresent(this::keep);
            return;
        }
        if (lived.header().kind() != Posting.Kind.COMMAND) {
            keep(
                    lived,
                    Decisions.due(
                            program,
                            State.of(books.account()),
                            Circumstances.at(lived.header().recordedAt())));
            return;
        }
        Sending sending = Sending.of(lived);
        keep(lived, sending.decide(program, books.about(sending.command())));
    }

    private void keep(Posting lived, Decided decided) {
        if (decided instanceof Decided.Book book) {
            keep(book.postings());
        } else if (decided instanceof Decided.Refuse refuse) {
            refusals.add(new WhatIf.Refused(lived, refuse.why()));
        }
    }

    private void keep(List<Posting> more) {
        postings.addAll(more);
        books.addAll(more);
    }
}
