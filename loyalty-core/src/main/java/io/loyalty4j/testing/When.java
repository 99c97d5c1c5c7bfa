package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a member does, or what happens to them. Ids that a step does not name are {@code order-1}, {@code return-1} and so on. After each step what is due is
 * booked and told, unless the scheduler is away ({@link #timePassesUnattended}).
 */
public final class When {
    private final LoyaltyScenario scenario;
    private final MemberId member;
    private final Mark story;

    When(LoyaltyScenario scenario, MemberId member, Mark story) {
        this.scenario = scenario;
        this.member = member;
        this.story = story;
    }

    /** The order of this id, to {@link #returns return} from later. */
    public Basket order(String id) {
        return new Basket(this, Order.of(member, id).currency(currency()));
    }

    private Basket basket() {
        return order(world().nextId("order"));
    }

    /** An order that redeems a reward. */
    public Basket redeeming(String reward) {
        return basket().redeeming(reward);
    }

    /** An order that redeems so many points of a payment or menu. */
    public Basket redeeming(String reward, long points) {
        return basket().redeeming(reward, points);
    }

    /** An order that pays with the voucher of which the member was told last. */
    public Basket usingVoucher() {
        return basket().usingVoucher();
    }

    /** An order with an attribute, as {@code orderIs} asks for it. */
    public Basket with(String attribute, String value) {
        return basket().with(attribute, value);
    }

    /** Asks what an order would come to; nothing is written. */
    public Done asksFor(OrderLine... lines) {
        return basket().asksFor(lines);
    }

    public Done reserves(OrderLine... lines) {
        return basket().reserves(lines);
    }

    /** Pays for an order of these lines. */
    public Done buys(OrderLine... lines) {
        return basket().buys(lines);
    }

    /**
     * Pieces of an order's line come back. They may do so before the order comes.
     *
     * @throws AssertionError if the order is there and has no such line: a typing error, most likely
     */
    public Done returns(String order, String line, int quantity) {
        Known.line(world().store().order(member, order), line);
        Refund refund =
                Refund.of(Order.of(member, order), world().nextId("return")).line(line, quantity);
        return sent(member + " returned " + quantity + " " + line + " of " + known(order), List.of(refund));
    }

    /** Reserved or paid, all of it is undone. */
    public Done cancels(String order) {
        return sent(
                member + " cancelled " + known(order),
                List.of(Order.of(member, order).cancellation()));
    }

    /** The goods are handed over. */
    public Done receives(String order) {
        return sent(
                member + " received " + known(order),
                List.of(Order.of(member, order).fulfilment()));
    }

    private String known(String order) {
        return world().store().order(member, order).isPresent()
                ? order
                : order + ", which is not there yet for " + member;
    }

    /** Comes through a member who has told them. */
    public Done isReferredBy(String referrer) {
        return sent(member + " was referred by " + referrer, List.of(Referral.accept(member, MemberId.of(referrer))));
    }

    /**
     * Does something that is no order.
     *
     * @throws AssertionError if the program knows no such activity: a typing error, most likely
     */
    public Done does(String activity) {
        return knowingly(activity(activity));
    }

    /** The same with a number that a rule asks for, as {@code perUnit} does: {@code does("ride", "kilometres", 12)}. */
    public Done does(String activity, String attribute, long number) {
        return knowingly(activity(activity).with(attribute, number));
    }

    private Activity activity(String kind) {
        return Activity.of(member, kind, world().nextId(kind));
    }

    private Done knowingly(Activity activity) {
        Done done = does(activity);
        for (Refusal refusal : done.deed().refusals()) {
            if (refusal instanceof Refusal.ActivityNotInProgram) {
                throw Failure.of(refusal.toString());
            }
        }
        return done;
    }

    public Done does(Activity activity) {
        return sent(activity.member() + " did " + activity.kind(), List.of(activity));
    }

    /** Any command, whoever it is about. */
    public Done sends(Command command) {
        return sent(Words.of(List.of(command)) + " was sent", List.of(command));
    }

    /**
     * Several commands, one after the other, once it has been tried that every account would be the same in whatever order they came: all orders of up to five,
     * and 120 of more.
     *
     * @throws AssertionError if the order matters, with two orders that end differently
     */
    public Done sendsInAnyOrder(Command... commands) {
        List<Command> all = List.of(commands);
        AnyOrder.check(world(), all);
        return sent(Words.of(all) + " were sent", all);
    }

    /**
     * Several commands at the same moment, each on a thread of its own. Which of them is first, chance decides: expect what holds whoever it is.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Done sendsAtOnce(Command... commands) {
        List<Command> all = List.of(commands);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no command was named that could be sent");
        }
        return did(Words.of(all) + " were sent at once", all, () -> world().sendAtOnce(all));
    }

    /**
     * What a step sent last arrives so many times more, however much time has passed.
     *
     * @throws IllegalStateException if no step has sent anything
     */
    public Done repeats(int times) {
        List<Command> once = scenario.lastSent();
        if (once.isEmpty()) {
            throw new IllegalStateException("no step has sent anything that could arrive again");
        }
        List<Command> again =
                IntStream.range(0, times).boxed().flatMap(time -> once.stream()).toList();
        Done done = sent(Words.of(once) + " arrived " + times + " times more", again);
        scenario.sent(once);
        return done;
    }

    /** Time goes on by the calendar of the program's zone; whatever is due meanwhile is booked and told at its instant, as {@code runDue()} does. */
    public Done timePasses(Period time) {
        return passes(zoned().plus(time).toInstant(), true, time);
    }

    /** The same by the clock. */
    public Done timePasses(Duration time) {
        return passes(world().now().plus(time), true, time);
    }

    /**
     * The same until a moment, such as {@code 2026-11-21} (its noon) or {@code 2026-11-21T09:30}.
     *
     * @throws IllegalArgumentException if it lies behind
     */
    public Done timeIs(String dateOrDateTime) {
        return passes(instant(dateOrDateTime), true, dateOrDateTime);
    }

    /** Time goes on while the scheduler is away, until {@link #runsDue} or more time passes in its presence: balances are right, and nobody is told. */
    public Done timePassesUnattended(Period time) {
        return passes(zoned().plus(time).toInstant(), false, time);
    }

    /** The same by the clock. */
    public Done timePassesUnattended(Duration time) {
        return passes(world().now().plus(time), false, time);
    }

    /** The scheduler comes and calls {@code runDue()} until nothing is left. */
    public Done runsDue() {
        return did("what was due was booked and told", List.of(), () -> {
            world().runDue();
            return List.of();
        });
    }

    private ZonedDateTime zoned() {
        return world().now().atZone(scenario.setting().program().zone());
    }

    private Done passes(Instant until, boolean attended, Object time) {
        if (until.isBefore(world().now())) {
            throw new IllegalArgumentException(
                    "time goes forward: it is " + zoned().toLocalDateTime() + ", and not " + time + " any more");
        }
        return did("time passed: " + time, List.of(), () -> {
            if (attended) {
                world().pass(until);
            } else {
                world().passUnattended(until);
            }
            return List.of();
        });
    }

    Done asks(Order order) {
        Mark before = world().mark();
        Optional<Quote> quote = Optional.of(world().quote(order));
        String words = member + " asked for " + Words.lines(order);
        return scenario.did(this, new Deed(member, words, List.of(), List.of(), quote, story, before, world().mark()));
    }

    Done sent(String words, List<Command> commands) {
        return did(words, commands, () -> commands.stream().map(world()::send).toList());
    }

    private Done did(String words, List<Command> commands, Supplier<List<Outcome>> act) {
        Mark before = world().mark();
        List<Outcome> outcomes = act.get();
        Mark after = world().mark();
        return scenario.did(this, new Deed(member, words, commands, outcomes, Optional.empty(), story, before, after));
    }

    MemberId member() {
        return member;
    }

    World world() {
        return scenario.world();
    }

    Instant instant(String dateOrDateTime) {
        return scenario.setting().instant(dateOrDateTime);
    }

    private String currency() {
        return scenario.setting().program().currency().getCurrencyCode();
    }

    /** The same steps of another member, as one story. */
    When of(String other) {
        return new When(scenario, MemberId.of(other), story);
    }
}
