package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A shop of its own, in memory, at the instant of a scene: what came before it has been booked. */
final class RuleVisit {
    private static final int WHEEL = 20_261;

    private final LoyaltyProgram program;
    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final ClockByHand clock;
    private final LoyaltyEngine loyalty;

    RuleVisit(LoyaltyProgram program, Instant start) {
        this.program = program;
        this.clock = ClockByHand.at(start.toString());
        this.loyalty = LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .chance(new SplittableRandom(WHEEL))
                .tellingNobody()
                .build();
    }

    static RuleVisit to(LoyaltyProgram program, RuleScene scene) {
        RuleVisit visit = new RuleVisit(program, scene.enrolledAt());
        scene.before().stream().limit(1).forEach(visit::books);
        visit.waitUntil(scene.at());
        scene.before().stream().skip(1).forEach(visit::books);
        return visit;
    }

    /** The first thing that is said to a scene, by a rule that has seen nothing of this shop. */
    static Said first(LoyaltyProgram program, RuleScene scene) {
        return Said.of(to(program, scene).books(scene.sample()));
    }

    void waitUntil(Instant later) {
        clock.pass(Duration.between(clock.instant(), later));
    }

    Receipt books(Command command) {
        return receipt(command, answers(command));
    }

    /** Empty where it would be more points than an account can have. */
    Optional<Receipt> booksWithinReason(Command command) {
        Outcome outcome = answers(command);
        return outcome.refusal().filter(Refusal.LimitReached.class::isInstance).isPresent()
                ? Optional.empty()
                : Optional.of(receipt(command, outcome));
    }

    private static Receipt receipt(Command command, Outcome outcome) {
        outcome.refusal().ifPresent(why -> {
            throw new AssertionError(command.requestId() + " was refused: " + why);
        });
        return outcome.receipt();
    }

    Outcome answers(Command command) {
        return loyalty.execute(command);
    }

    /** Whether a command is booked; that it fails is for another to tell. */
    boolean tries(Command command) {
        try {
            return answers(command).refusal().isEmpty();
        } catch (LoyaltyException told) {
            return false;
        }
    }

    Quote quotes(Order order) {
        return loyalty.quote(order);
    }

    Account account(MemberId member) {
        return loyalty.account(member);
    }

    Set<String> rewards() {
        return program.rewards().keySet();
    }

    /** That can be used, by reward. */
    Map<String, Long> vouchers(Account account) {
        Map<String, Long> vouchers = new TreeMap<>();
        program.rewards().keySet().forEach(reward -> vouchers.put(reward, account.vouchers(reward)));
        vouchers.values().removeIf(count -> count == 0);
        return vouchers;
    }

    Optional<OrderPosition> position(Order order) {
        return store.order(order.member(), order.id());
    }
}
