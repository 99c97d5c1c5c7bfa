package io.loyalty4j.program;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.earn.Limit;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Prizes;
import io.loyalty4j.earn.Season;
import io.loyalty4j.shop.Absence;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.DormantAfter;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * A time at which a member is told something that no act of theirs at that time caused: a birthday, points that lapse soon, a long pause. It may give points,
 * a reward or a draw, one of them; that alone is booked, once for each occasion of it, under the moment's id. Points that it gives become usable when an activity's would, count
 * for tiers by points and for what the program allows a member in all, and for no challenge; nothing takes them back. Its id is given where the program lists
 * it. Immutable; mistakes are reported when the program is built.
 */
public final class Moment {
    /** What there are. */
    public enum Kind {
        AFTER_ORDER,
        BIRTHDAY,
        ANNIVERSARY,
        BEFORE_EXPIRY,
        TIER_AT_RISK,
        DORMANT
    }

    /**
     * How often a member is told.
     *
     * @param most in each such period
     */
    public record Times(long most, Window per) {}

    private final MomentTerms terms;

    Moment(MomentTerms terms) {
        this.terms = terms;
    }

    private static Moment of(Kind kind, MomentTerms.Span span) {
        return new Moment(MomentTerms.of(kind, span));
    }

    /**
     * Some time after an order was placed, but not before it was booked, if it has not come back whole by then: up to 366 days. Who is looked at later than a
     * week after that is told nothing. A gift stays when the order comes back later.
     */
    public static Moment afterOrder(Duration wait) {
        return of(Kind.AFTER_ORDER, MomentTerms.Span.of(wait));
    }

    /** On the member's birthday, in their zone; on 28 February of common years for the 29th. At most once in a calendar year, and not twice in six months. */
    public static Moment onBirthday() {
        return of(Kind.BIRTHDAY, MomentTerms.Span.NONE);
    }

    /** On each anniversary of the day on which the member came, in the program's zone. */
    public static Moment onAnniversary() {
        return of(Kind.ANNIVERSARY, MomentTerms.Span.NONE);
    }

    /**
     * So long before the last day of points, or of a reward that a rule gave; once for each such day. Not of what lives for no longer than that in all: it ends
     * soon from its first day on.
     */
    public static Moment beforeExpiry(Period ahead) {
        return of(Kind.BEFORE_EXPIRY, MomentTerms.Span.of(ahead));
    }

    /** So long before the last day of a tier, if what keeps it is missing; once for each such day. */
    public static Moment tierAtRisk(Period ahead) {
        return of(Kind.TIER_AT_RISK, MomentTerms.Span.of(ahead));
    }

    /** When the latest order is so long ago; once for each such order. */
    public static Moment dormantFor(Period pause) {
        return of(Kind.DORMANT, MomentTerms.Span.of(pause));
    }

    /**
     * When the latest order is so many times as long ago as is usual between two orders of this member: the median of their last twelve gaps; of one with
     * fewer than two gaps nothing is usual. Once for each such order.
     *
     * @param timesTheirRhythm 2 to 100
     */
    public static Moment dormantFor(int timesTheirRhythm) {
        return of(Kind.DORMANT, MomentTerms.Span.of(timesTheirRhythm));
    }

    /**
     * When a rule says so that need not be the same for all, nor go by their rhythm, such as a model fitted to how members bought ({@code insight.BgNbd}). Once
     * for each latest order. One that throws is passed over, and logged.
     */
    public static Moment dormantWhen(Absence rule) {
        if (rule instanceof DormantAfter after) {
            return after.timesTheirRhythm() == 0 ? dormantFor(after.pause()) : dormantFor(after.timesTheirRhythm());
        }
        return of(Kind.DORMANT, MomentTerms.Span.of(rule));
    }

    /**
     * Only then; of {@link #afterOrder} it is asked about the order as it was booked, of others about the member at that time, where conditions on an order are a
     * mistake. Several conditions must all hold.
     */
    public Moment when(Condition<Occasion> condition) {
        return new Moment(terms.when(terms.when().and(condition)));
    }

    /** From a day or moment on, see {@link EarnRule#from}. */
    public Moment from(String dateOrDateTime) {
        return new Moment(terms.during(terms.season().from(dateOrDateTime)));
    }

    /** To the end of a day. */
    public Moment through(String lastDay) {
        return new Moment(terms.during(terms.season().through(lastDay)));
    }

    /** At most once per member and period. */
    public Moment oncePer(Window window) {
        return atMostTimes(1).per(window);
    }

    /** Not for a birthday that was entered or changed less than so long before it. */
    public Moment coolingOff(Period time) {
        return new Moment(terms.coolingOff(time));
    }

    /** Gives points. */
    public Moment givingPoints(long points) {
        return new Moment(terms.giving("givingPoints", EarnRules.points(points).perOrder()));
    }

    /** Gives a reward of the program that asks for a voucher. */
    public Moment givingReward(String reward) {
        return new Moment(terms.giving("givingReward", EarnRules.reward(reward)));
    }

    /** Gives what chance draws; where that is nothing, nothing is said. */
    public Moment drawing(Prizes prizes) {
        return new Moment(terms.giving(MomentTerms.DRAW, EarnRules.spin(prizes)));
    }

    /** At most so often: {@code per} a period for each member, {@code inAll} for all together, which only a moment that gives something can say. */
    public Limit<Moment> atMostTimes(long times) {
        return new MomentLimit("atMostTimes", EarnRule::atMostTimes, times, this);
    }

    /** At most so many points; {@code inAll} is a budget of all members, which is never overdrawn. */
    public Limit<Moment> atMostPoints(long points) {
        return new MomentLimit("atMostPoints", EarnRule::atMostPoints, points, this);
    }

    MomentTerms terms() {
        return terms;
    }

    public Kind kind() {
        return terms.kind();
    }

    /** How long after an order. */
    public Duration pause() {
        return terms.span().pause();
    }

    /** How long before a last day, or after the latest order if the pause is the same for all. */
    public Period ahead() {
        return terms.span().period();
    }

    /** How many of the member's own gaps; 0 if it goes by {@link #ahead()} or a rule. */
    public int rhythm() {
        return terms.span().rhythm().orElse(0);
    }

    /** From when on a member is dormant; empty if it is about something else. */
    public Optional<Absence> absence() {
        return terms.kind() == Kind.DORMANT ? Optional.of(terms.span().absence()) : Optional.empty();
    }

    /** What must hold besides. */
    public Condition<Occasion> condition() {
        return terms.when();
    }

    public Season season() {
        return terms.season();
    }

    /** How often a member is told; all must hold. */
    public List<Times> times() {
        return terms.times();
    }

    public Period coolingOff() {
        return terms.coolingOff();
    }

    /** What it gives, within its limits; empty if it only says something. */
    public Optional<EarnRule> gift() {
        return terms.gift();
    }

    /** In a few words: {@code a gift of 250 points on the birthday}, {@code a word 30 days before points expire}. */
    public String describe() {
        return MomentWords.of(terms);
    }
}
