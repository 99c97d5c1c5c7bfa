package io.loyalty4j.ledger;

import io.loyalty4j.shop.Refusal;
import java.util.List;

/**
 * What a member would have under another program, from nothing.
 *
 * @param account after the last posting
 * @param journal how it would have come to that
 * @param refusals of what was booked and would not have been, in the order of booking
 */
public record WhatIf(Account account, Journal journal, List<Refused> refusals) {
    public WhatIf {
        refusals = List.copyOf(refusals);
    }

    /**
     * A command that was booked and would have been refused.
     *
     * @param booked its posting as it was written
     */
    public record Refused(Posting booked, Refusal why) {}
}
