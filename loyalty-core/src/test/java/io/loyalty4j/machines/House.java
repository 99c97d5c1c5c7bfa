package io.loyalty4j.machines;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.payment;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Policy.LapsedHold;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Policy.RestoredAfterExpiry;
import io.loyalty4j.shop.Policy.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program under which machines are looked for: a point a dollar and some for a large order, points live 30 days, 50 of them pay 5 dollars, which is what they are
 * worth here.
 *
 * @param extra what the program gives beside that
 */
record House(LoyaltyProgram program, List<Policy> policies, int waits, Extra extra) {
    static final Duration HOLD = Duration.ofDays(7);
    static final long PRICE = 50;
    static final long REWARD = 50;
    static final long BIG = 80;
    static final long BONUS = 20;

    /** Every combination of the policies that move points; roundings take turns. */
    static List<House> all() {
        List<List<Policy>> combinations = List.of(List.of());
        for (Policy[] choices : List.<Policy[]>of(
                ClawBack.values(),
                RedeemedOnReturn.values(),
                RestoredAfterExpiry.values(),
                PayingOrder.values(),
                LapsedHold.values(),
                EarnOnPointsPaid.values())) {
            combinations = combinations.stream()
                    .flatMap(some -> List.of(choices).stream().map(choice -> with(some, choice)))
                    .toList();
        }
        List<House> houses = new ArrayList<>();
        for (List<Policy> combination : combinations) {
            for (int waits : List.of(0, 10)) {
                List<Rounding> roundings = List.of(Rounding.values());
                Rounding rounding = roundings.get(houses.size() % roundings.size());
                houses.add(of(with(combination, rounding), waits, Extra.NONE));
            }
        }
        return houses;
    }

    /** The same where a point is worth ten cents, as many as one likes. */
    House paying() {
        return new House(open(policies, waits, extra, payment(1, "0.10")), policies, waits, extra);
    }

    private static List<Policy> with(List<Policy> some, Policy more) {
        List<Policy> all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }

    static House of(List<Policy> policies, int waits, Extra extra) {
        return new House(open(policies, waits, extra, discount("5.00").costs(REWARD)), policies, waits, extra);
    }

    private static LoyaltyProgram open(List<Policy> policies, int waits, Extra extra, Reward five) {
        ProgramBuilder builder = LoyaltyProgram.named("house")
                .currency("USD")
                .zone("UTC")
                .earn("base", points(1).per("1.00"))
                .earn("big", points(BONUS).perOrder().when(orderFrom(BIG + ".00")))
                .earn("review", points(50).forActivity("review"))
                .reward("five", five)
                .expiry(Expiry.after(Period.ofDays(30)))
                .activation(waits == 0 ? Activation.atOnce() : Activation.after(Period.ofDays(waits)))
                .holdsLast(HOLD)
                .transfers(Transfers.upTo(Extra.SENT));
        ProgramBuilder whole = extra.in(builder);
        for (Policy policy : policies) {
            whole = whole.policy(policy);
        }
        return whole.build();
    }

    boolean has(Policy policy) {
        return policies.contains(policy);
    }

    Rounding rounding() {
        return policies.stream()
                .filter(Rounding.class::isInstance)
                .map(Rounding.class::cast)
                .findFirst()
                .orElse(Rounding.FLOOR_PER_ORDER);
    }

    Instant usable(Instant occurred) {
        return program.activation().of(occurred, program.zone());
    }

    Instant lapse(Instant occurred) {
        return program.expiry().byAge(usable(occurred), program.zone()).orElseThrow();
    }

    @Override
    public String toString() {
        return policies.stream().map(Object::toString).collect(Collectors.joining(" ")) + " usable after " + waits
                + " days, beside that " + extra;
    }
}
