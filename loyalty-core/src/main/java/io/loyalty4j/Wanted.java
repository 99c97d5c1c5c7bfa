package io.loyalty4j;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of what all members share that a decision uses, and that must be claimed for it.
 *
 * @param key under which the decision is told what it was granted
 * @param piece whether it is one of a stock, which a reservation sets aside
 */
record Wanted(String key, String allotment, String claimant, long amount, long limit, boolean piece) {
    static List<Wanted> of(List<Posting> postings) {
        return postings.stream()
                .flatMap(posting -> Stream.concat(
                        posting.changes(Change.Granted.class).map(granted -> of(posting, granted)),
                        posting.changes(Change.PieceTaken.class).map(taken -> of(posting, taken))))
                .toList();
    }

    private static Wanted of(Posting posting, Change.Granted granted) {
        String claimant =
                Budgets.claimant(posting.header().member(), posting.header().requestId());
        return new Wanted(granted.budget(), granted.budget(), claimant, granted.used(), granted.limit(), false);
    }

    private static Wanted of(Posting posting, Change.PieceTaken taken) {
        return new Wanted(
                taken.piece().key(),
                taken.piece().stock(),
                Stocks.claimant(posting.header().member(), taken.piece()),
                1,
                taken.pieces(),
                true);
    }
}
