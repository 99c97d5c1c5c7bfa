package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.PENDING;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.Stamps;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.Present;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.TierStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What a member holds now: open lots and holds, debt, standing, counters, and the head of the hash chain. Immutable; bounded by the member's life today,
 * not by their history. The whole of it follows from the journal.
 *
 * @param version number of postings
 * @param time when it was last booked, or looked at
 * @param since when the member came
 * @param lots that are open, the oldest first; of one instant by id
 * @param holds that are open, by id
 * @param debt points owed, zero or more; if there are any, nothing is available
 * @param idleAt from when on points lapse for inactivity, if the program has that
 * @param hash of the last posting
 */
public record Account(
        MemberId member,
        long version,
        Instant time,
        Optional<Instant> since,
        Status status,
        List<Lot> lots,
        List<Hold> holds,
        long debt,
        Optional<Instant> idleAt,
        Standing standing,
        Map<String, Counter> counters,
        ProgramTerms program,
        String hash) {
    static final String ORDERS = "orders";
    static final String LAST_ORDER = "last-order";
    static final String MERGED = "merged";
    private static final Standing.Terms NO_LADDER = new Standing.Terms(
            "spend",
            Window.YEAR,
            false,
            false,
            Optional.empty(),
            false,
            List.of(new Standing.Rung("", BigDecimal.ZERO, List.of())));

    private static final Comparator<Lot> OLDEST_FIRST =
            Comparator.comparing((Lot lot) -> lot.terms().opened()).thenComparing(Lot::id);

    public Account {
        lots = lots.stream().sorted(OLDEST_FIRST).toList();
        holds = holds.stream().sorted(Comparator.comparing(Hold::id)).toList();
        counters = Map.copyOf(counters);
    }

    /** A member of whom nothing is known yet. */
    public static Account of(MemberId member) {
        return new Account(
                member,
                0,
                Instant.EPOCH,
                Optional.empty(),
                Status.NEW,
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                Standing.under(NO_LADDER),
                Map.of(),
                ProgramTerms.NONE,
                "");
    }

    /** Points the member can redeem now. */
    public long available() {
        return sum(AVAILABLE);
    }

    /** Points given that are not usable yet. */
    public long pending() {
        return sum(PENDING);
    }

    /** Points that orders have reserved. */
    public long held() {
        return sum(HELD);
    }

    private long sum(Bucket bucket) {
        return lots.stream().mapToLong(lot -> lot.in(bucket)).sum();
    }

    /** Tier and progress at {@link #time()}. */
    public TierStatus tier() {
        return standing.at(present(time));
    }

    /** An instant in the member's calendar. */
    Present present(Instant now) {
        Instant came = since.orElse(now);
        return new Present(now, program.zone(), came.atZone(program.zone()).toLocalDate());
    }

    /** How many of a reward rules have given the member and can be used now. */
    public long vouchers(String reward) {
        return Voucher.count(counters, reward, time);
    }

    /** Stamps on the open card of a rule; less than 0 if some came back from a card that was given away. */
    public long stamps(String rule) {
        return counted(Stamps.counter(rule));
    }

    /** Whose account has what this one had; empty unless it was given up. */
    public Optional<MemberId> mergedInto() {
        return Optional.ofNullable(counters.get(MERGED)).flatMap(Counter::terms).map(MemberId::of);
    }

    /** Available points that lapse by the end of a day, if nothing happens until then. */
    public long expiringBy(LocalDate lastDay) {
        Instant end = lastDay.plusDays(1).atStartOfDay(program.zone()).toInstant();
        return lots.stream()
                .filter(lot ->
                        lot.lapses(idleAt).filter(lapse -> !lapse.isAfter(end)).isPresent())
                .mapToLong(lot -> lot.in(AVAILABLE))
                .sum();
    }

    /**
     * Available points by the last day on which they can be used, if nothing happens until then.
     *
     * @param notice points whose whole life is no longer than this are left out: they end soon from their first day on
     */
    public SortedMap<LocalDate, Long> pointsEnding(Period notice) {
        return new Endings(this).points(notice);
    }

    /** The last day on which what is available of one of the lots can be used, if nothing happens until then; empty if it is good for ever. */
    public Optional<LocalDate> lastDayOf(Lot lot) {
        return new Endings(this).of(lot);
    }

    /** By last day: how many of each reward rules have given the member that no order has reserved. */
    public SortedMap<LocalDate, SortedMap<String, Long>> rewardsEnding() {
        return new Endings(this).rewards();
    }

    /** When the member's latest order was placed. */
    public Optional<Instant> lastOrder() {
        return Optional.ofNullable(counters.get(LAST_ORDER)).map(Counter::value).map(Instant::ofEpochMilli);
    }

    /** The least instant at which time alone changes something. */
    public Optional<Instant> nextDueAt() {
        Stream<Instant> activations = lots.stream()
                .filter(lot -> lot.in(PENDING) > 0 && !lot.terms().waitsForTheGoods())
                .map(lot -> lot.terms().activates());
        Stream<Instant> lapses =
                lots.stream().filter(lot -> lot.in(AVAILABLE) > 0).flatMap(lot -> lot.lapses(idleAt).stream());
        Stream<Instant> timeOuts = holds.stream().map(Hold::until);
        return Stream.of(activations, lapses, timeOuts, standing.nextChange().stream())
                .flatMap(each -> each)
                .min(Comparator.naturalOrder());
    }

    /**
     * After one more posting. Copies what the posting says.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.CorruptAccountException if the posting is not the next one of this account
     */
    public Account apply(Posting posting) {
        return new Fold(this).apply(posting).account();
    }

    /**
     * What fell due until an instant, one posting per instant, in order. Needs no program, for every date was fixed when it was caused; in one step or
     * in many it comes to the same.
     */
    public List<Posting> advance(Instant now) {
        return TimePassing.of(this, now, now);
    }

    /** The same, looked at later. */
    Account at(Instant now) {
        Instant later = now.isAfter(time) ? now : time;
        return new Account(
                member, version, later, since, status, lots, holds, debt, idleAt, standing, counters, program, hash);
    }

    /** The same without counters that are over: whoever asks finds them gone, whether or not a posting has swept them away. */
    Account forgetting(Instant now) {
        Map<String, Counter> known = new HashMap<>(counters);
        return known.values().removeIf(counter -> counter.forgotten(now))
                ? new Account(
                        member, version, time, since, status, lots, holds, debt, idleAt, standing, known, program, hash)
                : this;
    }

    /** The same under a program's zone and ladder. */
    Account under(Change.ProgramAdopted adopted) {
        Standing standingThere = standing.adopting(adopted.ladder());
        return new Account(
                member,
                version,
                time,
                since,
                status,
                lots,
                holds,
                debt,
                idleAt,
                standingThere,
                counters,
                adopted.program(),
                hash);
    }

    /** What an order now would know of the time before it. */
    Past past(String tier) {
        return new Past(tier, counted(ORDERS), lastOrder());
    }

    long counted(String counter) {
        Counter known = counters.get(counter);
        return known == null ? 0 : known.value();
    }

    /** Whether a member is known, and may do something. */
    public enum Status {
        NEW,
        OPEN,
        /** The member does nothing until it is unfrozen. */
        FROZEN,
        /** For ever: nothing is available, pending, or comes back. */
        CLOSED,
        /** Closed, and the member's profile was deleted. */
        FORGOTTEN,
        /** Given up for another account of the same person, which is {@link Account#mergedInto()}. */
        MERGED;

        /** Whether the member can do nothing. */
        public boolean blocked() {
            return this == FROZEN || over();
        }

        /** Whether it will never be open again. */
        public boolean over() {
            return this == CLOSED || this == FORGOTTEN;
        }
    }

    /** The program version an account has adopted. */
    public record ProgramTerms(String version, Instant inForceFrom, ZoneId zone) {
        static final ProgramTerms NONE = new ProgramTerms("", Instant.MIN, ZoneOffset.UTC);
    }
}
