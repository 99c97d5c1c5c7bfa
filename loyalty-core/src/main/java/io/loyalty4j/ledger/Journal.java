package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A member's history as it was written: a statement for people, an order's story, a past balance, and the proof that nothing was altered. Immutable. */
public final class Journal {
    private final Account account;
    private final List<Posting> postings;

    private Journal(Account account, List<Posting> postings) {
        this.account = account;
        this.postings = List.copyOf(postings);
    }

    /**
     * A journal of what a store has.
     *
     * @param account the snapshot as it is stored
     * @param postings all of the account's, in their order
     */
    public static Journal of(Account account, List<Posting> postings) {
        return new Journal(account, postings);
    }

    /** As they were written, the first first. */
    public List<Posting> postings() {
        return postings;
    }

    /** Every posting that moved points, with the balance behind it. */
    public List<Line> statement() {
        List<Line> lines = new ArrayList<>();
        long before = 0;
        for (Posting posting : postings) {
            long available = posting.after().available();
            if (!posting.entries().isEmpty()) {
                lines.add(new Line(
                        posting.header().occurredAt(),
                        StatementText.of(posting),
                        why(posting),
                        available - before,
                        available,
                        posting.header().order()));
            }
            before = available;
        }
        return lines;
    }

    private static String why(Posting posting) {
        return posting.awards().stream()
                .collect(Collectors.groupingBy(Award::rule, TreeMap::new, Collectors.summingLong(Award::points)))
                .entrySet()
                .stream()
                .map(rule -> rule.getKey() + " " + rule.getValue() + " (" + reason(posting, rule.getKey()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String reason(Posting posting, String rule) {
        return posting.awards().stream()
                .filter(award -> award.rule().equals(rule))
                .findFirst()
                .map(Award::why)
                .orElse("");
    }

    /** How an order stands; empty if nothing was ever said of it. */
    public Optional<OrderSummary> order(String order) {
        return OrderPosition.after(postings, order).map(this::summary);
    }

    private OrderSummary summary(OrderPosition position) {
        long held = account.holds().stream()
                .filter(hold -> hold.order().equals(position.order()))
                .mapToLong(Hold::points)
                .sum();
        long owed = account.counted(Draft.OWED + position.order());
        OrderPosition.Tally tally = position.tally();
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
     */
    public Account asOf(String dateOrDateTime) {
        Instant at = dateOrDateTime.indexOf('T') < 0
                ? LocalDate.parse(dateOrDateTime)
                        .plusDays(1)
                        .atStartOfDay(account.program().zone())
                        .toInstant()
                        .minusMillis(1)
                : LocalDateTime.parse(dateOrDateTime)
                        .atZone(account.program().zone())
                        .toInstant();
        Account then = Account.of(account.member());
        for (Posting posting : postings) {
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

    /** Proves the account against its postings: the hash chain, the laws of every posting, and that they lead to the very account that is stored. */
    public Verification verify() {
        return Audit.of(account, postings);
    }

    /**
     * One line of a statement.
     *
     * @param points by how many the available points changed
     * @param available after it
     */
    public record Line(Instant at, String text, String why, long points, long available, Optional<String> order) {}

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
