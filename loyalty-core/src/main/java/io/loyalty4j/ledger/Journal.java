package io.loyalty4j.ledger;

import io.loyalty4j.earn.Heard;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A member's history as it was written up to one moment: a statement for people, an order's story, past balances, what would have been under another
 * program, and the proof that nothing was altered. Pages of a statement read no more than they show; all else reads the whole history, each time it is
 * asked. Where first postings were archived, what needs them is an {@link IllegalStateException}. Immutable and thread-safe.
 */
public final class Journal {
    private final Account account;
    private final PostingReader reader;
    private final Optional<Member> profile;
    private final Optional<Function<String, State>> orders;

    private Journal(
            Account account, PostingReader reader, Optional<Member> profile, Optional<Function<String, State>> orders) {
        this.account = account;
        this.reader = reader;
        this.profile = profile;
        this.orders = orders;
    }

    /**
     * A journal of what a store has.
     *
     * @param account the snapshot as it is stored
     * @param postings all of the account's, in their order
     */
    public static Journal of(Account account, List<Posting> postings) {
        return new Journal(account, PostingReader.of(postings), Optional.empty(), Optional.empty());
    }

    /**
     * A journal that is read when it is asked for, as far as the snapshot goes.
     *
     * @param account the snapshot as it is stored
     * @param profile what is known of the member today
     */
    public static Journal of(Account account, Pages pages, Optional<Member> profile) {
        return new Journal(account, PostingReader.of(pages, account.version()), profile, Optional.empty());
    }

    /**
     * The same of a store that can be asked for more.
     *
     * @param orders looks up how an order is stored, with the lots that it names; an audit compares them
     */
    public static Journal of(Account account, Pages pages, Optional<Member> profile, Function<String, State> orders) {
        return new Journal(account, PostingReader.of(pages, account.version()), profile, Optional.of(orders));
    }

    /** As they were written, the first first. */
    public List<Posting> postings() {
        return reader.all();
    }

    /** Every posting that moved points or gave a voucher with a code, with the balance behind it. */
    public List<Line> statement() {
        return Statement.of(postings());
    }

    /**
     * The lines of some days of the program's zone: a line belongs to the day on which it was booked, or fell due by itself, so that each begins with the
     * balance at which the last one ended, also where an order came late.
     *
     * @param fromDate the first day
     * @param untilDate the first day that is not meant: {@code "2026-11-01", "2026-12-01"} is November
     * @throws java.time.format.DateTimeParseException if one is no day
     */
    public List<Line> statement(String fromDate, String untilDate) {
        return Statement.of(postings(), LocalDate.parse(fromDate), LocalDate.parse(untilDate), zone());
    }

    /**
     * A page of the statement, the oldest first; the next one begins after the version of its last line, and there is none after a page that is not full.
     *
     * @param afterVersion 0 for the first page
     * @param limit at most so many lines
     */
    public List<Line> statement(long afterVersion, int limit) {
        return reader.linesAfter(afterVersion, limit);
    }

    /**
     * The page of the statement that ends before a version: the latest lines of a member with a long history, the oldest of them first. The page before it
     * ends before the version of its first line.
     *
     * @param beforeVersion {@link Long#MAX_VALUE} for the last page
     * @param limit at most so many lines
     */
    public List<Line> statementBefore(long beforeVersion, int limit) {
        return reader.linesBefore(Math.min(beforeVersion, account.version() + 1), limit);
    }

    /** How an order stands; empty if nothing was ever said of it. */
    public Optional<OrderSummary> order(String order) {
        return OrderPosition.after(whole(), order).map(this::summary);
    }

    private OrderSummary summary(OrderPosition position) {
        long held = account.holds().stream()
                .filter(hold -> hold.order().equals(position.order()))
                .mapToLong(Hold::points)
                .sum();
        long owed = account.counted(Shortfalls.counter(position.order()));
        Tally tally = position.tally();
        return new OrderSummary(
                position.order(),
                position.state(),
                position.lines(),
                tally.issued(),
                tally.clawedBack(),
                tally.redeemed(),
                tally.restored(),
                held,
                owed);
    }

    /**
     * The account as it was known at a past moment, by booking time.
     *
     * @param dateOrDateTime in the program's zone; a day means its end
     * @throws java.time.format.DateTimeParseException if it is neither
     * @throws IllegalStateException if postings were archived that lead to that moment
     */
    public Account asOf(String dateOrDateTime) {
        Instant at = instant(dateOrDateTime);
        List<Posting> known = Chain.whole(postings());
        if (!known.isEmpty()
                && known.get(0).header().version() > 1
                && known.get(0).header().recordedAt().isAfter(at)) {
            throw archived();
        }
        Account then = Account.of(account.member());
        for (Posting posting : known) {
            if (posting.header().recordedAt().isAfter(at)) {
                break;
            }
            then = then.apply(posting);
        }
        for (Posting due : then.advance(at)) {
            then = then.apply(due);
        }
        return then.at(at);
    }

