package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A promotion tried out: a shop in memory that runs a program, with a clock that is moved by hand and a scheduler that books what falls due and tells members,
 * so that nothing waits, and every run is the same, but for commands that are sent at once. For any test framework, or none: what is not as expected is an {@link AssertionError} whose first stack
 * frame is the caller's line.
 *
 * <pre>{@code
 * LoyaltyScenario.of(program).at("2026-11-21")
 *         .given("ana").inTier("VIB")
 *         .when("ana").buys(line("perfume", "120.00").category("fragrance"))
 *         .then().earned(360).awarded("november-event", 240);
 * }</pre>
 *
 * <p>A day without a time means its noon in the program's zone. It begins at noon on Wednesday, 10 June 2026, or when the program comes into force, if that is
 * later. Steps change the scenario they belong to; a new one for each test. Not thread-safe.
 */
public final class LoyaltyScenario {
    private Setting setting;
    private Optional<Instant> start = Optional.empty();
    private Optional<World> world = Optional.empty();
    private Optional<Given> given = Optional.empty();
    private Optional<Deed> last = Optional.empty();
    private List<Command> lastSent = List.of();

    private LoyaltyScenario(Setting setting) {
        this.setting = setting;
    }

    public static LoyaltyScenario of(LoyaltyProgram program) {
        return new LoyaltyScenario(Setting.of(program));
    }

    /** An order line: an alias of {@link OrderLine#of(String, String)}. */
    public static OrderLine line(String sku, String price) {
        return OrderLine.of(sku, price);
    }

    /**
     * Says when it begins; once something has happened, lets time pass until then.
     *
     * @param dateOrDateTime such as {@code 2026-11-21} or {@code 2026-11-21T09:30}, in the program's zone
     * @throws IllegalArgumentException if it is neither, or lies before what has happened
     */
    public LoyaltyScenario at(String dateOrDateTime) {
        Instant instant = setting.instant(dateOrDateTime);
        if (world.isEmpty() && given.isEmpty()) {
            start = Optional.of(instant);
            return this;
        }
        when(MemberId.GUEST).timeIs(dateOrDateTime);
        return this;
    }

    /** What draws and codes come from, so that they are the same in each run: 42 unless it is said. Before anything has happened. */
    public LoyaltyScenario chance(long seed) {
        return with(setting.drawing(seed));
    }

    /** Who approves large adjustments: nobody unless it is said. Before anything has happened. */
    public LoyaltyScenario approvals(Approvals fourEyes) {
        return with(setting.approvedBy(fourEyes));
    }

    /**
     * By which channels members are told, with caps and quiet hours; by one without any unless it is said. Before anything has happened.
     *
     * <p>{@code scenario.channels(ear -> Channel.of("email", ear).atMost(3, WEEK))}
     *
     * @param channels given what hears for the scenario
     */
    public LoyaltyScenario channels(Function<Notifier, Channel> channels) {
        return with(setting.telling(channels));
    }

    private LoyaltyScenario with(Setting other) {
        if (world.isPresent() || given.isPresent()) {
            throw new IllegalStateException("say it first: something has happened in this scenario");
        }
        setting = other;
        return this;
    }

    /** A member, enrolled now. What they have is booked before the next step, and at once if the shop's own code has the {@link #engine} already. */
    public Given given(String member) {
        settle();
        MemberId id = MemberId.of(member);
        Given next = new Given(
                this, world.flatMap(known -> known.store().profile(id)).orElse(Member.of(id)));
        given = Optional.of(next);
        return next.inTime();
    }

    /** Somebody does something; who was not {@link #given} is not enrolled. Kept for several steps, it is one story: what is told counts from here on. */
    public When when(String member) {
        return when(MemberId.of(member));
    }

    private When when(MemberId member) {
        return new When(this, member, heard().mark());
    }

    /** Looks at a member after what was done last, be it by steps or by the shop's own code, of which what the engine was asked to book is a step. */
    public Then then(String member) {
        Mark now = heard().mark();
        return after(last.orElseGet(() -> Deed.none(MemberId.of(member), now)), member);
    }

