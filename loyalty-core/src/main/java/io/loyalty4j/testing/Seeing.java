package io.loyalty4j.testing;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to see of a member after a step. */
record Seeing(World world, Deed deed, MemberId member) {
    /** Nobody can expect an answer to nothing. */
    void answered() {
        if (deed.asked() == 0) {
            throw failure("commands", "some that could be refused", "none was sent");
        }
    }

    Known known() {
        return new Known(world.setting().program());
    }

    AssertionError failure(String what, Object expected, Object actual) {
        return Failure.of(new Report(this).text(what, expected, actual));
    }

    /** How the commands were answered, each way once. */
    List<String> answers() {
        return deed.outcomes().stream()
                .map(outcome -> outcome.getClass().getSimpleName())
                .distinct()
                .toList();
    }

    List<String> refusals() {
        return deed.refusals().stream().map(Seeing::named).toList();
    }

    static String named(Refusal refusal) {
        return refusal.getClass().getSimpleName() + " (" + refusal + ")";
    }

    /** The member's postings of the step. */
    List<Posting> postings() {
        long before = deed.before().postingsOf(member);
        long after = deed.after().postingsOf(member);
        try (Stream<Posting> all = world.store().postings(member)) {
            return all.filter(posting -> posting.header().version() > before
                            && posting.header().version() <= after)
                    .toList();
        }
    }

    List<String> written() {
        return postings().stream().map(posting -> posting.header().requestId()).toList();
    }

    private Stream<Award> awards() {
        return deed.quoteOf(member)
                .map(quote -> quote.awards().stream())
                .orElseGet(() -> Awards.inTheEnd(postings().stream()));
    }

    long earned() {
        return deed.quoteOf(member)
                .map(Quote::points)
                .orElseGet(() -> postings().stream()
                        .mapToLong(posting -> new Receipt(posting).earned())
                        .sum());
    }

    long awarded(String rule, Optional<String> line) {
        return awards().filter(award -> award.rule().equals(rule))
                .filter(award -> line.isEmpty() || award.line().equals(line))
                .mapToLong(Award::points)
                .sum();
    }

    /** What a rule said to the member's last command that was booked, or question; or to what time brought. */
    List<String> reasons(String rule) {
        Optional<Receipt> receipt = deed.receiptOf(member);
        Stream<Award> awards = receipt.map(one -> one.awards().stream()).orElseGet(this::awards);
        Stream<Silence> silences =
                deed.quoteOf(member).map(Quote::silent).or(() -> receipt.map(Receipt::silent)).stream()
                        .flatMap(List::stream);
        return Stream.concat(
                        awards.filter(award -> award.rule().equals(rule)).map(Award::why),
                        silences.filter(silence -> silence.rule().equals(rule)).map(Silence::why))
                .distinct()
                .toList();
    }

    /** Of a rule that was not asked nobody can say that it gave nothing. What a moment gives is a matter of time. */
    void asked(String rule) {
        boolean moment = world.setting().program().moments().containsKey(rule);
        boolean answered = deed.asked() > deed.refusals().size();
        if (!moment && !answered) {
            throw failure(
                    "points awarded by " + rule,
                    "0, of a step in which it was asked",
                    deed.asked() == 0 ? "it was not asked: nothing was sent" : "it was not asked: " + refusals());
        }
    }

    /** A line that none of the orders has is a typing error. */
    void line(String id) {
        Set<String> known = deed.orders()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.isEmpty() && !known.contains(id)) {
            throw Failure.of("the order has no line " + id + ", only " + known);
        }
    }

    Optional<BigDecimal> discount() {
        if (deed.quoteOf(member).isPresent()) {
            return deed.quoteOf(member).map(Quote::discount).map(Money::amount);
        }
        return rewards().map(reward -> reward.worth().amount()).reduce(BigDecimal::add);
    }

    List<String> redeemed() {
        return rewards().map(Change.RewardApplied::reward).toList();
    }

    private Stream<Change.RewardApplied> rewards() {
        return postings().stream().flatMap(posting -> posting.changes(Change.RewardApplied.class));
    }

    int surplus(String line) {
        return postings().stream()
                .map(posting -> new Receipt(posting).surplus().getOrDefault(line, 0))
                .reduce(0, Integer::sum);
    }

    Account account() {
        return world.account(member);
    }

    List<Long> lots() {
        return account().lots().stream()
                .map(Lot::remaining)
                .filter(points -> points > 0)
                .toList();
    }

    long pointsThrough(LocalDate lastDay) {
        return account().pointsEnding(Period.ZERO).getOrDefault(lastDay, 0L);
    }

    static String tier(Account account) {
        TierStatus tier = account.tier();
        return tier.code() + tier.until().map(day -> " through " + day).orElse("");
    }

    String nextTier() {
        return account()
                .tier()
                .next()
                .map(next ->
                        next.tier() + ", " + next.missing().stripTrailingZeros().toPlainString() + " missing")
                .orElse("none");
    }

    boolean told(Class<? extends LoyaltyEvent> event) {
        return toldNow().anyMatch(event::isInstance);
    }

    List<String> told() {
        return toldNow().map(LoyaltyEvent::kind).toList();
    }

    private Stream<LoyaltyEvent> toldNow() {
        return world.told().to(member, deed.story().told(), deed.after().told()).stream();
    }

    /** With what was held back, and why: whoever misses something may find it there. */
    List<String> toldOrNot() {
        return Stream.concat(told().stream(), heldBack().stream().map(notice -> "held back " + notice))
                .toList();
    }

    List<String> heldBack() {
        return world.heldBack(member, deed.story().heldBack());
    }
}
