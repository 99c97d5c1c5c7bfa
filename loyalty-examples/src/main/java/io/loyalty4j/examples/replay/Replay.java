package io.loyalty4j.examples.replay;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.replay.OpenSales.Sale;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Books a history in the order of time. A customer joins with the first order; every order takes the first reward that it may take; a cancellation
 * returns what is left of the sales it cancels; what falls due is booked in the last moment of each
 * month, so that its figures are complete, and at the end.
 *
 * <p>{@link #of} books a whole history; with {@link #begin} one goes through it invoice by invoice. It may be run again over the same store, with the same history or a longer one: what the journal knows is not booked twice.
 */
public final class Replay {
    /** What the members of a replay do, for people. */
    public static final String BEHAVIOUR = """
            A customer joins with the first order. Every order takes one reward if the member can afford one.
            A cancellation returns what is left of earlier sales of the article at the price, the oldest first.
            What falls due is booked at the end of each month and of the history.""";

    private final LoyaltyProgram program;
    private final LoyaltyStore store;
    private final HistoryClock clock;
    private final LoyaltyEngine loyalty;
    private final long cheapest;
    private final OpenSales sales = new OpenSales();
    private final Set<MemberId> members = new HashSet<>();
    private final ReplayTally tally = new ReplayTally();

    private Replay(LoyaltyProgram program, LoyaltyStore store, Instant start) {
        this.program = program;
        this.store = store;
        this.clock = new HistoryClock(start, program.zone());
        this.cheapest = program.rewards().values().stream()
                .mapToLong(Reward::points)
                .min()
                .orElse(Long.MAX_VALUE);
        this.loyalty = LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .tellingNobody()
                .build();
    }

    /** Books all of it and says what was booked. */
    public static ReplayTally of(History history, LoyaltyProgram program, LoyaltyStore store, Progress progress) {
        if (history.invoices().isEmpty()) {
            return new ReplayTally();
        }
        Replay replay = begin(program, store, history.invoices().get(0).at());
        for (Invoice invoice : progress.over(history.invoices(), "invoices", "booking")) {
            replay.next(invoice);
        }
        return replay.end();
    }

    /**
     * Before the first invoice.
     *
     * @param start the instant of it
     */
    public static Replay begin(LoyaltyProgram program, LoyaltyStore store, Instant start) {
        return new Replay(program, store, start);
    }

    /** Lets time pass until an invoice, and books it. They come in the order of time, one after the other. */
    public void next(Invoice invoice) {
        letTimePassUntil(invoice.at());
        book(invoice);
    }

    /** Books what fell due by the last invoice, and says what was booked. */
    public ReplayTally end() {
        bookWhatIsDue();
        return tally;
    }

    /** An engine over the same store whose clock stands at the history's end: for looking, not for booking. */
    static LoyaltyEngine atTheEnd(History history, LoyaltyProgram program, LoyaltyStore store) {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(new HistoryClock(history.end(), program.zone()))
                .build();
    }

    private void letTimePassUntil(Instant next) {
        for (Instant month = nextMonth(); !month.isAfter(next); month = nextMonth()) {
            clock.moveTo(month.minusMillis(1));
            bookWhatIsDue();
            clock.moveTo(month);
        }
        clock.moveTo(next);
    }

    private Instant nextMonth() {
        return clock.today()
                .plusMonths(1)
                .withDayOfMonth(1)
                .atStartOfDay(program.zone())
                .toInstant();
    }

    /** The clock jumps by days, which the engine would rather have confirmed. */
    private void bookWhatIsDue() {
        boolean more = true;
        while (more) {
            more = loyalty.runDue(clock.instant()).more();
        }
    }

    private void book(Invoice invoice) {
        if (invoice.cancellation()) {
            takeBack(invoice);
        } else {
            sell(invoice);
        }
    }

    private void sell(Invoice invoice) {
        sales.sold(invoice);
        if (known(invoice)) {
            tally.orderWasKnown();
            return;
        }
        if (members.add(invoice.member())) {
            loyalty.enrol(Member.of(invoice.member()));
        }
        unlessRefused(invoice, () -> loyalty.purchase(withReward(invoice.order(program.currency()))))
                .ifPresent(outcome -> tally.sold(invoice, outcome));
    }

    private boolean known(Invoice invoice) {
        return store.order(invoice.member(), invoice.number())
                .filter(OrderPosition::purchased)
                .isPresent();
    }

    /** What a member does who never saves: takes the first reward on offer, one an order. Who cannot afford any need not ask. */
    private Order withReward(Order order) {
        if (loyalty.account(order.member()).available() < cheapest) {
            return order;
        }
        Quote quote = loyalty.quote(order);
        return quote.rewards().stream()
                .filter(RewardOffer::takeable)
                .findFirst()
                .map(offer -> order.redeem(offer.reward()))
                .orElse(order);
    }

    private void takeBack(Invoice cancellation) {
        Map<String, Refund> refunds = new LinkedHashMap<>();
        for (HistoryLine line : cancellation.lines()) {
            List<Sale> taken = sales.takeBack(line);
            tally.matched(Match.of(line, taken));
            for (Sale sale : taken) {
                Refund refund = refunds.computeIfAbsent(sale.order(), order -> refund(cancellation, order));
                refunds.put(sale.order(), refund.line(sale.line(), sale.pieces()));
            }
        }
        refunds.values()
                .forEach(refund -> unlessRefused(cancellation, () -> loyalty.refund(refund))
                        .ifPresent(tally::tookBack));
    }

    /** Its id is the cancellation's number: unique in each order that it returns parts of. */
    private static Refund refund(Invoice cancellation, String order) {
        return Refund.of(Order.of(cancellation.member(), order), cancellation.number());
    }

    private Optional<Outcome> unlessRefused(Invoice invoice, Supplier<Outcome> command) {
        try {
            Outcome outcome = command.get();
            outcome.refusal().ifPresent(refusal -> tally.notBooked(invoice, refusal.toString()));
            return outcome.refusal().isPresent() ? Optional.empty() : Optional.of(outcome);
        } catch (LoyaltyException.InvalidInputException | LoyaltyException.ConflictingRequestException e) {
            tally.notBooked(invoice, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