    /**
     * Replays what members did, in this order, each at its own time where it says one: time passes until then, as in {@link When#timePasses}. What was refused
     * is refused and stops nothing. If nothing has happened yet, the scenario begins with the first of them.
     */
    public LoyaltyScenario history(List<? extends Command> commands) {
        Optional<Instant> end = start;
        if (world.isEmpty() && given.isEmpty()) {
            Optional<Instant> first = commands.stream()
                    .flatMap(command -> Times.of(command).stream())
                    .findFirst();
            start = first.filter(at -> start.isEmpty() || at.isBefore(start.get()))
                    .or(() -> end);
        }
        Mark before = heard().mark();
        List<Outcome> outcomes = world().relive(commands);
        end.filter(world().now()::isBefore).ifPresent(world()::pass);
        last = Optional.of(new Deed(
                MemberId.GUEST,
                "a history of " + commands.size() + " commands",
                List.copyOf(commands),
                outcomes,
                Optional.empty(),
                before,
                before,
                world().mark()));
        return this;
    }

    /**
     * The same history under another program: all that was sent here, at the same instants, in a scenario of its own. Commands that were sent at once come in the
     * order in which they were named.
     */
    public LoyaltyScenario under(LoyaltyProgram other) {
        LoyaltyScenario changed = new LoyaltyScenario(setting.running(other));
        World twin = heard().again(changed.setting);
        changed.world = Optional.of(twin);
        changed.last = Optional.of(new Deed(
                MemberId.GUEST,
                "all that happened until then, under " + other,
                List.of(),
                List.of(),
                Optional.empty(),
                Mark.BEGINNING,
                Mark.BEGINNING,
                twin.mark()));
        return changed;
    }

    /**
     * What is other where the same history was lived under another program ({@link #under}): a table for people, from this one to the other; {@code no
     * difference} if there is none.
     *
     * @throws IllegalArgumentException if it is another history
     */
    public String differenceTo(LoyaltyScenario other) {
        return new Difference(heard(), other.heard()).toString();
    }

    /** The engine of this scenario, by its clock, for the shop's own code. */
    public LoyaltyEngine engine() {
        return world().lend();
    }

    /** The account now. */
    public Account account(String member) {
        return heard().account(MemberId.of(member));
    }

    /** All that a member was told, the first first. */
    public List<LoyaltyEvent> events(String member) {
        return heard().told().to(MemberId.of(member));
    }

    /** What is given is booked; from here on things happen. */
    World world() {
        if (world.isEmpty()) {
            world = Optional.of(new World(setting, start.orElseGet(setting::usualStart)));
        }
        settle();
        return world.get();
    }

    /** What the shop's own code has done since the last step is a step, and is attended to. */
    private World heard() {
        World present = world();
        present.own().ifPresent(own -> last = Optional.of(own));
        return present;
    }

    void books(Given saidSoFar) {
        given = Optional.of(saidSoFar);
        settle();
    }

    private void settle() {
        Optional<Given> waiting = given;
        given = Optional.empty();
        waiting.ifPresent(one -> one.book(world()));
    }

    Done did(When next, Deed deed) {
        last = Optional.of(deed);
        sent(deed.commands());
        return new Done(this, next, deed);
    }

    Then after(Deed deed, String member) {
        return new Then(this, deed, MemberId.of(member));
    }

    /** Whether the shop's own code may look at any time. */
    boolean lent() {
        return world.filter(World::lent).isPresent();
    }

    /** Whether a member has an account. */
    boolean knows(MemberId member) {
        return world.filter(known -> known.store().find(member).isPresent()).isPresent();
    }

    /** What the clock says, or will say when it begins. */
    Instant time() {
        return world.map(World::now).or(() -> start).orElseGet(setting::usualStart);
    }

    Setting setting() {
        return setting;
    }

    void sent(List<Command> commands) {
        lastSent = commands.isEmpty() ? lastSent : commands;
    }

    /** What a step sent last. */
    List<Command> lastSent() {
        return lastSent;
    }
}
