package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What came of the last step for a member: what it was answered, what it gave, what the member has now, and what they were told since the steps began. Each
 * expectation that does not hold is an {@link AssertionError} with what was there, the member's lots and last postings, and the reason that every rule gave.
 * Rules, rewards and tiers that the program does not have are typing errors, and fail too, as do events that only a moment tells where there is no such moment.
 */
public final class Then {
    private final LoyaltyScenario scenario;
    private final MemberId member;
    private final Seeing seeing;

    Then(LoyaltyScenario scenario, Deed deed, MemberId member) {
        this.scenario = scenario;
        this.member = member;
        this.seeing = new Seeing(scenario.world(), deed, member);
    }

    /** Nothing of it was refused. */
    public Then accepted() {
        seeing.answered();
        return same("refusals", List.of(), seeing.refusals());
    }

    /** So many of several commands were not refused. */
    public Then accepted(int times) {
        seeing.answered();
        return same(
                "commands accepted",
                times,
                seeing.deed().asked() - seeing.deed().refusals().size());
    }

    /** All of it had been booked, or was in force, before. */
    public Then replayed() {
        seeing.answered();
        return same("answer", List.of("Replayed"), seeing.answers());
    }

    /** It was refused for such a reason; of several commands, all that were refused. */
    public Then refused(Class<? extends Refusal> reason) {
        boolean as = !seeing.deed().refusals().isEmpty()
                && seeing.deed().refusals().stream().allMatch(reason::isInstance);
        return as ? this : fails("refusal", reason.getSimpleName(), seeing.refusals());
    }

    /** It was refused for this very reason; of several commands, all that were refused. */
    public Then refused(Refusal exactly) {
        boolean as = !seeing.deed().refusals().isEmpty()
                && seeing.deed().refusals().stream().allMatch(exactly::equals);
        return as ? this : fails("refusal", Seeing.named(exactly), seeing.refusals());
    }

    /** So many of several commands were refused for such a reason. */
    public Then refused(Class<? extends Refusal> reason, int times) {
        long refused =
                seeing.deed().refusals().stream().filter(reason::isInstance).count();
        return refused == times
                ? this
                : fails("refusals", times + " times " + reason.getSimpleName(), seeing.refusals());
    }

    /** Nothing was written to the member's journal. */
    public Then nothingChanged() {
        return same("postings written", List.of(), seeing.written());
    }

    /** Points that the step gave, pending ones too; of a question, that it would give. */
    public Then earned(long points) {
        return same("points earned", points, seeing.earned());
    }

    /** Points that one rule gave with the step; of an edit, what it gives for the order as it stands. */
    public Then awarded(String rule, long points) {
        seeing.known().rule(rule);
        return same("points awarded by " + rule, points, seeing.awarded(rule, Optional.empty()));
    }

    /** Points that one rule gave on one line of the order. */
    public Then awarded(String rule, String line, long points) {
        seeing.known().rule(rule);
        seeing.line(line);
        return same("points awarded by " + rule + " on " + line, points, seeing.awarded(rule, Optional.of(line)));
    }

    /** A rule was asked, and gave nothing with the step. */
    public Then silent(String rule) {
        seeing.known().rule(rule);
        seeing.asked(rule);
        return awarded(rule, 0);
    }

    /** A rule gave nothing, for this reason. */
    public Then silent(String rule, String why) {
        return silent(rule).explained(rule, why);
    }

    /** The reason for which a rule gave what it gave, or nothing, with the last command or question. */
    public Then explained(String rule, String why) {
        seeing.known().rule(rule);
        return same("reason of " + rule, List.of(why), seeing.reasons(rule));
    }

    /** What rewards took off the order, in its currency. */
    public Then discounted(String amount) {
        return amount("discount", amount, seeing.discount());
    }

    /**
     * The rewards that the step took, in their order, vouchers too; without any, that it took none. Gifts and free shipping take nothing off the order's lines
     * ({@link #discounted} is 0), and are seen here. A question takes none.
     */
    public Then redeemed(String... rewards) {
        List<String> expected = List.of(rewards);
        expected.forEach(seeing.known()::reward);
        return same("rewards redeemed", expected, seeing.redeemed());
    }

