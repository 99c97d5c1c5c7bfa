package io.loyalty4j;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.State;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import io.loyalty4j.store.Request;
import io.loyalty4j.store.Unit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Takes a command to its commit: what must be claimed for it before, and what follows from it after. */
final class Booking {
    private final LoyaltyProgram program;
    private final LoyaltyStore store;
    private final Clock clock;
    private final Approvals approvals;
    private final Chance chance;
    private final Stocks stocks;
    private final Budgets budgets;
    private final Friends friends;
    private final Exclusives exclusives;
    private final Deliveries deliveries;
    private final VoucherDesk vouchers;

    Booking(
            LoyaltyProgram program,
            LoyaltyStore store,
            Clock clock,
            RandomGenerator source,
            Approvals approvals,
            VoucherDesk vouchers) {
        this.program = program;
        this.store = store;
        this.clock = clock;
        this.approvals = approvals;
        this.chance = new Chance(source);
        this.stocks = new Stocks(program, store);
        this.budgets = new Budgets(store, stocks, clock);
        this.friends = new Friends(store, clock);
        this.exclusives = new Exclusives(program, store, clock);
        this.deliveries = new Deliveries(store, this::book);
        this.vouchers = vouchers;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Budgets budgets() {
        return budgets;
    }

    /** Whether nothing needs to be claimed for a command, so that it can be committed together with others. */
    boolean plain(Command command) {
        return !(command instanceof Referral) && !needsBudgets(command) && !exclusives.concerns(command);
    }

    private boolean needsBudgets(Command command) {
        if (command instanceof Adjustment) {
            return program.adjustments().actors().isPresent();
        }
        if (Orders.in(command).filter(stocks::concern).isPresent()) {
            return true;
        }
        boolean earns = command instanceof Order || command instanceof Activity || command instanceof Referral.Reward;
        return earns && program.plan().budgeted();
    }

    /** As one of several. */
    Unit unit(Command command) {
        Circumstances drawn = drawn(command);
        return new Unit(request(command), state -> decide(state, command, drawn.asOf(clock.instant())));
    }

    Commit book(Command command) {
        return book(command, new Looked(program, command));
    }

    /** With a note of what the decision saw, so that it can be explained. */
    Commit book(Command command, Looked looked) {
        Circumstances drawn = drawn(command);
        Commit commit = command instanceof Referral.Acceptance acceptance
                ? friends.accepting(acceptance, referrer -> book(command, drawn.referredBy(referrer), looked))
                : exclusives.owning(command, () -> book(command, drawn, looked));
        if (command instanceof Referral.Invitation) {
            friends.keepToken(commit);
        }
        follow(command, commit);
        return commit;
    }

    /** What an order would come to; of a budget it may have what is left now, without a claim. */
    Quote quote(Order order) {
        State state = state(order);
        Circumstances now = vouchers.circumstances(order, Circumstances.at(clock.instant()));
        Map<String, Long> left = stocks.left();
        Quote quote = Decisions.quote(program, state, order, left.isEmpty() ? now : now.granting(left));
        vouchers.after(order, quote.refusal());
        if (quote.budgets().isEmpty()) {
            return quote;
        }
        left.putAll(budgets.left(quote.budgets(), order.member()));
        return Decisions.quote(program, state, order, now.granting(left));
    }

    /** Notes wrong codes, settles what a commit took of stocks, and delivers what it sends to other members. */
    void follow(Command command, Commit commit) {
        vouchers.after(command, commit);
        stocks.follow(commit);
        if (commit instanceof Commit.Applied applied) {
            Message.of(applied.postings()).forEach(deliveries::deliver);
        }
    }

    private Commit book(Command command, Circumstances drawn, Looked looked) {
        return needsBudgets(command)
                ? budgets.claiming(
                        command,
                        () -> wanted(command, drawn),
                        granted -> update(command, () -> granted.of(drawn, clock.instant()), granted::covering, looked))
                : update(command, () -> drawn.asOf(clock.instant()), UnaryOperator.identity(), looked);
    }

    /** Both are asked as often as the decision is made. */
    private Commit update(
            Command command, Supplier<Circumstances> circumstances, UnaryOperator<Decided> check, Looked looked) {
        return store.update(request(command), state -> {
            Circumstances now = circumstances.get();
            looked.at(state, now);
            return check.apply(decide(state, command, now));
        });
    }

    private Decided decide(State state, Command command, Circumstances circumstances) {
        return Decisions.decide(program, state, command, vouchers.circumstances(command, circumstances));
    }

    /** What a command would use of budgets if they had no end. */
    private List<Posting> wanted(Command command, Circumstances drawn) {
        return trial(command, drawn.asOf(clock.instant())) instanceof Decided.Book book ? book.postings() : List.of();
    }

    /** What a command would come to; nothing is booked. */
    Decided trial(Command command, Circumstances circumstances) {
        return decide(state(command), command, circumstances);
    }

    /** Books an adjustment that was approved, or needs not be, as a part of more. */
    Optional<Refusal> book(Adjustment part, Optional<String> approver) {
        try {
            Circumstances circumstances = Circumstances.at(clock.instant()).approvedBy(approver);
            return book(part, circumstances, new Looked(program, part)) instanceof Commit.Refused refused
                    ? Optional.of(refused.why())
                    : Optional.empty();
        } catch (ConflictingRequestException e) {
            return Optional.of(new Refusal.RequestConflicts(e.requestId(), e.differingField()));
        }
    }

    /**
     * What a moment gives; empty if it was refused for good.
     *
     * @throws IllegalStateException if another machine, or this one later, would book it
     */
    Optional<Posting> gift(Activity gift) {
        Commit commit = book(gift);
        if (commit instanceof Commit.Refused refused && Deliveries.untimely(refused.why())) {
            throw new IllegalStateException("not now: " + refused.why());
        }
        if (commit instanceof Commit.Replayed replayed) {
            return Optional.of(replayed.first());
        }
        return commit instanceof Commit.Applied applied
                ? applied.postings().stream()
                        .filter(posting -> posting.header().kind() == Posting.Kind.COMMAND)
                        .findFirst()
                : Optional.empty();
    }

    private State state(Command command) {
        MemberId member = command.member();
        return command.subject()
                .filter(subject -> store.order(member, subject).isPresent())
                .map(subject -> look(member, subject))
                .orElseGet(() -> State.read(member, store.find(member), Optional.empty(), store.profile(member)));
    }

    /** How an order stands, with the lots that its position names, closed ones too: an update has them, and here it writes nothing. */
    State look(MemberId member, String order) {
        Request look = new Request(member, Optional.empty(), Request.of(member).fingerprint(), Optional.of(order));
        List<State> seen = new ArrayList<>();
        store.update(look, state -> {
            seen.add(state);
            return new Decided.Book(List.of(), state);
        });
        return seen.get(seen.size() - 1);
    }

    private Circumstances drawn(Command command) {
        boolean asks = command instanceof Adjustment adjustment
                && program.adjustments().needsApproval(adjustment.points())
                && store.posting(command.member(), command.requestId()).isEmpty();
        return asks ? random(command).approvedBy(approvals.approverOf(command)) : random(command);
    }

    private Circumstances random(Command command) {
        boolean draws = command instanceof Activity
                || command instanceof Referral.Invitation
                || Orders.in(command).filter(stocks::concern).isPresent();
        Circumstances now = Circumstances.at(clock.instant());
        return draws
                ? now.drawing(chance.word())
                : receiver(command).map(this::account).map(now::goingTo).orElse(now);
    }

    private static Optional<MemberId> receiver(Command command) {
        return command instanceof Transfer transfer
                ? Optional.of(transfer.to())
                : command instanceof Merge merge ? Optional.of(merge.into()) : Optional.empty();
    }

    private Account account(MemberId member) {
        return store.find(member).orElseGet(() -> Account.of(member));
    }

    private static Request request(Command command) {
        boolean setsState = command instanceof Order.Reservation || command instanceof Member;
        return new Request(
                command.member(),
                setsState ? Optional.empty() : Optional.of(command.requestId()),
                Fingerprint.of(command),
                command.subject());
    }
}
