package io.loyalty4j.insight;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.OpenLots;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One member while their postings pass by: open lots, balance, and what their orders were given, for an edit replaces that. */
final class Holder {
    private static final String PURCHASE = "order/";
    private static final String FIRST_REVISION = "@1";

    final MemberId member;
    private final Map<String, List<Award>> orders = new HashMap<>();
    private final RuleMix rules = new RuleMix(AccountingPeriod.ARCHIVED);
    private final boolean archived;
    private Optional<OpenLots> lots = Optional.empty();
    private Optional<Instant> idleAt = Optional.empty();
    private long version;
    private long balance;
    private long debt;

    /**
     * Before their first posting that is there.
     *
     * @param first of an account of which others were archived, not the first of all
     */
    Holder(Posting first) {
        this.member = first.header().member();
        this.version = first.header().version() - 1;
        this.balance = first.after().pending()
                + first.after().available()
                + first.after().held()
                - first.after().debt()
                - growth(first);
        this.archived = version > 0;
        if (!archived) {
            lots = Optional.of(OpenLots.of(Account.of(member)));
        }
    }

    /** Whether first postings are missing. */
    boolean archived() {
        return archived;
    }

    long balance() {
        return balance;
    }

    /** What its entries change. */
    private static long growth(Posting posting) {
        return posting.entries().stream()
                .mapToLong(entry -> Movement.of(entry, Giver.PROGRAM)
                        .map(movement -> movement.sign() * entry.points())
                        .orElse(0L))
                .sum();
    }

    /**
     * Gives by how much the balance has changed, as the posting states it.
     *
     * @throws IllegalArgumentException if the posting is not the next one of this member
     */
    long next(Posting posting) {
        if (posting.header().version() != version + 1) {
            throw new IllegalArgumentException("posting " + posting.header().version() + " of " + member
                    + " does not follow " + version + "; all of a member's come together and in their order");
        }
        version++;
        for (Change.Restated restated : posting.changes(Change.Restated.class).toList()) {
            lots = Optional.of(OpenLots.of(restated.account()));
            restated.account().lots().forEach(rules::known);
            idleAt = restated.account().idleAt();
        }
        lots.ifPresent(open -> open.apply(posting));
        posting.changes(Change.ActiveUntil.class).forEach(active -> idleAt = Optional.of(active.idleAt()));
        Posting.Balances after = posting.after();
        long before = balance;
        balance = after.pending() + after.available() + after.held() - after.debt();
        debt = after.debt();
        return balance - before;
    }

    /** What its order was given before, if it is an edit; empty if that was archived. */
    Optional<List<Award>> replacedBy(Posting posting) {
        Posting.Header header = posting.header();
        if (header.kind() != Posting.Kind.COMMAND || !header.requestId().startsWith(PURCHASE)) {
            return Optional.of(List.of());
        }
        Optional<List<Award>> before =
                Optional.ofNullable(orders.put(header.order().orElseThrow(), posting.awards()));
        boolean edit = !header.requestId().endsWith(FIRST_REVISION);
        return before.isEmpty() && archived && edit ? Optional.empty() : before.or(() -> Optional.of(List.of()));
    }

    /**
     * Gives what its entries move of each rule's points.
     *
     * @param before what its order was given before
     */
    void byRule(Posting posting, List<Award> before, RuleMix.Moved moved) {
        rules.apply(posting, before, moved);
    }

    void addTo(AgeingSums ageing) {
        OpenLots open = lots.orElseThrow(() -> Bounds.incomplete(member));
        open.all().forEach(lot -> ageing.add(lot, idleAt));
        ageing.owed(debt);
    }
}