    /**
     * The balances of a past moment by the time at which things occurred, with what is known today: what an order gave counts from when it was placed, though
     * it came days later; holds, redemptions, returns and debts count from their booking. A report, not a law: an order that came late was never
     * pending in it, and points may stand beside a debt that they were to pay.
     *
     * @param dateOrDateTime in the program's zone; a day means its end
     * @throws java.time.format.DateTimeParseException if it is neither
     */
    public Posting.Balances occurredBy(String dateOrDateTime) {
        return Occurred.by(whole(), instant(dateOrDateTime));
    }

    private Instant instant(String dateOrDateTime) {
        return dateOrDateTime.indexOf('T') < 0
                ? LocalDate.parse(dateOrDateTime)
                        .plusDays(1)
                        .atStartOfDay(zone())
                        .toInstant()
                        .minusMillis(1)
                : LocalDateTime.parse(dateOrDateTime).atZone(zone()).toInstant();
    }

    /** The days that statements and reports go by. */
    ZoneId zone() {
        return account.program().zone();
    }

    /**
     * What the member would have if another program had held from their first day: every command of this journal is decided once more, in order, at the
     * instant at which it was booked. What follows by itself (activation, lapses, tiers, early returns) follows by itself; chance draws what it drew wherever
     * the other program has that prize, and budgets grant what they granted. Rules that ask for the member's profile see the one of today, for
     * there is no other.
     *
     * <p>{@code loyalty.journal(ana).under(next).account().available()}
     *
     * <p>The program that booked the journal alone gives the very same postings.
     *
     * @throws UnreadableCommandException if a command is not known to this version of the library
     */
    public WhatIf under(LoyaltyProgram other) {
        return Reliving.of(account.member(), whole(), profile, other);
    }

    /**
     * Why rules gave nothing to a command that this journal has, and what was near; the profile is that of today. Empty of a posting of another version of the
     * program, and of one whose command is not known to this version of the library.
     */
    public Heard heard(LoyaltyProgram program, Posting posting) {
        Posting.Header header = posting.header();
        if (header.kind() != Posting.Kind.COMMAND || !header.programVersion().equals(program.version())) {
            return Heard.NOTHING;
        }
        try {
            Sending sending = Sending.of(posting);
            Books books = new Books(account.member(), profile);
            whole().stream()
                    .takeWhile(earlier -> earlier.header().version() < header.version())
                    .forEach(books::add);
            return sending.heard(program, books.about(sending.command()));
        } catch (UnreadableCommandException | IllegalStateException e) {
            return Heard.NOTHING;
        }
    }

    /**
     * The posting that could be written behind all of these, so that those before it can be archived: it tells the whole account again. It changes nothing.
     * Empty if there is nothing to tell.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.CorruptAccountException if the account and its postings do not fit together
     */
    public Optional<Posting> checkpoint() {
        List<Posting> postings = postings();
        List<String> findings = Audit.of(account, postings, Optional.empty()).findings();
        if (!findings.isEmpty()) {
            throw new CorruptAccountException(account.member(), findings.get(0));
        }
        return Chain.checkpoint(account, postings);
    }

    /** From the first posting on. */
    List<Posting> whole() {
        List<Posting> postings = postings();
        if (!postings.isEmpty() && postings.get(0).header().version() > 1) {
            throw archived();
        }
        return postings;
    }

    private IllegalStateException archived() {
        return new IllegalStateException(
                "the first postings of " + account.member() + " were archived; what is asked needs them");
    }

    /**
     * Proves the account against its postings: the hash chain, the laws of every posting, and that they lead to the very account, orders and lots that are
     * stored. Orders of which postings were archived are not looked at, nor lots that were closed by then.
     */
    public Verification verify() {
        try {
            return Audit.of(account, postings(), orders);
        } catch (CorruptAccountException e) {
            return new Verification(false, List.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * One line of a statement.
     *
     * @param version of its posting
     * @param points by how many the available points changed
     * @param available after it
     * @param person of the shop who asked for it and why; for the shop's eyes, not the member's
     */
    public record Line(
            long version,
            Instant at,
            String text,
            String why,
            long points,
            long available,
            Optional<String> order,
            Optional<Posting.Person> person) {}

    /**
     * An order's story in figures.
     *
     * @param takenBack of the points it earned
     * @param owed points that could not be taken back and will be, if a hold is freed or more comes back
     */
    public record OrderSummary(
            String order,
            OrderPosition.State state,
            List<OrderPosition.Line> lines,
            long earned,
            long takenBack,
            long redeemed,
            long restored,
            long held,
            long owed) {}

    /**
     * The outcome of an audit.
     *
     * @param findings what does not hold, in words; empty if all is well
     */
    public record Verification(boolean sound, List<String> findings) {}
}
