package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Heard;
import io.loyalty4j.earn.Hint;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.earn.Working;
import io.loyalty4j.reward.VoucherCode;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to. A function of its posting alone, so that a replay gives the first receipt again; all of it is zero or empty where it does not apply.
 * Why rules were silent and what was near is no part of the posting: it is worked out when it is asked for, of a replay from the member's journal as it was
 * then, if it was booked under the program that is asked. Immutable and thread-safe; receipts of one posting are equal.
 */
public final class Receipt {
    private final Posting posting;
    private final Supplier<Heard> heard;
    private final Optional<VoucherKey> key;

    /** Of a posting that was read. */
    public Receipt(Posting posting) {
        this(posting, () -> Heard.NOTHING);
    }

    /** With what the rules would say if they were asked once more. */
    public Receipt(Posting posting, Supplier<Heard> heard) {
        this(posting, heard, Optional.empty());
    }

    /** With the key that the codes of its vouchers were made with. */
    public Receipt(Posting posting, Supplier<Heard> heard, Optional<VoucherKey> key) {
        this.posting = posting;
        this.heard = heard;
        this.key = key;
    }

    public Posting posting() {
        return posting;
    }

    /** Rules that gave nothing, and why; empty of a posting of another version of the program, and of a receipt that no engine gave. */
    public List<Silence> silent() {
        return heard.get().silences();
    }

    /** What was near; empty where {@link #silent()} cannot be told. */
    public List<Hint> hints() {
        return heard.get().hints();
    }

    /** Points given, pending ones too. */
    public long earned() {
        return posting.entries().stream()
                .filter(entry -> entry.from() == ISSUED)
                .mapToLong(Entry::points)
                .sum();
    }

    /** Points taken for rewards. */
    public long redeemed() {
        return posting.entries().stream()
                .filter(entry -> entry.to() == REDEEMED)
                .mapToLong(Entry::points)
                .sum();
    }

    /** Points taken back, those that are now owed included. */
    public long revoked() {
        return posting.entries().stream()
                .filter(entry -> entry.to() == Bucket.REVOKED)
                .mapToLong(Entry::points)
                .sum();
    }

    /** Redeemed points given back. */
    public long restored() {
        return posting.moved(REDEEMED, AVAILABLE);
    }

    /** Points sent to another member. */
    public long transferred() {
        return posting.moved(AVAILABLE, Bucket.TRANSFERRED);
    }

    /** Points available when it was booked. */
    public long available() {
        return posting.after().available();
    }

    /** The tier when it was booked. */
    public String tier() {
        return posting.tierAfter();
    }

    /** Points per rule and line. */
    public List<Award> awards() {
        return posting.awards();
    }

    /** Rewards taken off, or reserved. */
    public List<Change.RewardApplied> rewards() {
        return posting.changes(Change.RewardApplied.class).toList();
    }

    /** What the rewards take off the order; empty where there are none. */
    public Optional<Money> discount() {
        return rewards().stream().map(Change.RewardApplied::worth).reduce(Money::plus);
    }

    /** What they take off one line. */
    public Optional<Money> discountOf(String line) {
        return discount().map(all -> discountOf(rewards(), line, all));
    }

    static Money discountOf(List<Change.RewardApplied> rewards, String line, Money currency) {
        Money sum = Money.zero(currency.currency().getCurrencyCode());
        for (Change.RewardApplied reward : rewards) {
            if (reward.discountOfLines().containsKey(line)) {
                sum = sum.plus(
                        new Money(reward.discountOfLines().getOrDefault(line, sum.amount()), currency.currency()));
            }
        }
        return sum;
    }

    /** Pieces that were asked back beyond what was bought, by line. */
    public Map<String, Integer> surplus() {
        return posting.changes(Change.OrderSet.class)
                .findFirst()
                .map(set -> set.delta().surplus())
                .orElse(Map.of());
    }

    /** Points that a return called for and that were not there. */
    public long shortfall() {
        return posting.changes(Change.OrderSet.class)
                .mapToLong(set -> set.delta().shortfall())
                .sum();
    }

    /** When what the order holds is free again. */
    public Optional<Instant> heldUntil() {
        return posting.changes(Change.HoldSet.class)
                .map(set -> set.hold().until())
                .min(Comparator.naturalOrder());
    }

    /** How each award came about: basis, factor, exact value, limit. */
    public List<Working> workings() {
        return promise().map(this::workings).orElse(List.of());
    }

    private List<Working> workings(OrderPosition position) {
        OrderPosition.Terms terms = position.terms().orElseThrow();
        return terms.calculation().workings(position.remaining().lines());
    }

    /** What the posting says was promised with it. */
    private Optional<OrderPosition> promise() {
        return posting.changes(Change.OrderSet.class)
                .map(Change.OrderSet::delta)
                .filter(delta -> delta.terms().isPresent())
                .map(delta ->
                        OrderPosition.after(Optional.empty(), posting.header().member(), delta))
                .findFirst();
    }

    String rounding() {
        return promise()
                .flatMap(OrderPosition::terms)
                .map(terms -> terms.rounding().name())
                .orElse("");
    }

    /** What chance has drawn; {@code nothing} too. */
    public List<Change.Drawn> draws() {
        return posting.changes(Change.Drawn.class).toList();
    }

    /** The tier that people of the shop gave. */
    public Optional<Change.TierGranted> tierGranted() {
        return posting.changes(Change.TierGranted.class).findFirst();
    }

    /** The member's token for bringing friends, of an invitation. */
    public Optional<String> code() {
        return posting.changes(Change.TokenIssued.class)
                .map(Change.TokenIssued::token)
                .findFirst();
    }

    /** Vouchers that were given with a code; the codes are there if the receipt has the key. */
    public List<IssuedVoucher> vouchers() {
        return posting.changes(Change.VoucherIssued.class)
                .map(issued -> new IssuedVoucher(issued.reward(), code(issued), issued.until()))
                .toList();
    }

    /** Rewards that rules gave without a code. Of an edit those that the order did not give before, as far as the posting tells. */
    public List<GivenReward> given() {
        return promise().map(order -> GivenReward.of(posting, order)).orElse(List.of());
    }

    /**
     * Rules whose challenge was met, or whose stamp card is full, sorted. Of an edit of an order only challenges, for the posting does not tell which cards
     * were full before.
     */
    public List<String> milestones() {
        return promise().map(order -> Milestones.of(posting, order)).orElse(List.of());
    }

    /** Whether something was promised for the first time. Of an edit of an order that gave and took no points, the posting does not tell. */
    public boolean first() {
        return promise().filter(order -> Milestones.first(posting, order)).isPresent();
    }

    private Optional<String> code(Change.VoucherIssued issued) {
        Posting.Header header = posting.header();
        return key.flatMap(known -> known.codeOf(header.member(), header.requestId(), issued.n(), issued.hash()))
                .map(VoucherCode::text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Receipt receipt && receipt.posting.equals(posting);
    }

    @Override
    public int hashCode() {
        return posting.hashCode();
    }

    @Override
    public String toString() {
        return "Receipt of " + posting.header().requestId();
    }

    /** All of it as a table for people, at most 100 columns. */
    public String explain() {
        return Explanation.of(this);
    }
}
