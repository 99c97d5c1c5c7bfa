package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import java.util.Map;
import java.util.Optional;

/**
 * What a store has of one member, all of it as of the account's version or later: a store that reads piece by piece reads the account first, and the
 * postings last.
 *
 * @param account {@link Account#of} a member of whom there is none
 * @param first the postings that the wanted request ids have led to
 * @param orders the wanted positions, by order
 * @param lots closed ones in which those orders have stakes; others do no harm
 */
public record Loaded(
        Account account,
        Map<String, Posting> first,
        Map<String, OrderPosition> orders,
        Map<String, Lot> lots,
        Optional<Member> profile) {}
