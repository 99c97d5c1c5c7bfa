package io.loyalty4j.laws;

import io.loyalty4j.earn.Challenge;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.shop.Window;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a challenge asks for, each nothing if it does not.
 *
 * @param reviews activities of that kind
 * @param spending an amount, {@code 0} for none
 */
record QuestSpec(
        int orders,
        int reviews,
        long earning,
        String spending,
        Optional<Period> within,
        boolean sinceEnrolment,
        Optional<Window> per) {
    Challenge built() {
        Challenge quest = EarnRules.challenge();
        quest = orders > 0 ? quest.orders(orders) : quest;
        quest = reviews > 0 ? quest.activity("review", reviews) : quest;
        quest = earning > 0 ? quest.earning(earning) : quest;
        quest = spends() ? quest.spending(spending) : quest;
        quest = within.isPresent() ? quest.within(within.get()) : quest;
        quest = sinceEnrolment ? quest.sinceEnrolment() : quest;
        return per.isPresent() ? quest.per(per.get()) : quest;
    }

    boolean spends() {
        return !spending.equals("0");
    }

    /** Whether it brings a challenge of such a rule further. */
    boolean concerns(QuestBook.Deed deed, RuleSpec rule) {
        boolean review = deed.kind().equals(Optional.of("review"));
        boolean order = deed.spent().containsKey(rule.id());
        boolean earns = earning > 0 && (order || deed.kind().isPresent());
        return (review && reviews > 0) || earns || (order && (orders > 0 || spends()));
    }

    /** With less to it, in every way that is one step. */
    Stream<QuestSpec> simpler() {
        return Stream.of(
                        new QuestSpec(0, reviews, earning, spending, within, sinceEnrolment, per),
                        new QuestSpec(1, reviews, earning, spending, within, sinceEnrolment, per),
                        new QuestSpec(orders, 0, earning, spending, within, sinceEnrolment, per),
                        new QuestSpec(orders, reviews, 0, spending, within, sinceEnrolment, per),
                        new QuestSpec(orders, reviews, earning, "0", within, sinceEnrolment, per),
                        new QuestSpec(orders, reviews, earning, spending, Optional.empty(), false, per),
                        new QuestSpec(orders, reviews, earning, spending, within, sinceEnrolment, Optional.empty()))
                .filter(other -> !other.equals(this) && other.orders <= orders && other.asksForSomething());
    }

    private boolean asksForSomething() {
        return orders > 0 || reviews > 0 || earning > 0 || spends();
    }

    @Override
    public String toString() {
        return Stream.of(
                        "challenge()",
                        orders > 0 ? ".orders(" + orders + ")" : "",
                        reviews > 0 ? ".activity(\"review\", " + reviews + ")" : "",
                        earning > 0 ? ".earning(" + earning + ")" : "",
                        spends() ? ".spending(\"" + spending + "\")" : "",
                        within.map(time -> ".within(" + time + ")").orElse(""),
                        sinceEnrolment ? ".sinceEnrolment()" : "",
                        per.map(window -> ".per(" + window + ")").orElse(""))
                .collect(Collectors.joining());
    }
}