    /** Pieces of a line that were asked back beyond what was bought. */
    public Then surplus(String line, int quantity) {
        return same("pieces of " + line + " too many", quantity, seeing.surplus(line));
    }

    /** Points that can be redeemed now. */
    public Then available(long points) {
        return same("points available", points, account().available());
    }

    /** Points that are not usable yet. */
    public Then pending(long points) {
        return same("points pending", points, account().pending());
    }

    /** Points that orders have reserved. */
    public Then held(long points) {
        return same("points held", points, account().held());
    }

    /** Points that the member owes. */
    public Then inDebt(long points) {
        return same("points owed", points, account().debt());
    }

    /** What is left of each open lot (pending, available and held), the oldest first; of one instant by the id of what gave it. */
    public Then lots(long... remaining) {
        List<Long> expected = Arrays.stream(remaining).boxed().toList();
        return same("points left of each lot", expected, seeing.lots());
    }

    /** So many of the available points are good through that day, and not the next. */
    public Then pointsThrough(long points, String lastDay) {
        return same("points good through " + lastDay, points, seeing.pointsThrough(Setting.day(lastDay)));
    }

    public Then inTier(String tier) {
        seeing.known().tier(tier);
        return same("tier", tier, account().tier().code());
    }

    /** In a tier, which is kept through that day whatever happens. */
    public Then inTierThrough(String tier, String lastDay) {
        seeing.known().tier(tier);
        return same("tier", tier + " through " + lastDay, Seeing.tier(account()));
    }

    /** The tier above, and what is still missing to it, as the ladder measures. */
    public Then nextTier(String tier, String missing) {
        seeing.known().tier(tier);
        return same(
                "next tier",
                tier + ", " + Setting.amount(missing).stripTrailingZeros().toPlainString() + " missing",
                seeing.nextTier());
    }

    /** How many of a reward the member was given and can use now: vouchers, with a code or without. */
    public Then vouchers(String reward, long count) {
        seeing.known().reward(reward);
        return same("vouchers for " + reward, count, account().vouchers(reward));
    }

    /** Stamps on the open card of a rule. */
    public Then stamps(String rule, long count) {
        seeing.known().rule(rule);
        return same("stamps of " + rule, count, account().stamps(rule));
    }

    /** The member was told of such a thing since {@code when} was said last; what was told before that has been looked at. */
    public Then notified(Class<? extends LoyaltyEvent> event) {
        seeing.known().event(event);
        return seeing.told(event) ? this : fails("told", event.getSimpleName(), seeing.toldOrNot());
    }

    /** The member was told of no such thing since {@code when} was said last. */
    public Then notNotified(Class<? extends LoyaltyEvent> event) {
        seeing.known().event(event);
        return seeing.told(event) ? fails("told", "no " + event.getSimpleName(), seeing.told()) : this;
    }

    /** Since {@code when} was said last, the member was to be told, and was not, for this reason: {@code no consent}. */
    public Then heldBack(Class<? extends LoyaltyEvent> event, String why) {
        seeing.known().event(event);
        String expected = event.getSimpleName() + ": " + why;
        return seeing.heldBack().contains(expected) ? this : fails("held back", expected, seeing.heldBack());
    }

    /** The same for another member. */
    public Then then(String other) {
        return scenario.after(seeing.deed(), other);
    }

    /** The same member goes on. */
    public When when() {
        return when(member.value());
    }

    public When when(String actor) {
        return scenario.when(actor);
    }

    private Account account() {
        return scenario.world().account(member);
    }

    private Then amount(String what, String expected, Optional<BigDecimal> actual) {
        BigDecimal wanted = Setting.amount(expected);
        BigDecimal there = actual.orElse(BigDecimal.ZERO);
        return wanted.compareTo(there) == 0 ? this : fails(what, expected, there.toPlainString());
    }

    private Then same(String what, Object expected, Object actual) {
        return expected.equals(actual) ? this : fails(what, expected, actual);
    }

    private Then fails(String what, Object expected, Object actual) {
        throw seeing.failure(what, expected, actual);
    }
}
