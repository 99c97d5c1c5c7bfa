package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;

/**
 * What a till was told about an order.
 *
 * @param answer the kind of the outcome, or the code of the refusal
 * @param version of the posting; 0 if it was refused
 * @param hash of the posting; {@code -} if it was refused
 * @param begun when the till asked, in nanoseconds by a clock that all processes of a machine share
 * @param ended when it had the answer
 */
record Told(MemberId member, int number, String answer, long version, String hash, long begun, long ended) {
    static Told of(MemberId member, int number, Outcome outcome, long begun) {
        long ended = System.nanoTime();
        if (outcome.refusal().isPresent()) {
            return new Told(member, number, outcome.refusal().get().code(), 0, "-", begun, ended);
        }
        Posting posting = outcome.receipt().posting();
        String kind = outcome.getClass().getSimpleName();
        return new Told(member, number, kind, posting.header().version(), posting.hash(), begun, ended);
    }

    boolean applied() {
        return answer.equals("Applied");
    }

    /** As a line, for another process. */
    String text() {
        return String.join(
                " ",
                member.value(),
                Integer.toString(number),
                answer,
                Long.toString(version),
                hash,
                Long.toString(begun),
                Long.toString(ended));
    }

    static Told read(String text) {
        String[] words = text.split(" ", -1);
        return new Told(
                MemberId.of(words[0]),
                Integer.parseInt(words[1]),
                words[2],
                Long.parseLong(words[3]),
                words[4],
                Long.parseLong(words[5]),
                Long.parseLong(words[6]));
    }
}
