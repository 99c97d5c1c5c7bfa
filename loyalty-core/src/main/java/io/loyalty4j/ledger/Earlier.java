package io.loyalty4j.ledger;

import io.loyalty4j.earn.Earned;
import io.loyalty4j.ledger.OrderPosition.Counting;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an order was before it is booked: nothing at all, or an earlier revision of it, of which some may have come back. An edit keeps what only the first
 * booking could know, and finds everything else as if the order had not been booked.
 */
final class Earlier {
    private final LoyaltyProgram program;
    private final OrderPosition position;
    private final int revision;

    /**
     * What is known of an order.
     *
     * @param revision the one that is to be booked
     */
    Earlier(Session session, String order, int revision) {
        this.program = session.program();
        this.position = session.state().order().orElseGet(() -> OrderPosition.of(session.member(), order));
        this.revision = revision;
    }

    /** Why the revision cannot be booked any more. */
    Optional<Refusal> outdated() {
        boolean known = revision < position.revision() || (revision == position.revision() && paid());
        return known
                ? Optional.of(new Refusal.RevisionOutdated(position.order(), revision, position.revision()))
                : Optional.empty();
    }

    /** Whether it was undone before it came. */
    boolean undone() {
        return !paid() && position.whole() && revision <= position.revision();
    }

    /** How other members are told of it. */
    String purchase() {
        return revision == 1 ? position.order() : position.order() + "@" + revision;
    }

    /** The version of the program that promised first. */
    String program() {
        return position.terms().map(Terms::program).orElse(program.version());
    }

    /** What rules promised for lines that the edit leaves as they are stands, whatever a later version of the program says of them. */
    Earned promised(Earned earned, List<Line> lines) {
        Optional<Terms> terms =
                position.terms().filter(known -> !known.program().equals(program.version()));
        return terms.map(known -> earned.keeping(BonusPoints.without(known.contributions()), unchanged(lines)))
                .orElse(earned);
    }

    private Set<String> unchanged(List<Line> lines) {
        Map<String, Line> before = position.lines().stream().collect(Collectors.toMap(Line::id, line -> line));
        return lines.stream()
                .filter(line -> Optional.ofNullable(before.get(line.id()))
                        .filter(line::sameAs)
                        .isPresent())
                .map(Line::id)
                .collect(Collectors.toSet());
    }

    OrderPosition position() {
        return position;
    }

    /** Whether the order was paid before, even if it was undone since. */
    boolean paid() {
        return position.purchased();
    }

    Instant occurredAt(Instant placedAt) {
        return paid() ? position.occurredAt() : placedAt;
    }

    Optional<Past> past() {
        return position.terms().map(Terms::past);
    }

    /** When the goods were handed over. */
    Optional<Instant> fulfilled() {
        return position.fulfilled();
    }

    /** How it counted for tiers, if it did. */
    Optional<Counting> counting() {
        return position.terms().flatMap(Terms::counting);
    }

    /** Whether a ladder can count it: one under which it counted before, or any if nothing of it counts now. */
    boolean countsUnder(Standing.Terms ladder) {
        boolean same = counting()
                .filter(how -> !ladder.countsAs(how.measure(), how.per()))
                .isEmpty();
        return same || (position.whole() && rechecked());
    }

    private boolean rechecked() {
        return program.policy(TierOnReturn.class) == TierOnReturn.RECHECKED;
    }

    /** What a line that the edit leaves as it was counted for tiers under an earlier version of the program. */
    Optional<BigDecimal> qualified(Line line) {
        boolean since = position.terms()
                .filter(known -> !known.program().equals(program.version()))
                .isPresent();
        return position.lines().stream()
                .filter(known -> since && counting().filter(this::asNow).isPresent())
                .filter(known -> known.sameAs(line) && known.amount().compareTo(line.amount()) == 0)
                .map(Line::qualifies)
                .findFirst();
    }

    private boolean asNow(Counting how) {
        return program.ladder().countsAs(how.measure(), how.per());
    }

    /** Money that came back for goods that stay, in the order's currency. Before the first booking none has: that comes into force behind it. */
    BigDecimal refunded() {
        return paid() ? position.asked().amount() : BigDecimal.ZERO;
    }

    Optional<OrderPosition.Referral> referral() {
        return position.terms().flatMap(Terms::referral).filter(referral -> !position.whole());
    }

    /** What it used of budgets, which an edit can use again. */
    Map<String, Long> budgets() {
        return position.terms().map(Terms::budgets).orElse(Map.of());
    }

    /** The counters that have the vouchers it gave. */
    Map<String, String> vouchers() {
        return position.terms().map(Terms::vouchers).orElse(Map.of());
    }

    /** Rewards that stay paid, unless the edit leaves them out. Those whose points came back with the whole order do not. */
    List<Paid> rewards() {
        boolean back = position.whole()
                && position.tally().restored() == position.tally().redeemed();
        return back ? List.of() : position.rewards();
    }

    /** Takes back what the order did besides points. */
    void undo(Session session, Draft draft) {
        if (paid() && !position.whole()) {
            new Undoing(session, draft, position).undoForEdit();
        }
    }

    /** Points that the member has of it, or owes for it. */
    long net(long owed) {
        return position.tally().issued() - taken(owed);
    }

    /** Points of it that were taken back, as debt or otherwise. */
    long taken(long owed) {
        return program.policy(ClawBack.class) == ClawBack.WITHIN_BALANCE
                ? position.tally().due() - owed
                : position.tally().clawedBack();
    }

    /** What tiers count of it so far. */
    BigDecimal counted() {
        return rechecked() ? Qualified.of(position) : Qualified.asBooked(position);
    }

    /** The order's lines with what has come back of them. Before the first booking nothing has: that comes into force behind it. */
    List<Line> returned(List<Line> lines) {
        if (!paid()) {
            return lines;
        }
        Map<String, Integer> back = position.askedBack();
        return lines.stream()
                .map(line -> line.returning(Math.min(back.getOrDefault(line.id(), 0), line.quantity())))
                .toList();
    }

    /** What was asked back and finds no piece among the lines. */
    Asked beyond(List<Line> lines) {
        if (!paid()) {
            return position.asked();
        }
        Map<String, Integer> beyond = position.askedBack();
        lines.forEach(line -> beyond.computeIfPresent(line.id(), (id, pieces) -> pieces - line.returned()));
        beyond.values().removeIf(pieces -> pieces <= 0);
        return new Asked(beyond, position.asked().amount());
    }
}
