package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.InputCheck;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.OpeningBalance;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a member has when the story begins. They are enrolled, and what they have is brought along as from an earlier program
 * ({@link OpeningBalance}), which no rule sees; it is booked before the next step. Words that are no day, no amount or no zone are told at once.
 */
public final class Given {
    private final LoyaltyScenario scenario;
    private Member member;
    private OpeningBalance opening;
    private Optional<String> tier = Optional.empty();
    private Optional<Instant> enrolled = Optional.empty();
    private final Set<String> said = new HashSet<>();
    private boolean booked;

    Given(LoyaltyScenario scenario, Member known) {
        this.scenario = scenario;
        this.member = known;
        this.opening = OpeningBalance.of(known.member(), "given");
    }

    /**
     * Enrolled at noon of an earlier day, for anniversaries and membership years.
     *
     * @throws IllegalStateException if the shop's own code has the engine already, and so sees that they are enrolled now
     */
    public Given enrolledOn(String date) {
        once("enrolledOn");
        if (scenario.lent() || scenario.knows(member.member())) {
            throw new IllegalStateException(member.member() + " is enrolled already: say given(\"" + member.member()
                    + "\").enrolledOn(\"" + date + "\") " + (scenario.lent() ? "before engine()" : "first"));
        }
        Instant noon = scenario.setting().noon(Setting.day(date));
        if (noon.isAfter(scenario.time())) {
            throw new IllegalArgumentException(date + " is yet to come: members enrol on a day that has begun");
        }
        enrolled = Optional.of(noon);
        return this;
    }

    /** In a tier as if it had been reached today: it ends when the program says, and nothing counts towards the next. */
    public Given inTier(String code) {
        once("inTier");
        tier = Optional.of(code);
        return inTime();
    }

    /** With points that live as long as others that are given now. */
    public Given points(long points) {
        return with(opening.points(points));
    }

    /** With points that are good through a day: a lot of their own. Where points lapse for inactivity, what the member does puts that day off. */
    public Given pointsThrough(long points, String lastDay) {
        return with(opening.pointsThrough(points, lastDay));
    }

    /** With orders of an earlier day, so that the next is not their first one. */
    public Given ordered(int times, String lastDay) {
        once("ordered");
        return with(opening.ordered(times, lastDay));
    }

    /** With so much spent in the present period of a ladder by spend, in the program's currency; tiers that it reaches are reached. */
    public Given spent(String amount) {
        once("spent");
        return with(opening.spentThisPeriod(amount));
    }

    /** Born on a day such as {@code 02-29}. */
    public Given bornOn(String monthAndDay) {
        return with(member.birthday(monthAndDay));
    }

    /** Living in a zone such as {@code Europe/Paris}. */
    public Given livingIn(String zone) {
        return with(member.zone(zone));
    }

    /** Agreeing to be sent offers and reminders by these channels; the scenario's own takes any name. */
    public Given consenting(String... channels) {
        return with(member.consentsTo(channels));
    }

    /** With an attribute of the profile, as {@code memberIs} asks for it. */
    public Given with(String attribute, String value) {
        return with(member.with(attribute, value));
    }

    private Given with(Member changed) {
        unbooked();
        InputCheck.valid(changed);
        member = changed;
        return inTime();
    }

    private Given with(OpeningBalance changed) {
        unbooked();
        InputCheck.valid(changed);
        opening = changed;
        return inTime();
    }

    /** The shop's own code finds all that was said so far. */
    Given inTime() {
        if (scenario.lent()) {
            scenario.books(this);
            opening = OpeningBalance.of(member.member(), "given");
            tier = Optional.empty();
            booked = false;
        }
        return this;
    }

    /** Said again, it would be in place of the first time, or beside it. */
    private void once(String word) {
        unbooked();
        if (!said.add(word)) {
            throw new IllegalStateException(member.member() + " was given that already: say " + word + "(..) once");
        }
    }

    private void unbooked() {
        if (booked) {
            throw new IllegalStateException(
                    member.member() + " has come already: say given(\"" + member.member() + "\") again");
        }
    }

    /** Another member. */
    public Given and(String other) {
        return scenario.given(other);
    }

    public When when(String actor) {
        return scenario.when(actor);
    }

    void book(World world) {
        booked = true;
        send(world, enrolled.orElse(world.now()), member);
        OpeningBalance all = tier.map(code -> opening.tierThrough(code, Tenancy.lastDay(world, member.member(), code)))
                .orElse(opening);
        if (!all.equals(OpeningBalance.of(member.member(), "given"))) {
            send(world, world.now(), renamed(all, world.nextId("given")));
        }
    }

    private static OpeningBalance renamed(OpeningBalance all, String id) {
        return new OpeningBalance(
                all.member(), id, all.lots(), all.tier(), all.tierLastDay(), all.spendText(), all.orders());
    }

    private static void send(World world, Instant at, Command command) {
        Outcome outcome = world.send(at, command);
        if (outcome.refusal().isPresent()) {
            throw Failure.of(command.member() + " cannot be given that: "
                    + outcome.refusal().get());
        }
    }
}
