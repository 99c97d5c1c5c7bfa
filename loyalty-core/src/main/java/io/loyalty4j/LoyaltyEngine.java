package io.loyalty4j;

import io.loyalty4j.earn.Heard;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Donations;
import io.loyalty4j.ledger.Exchange;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.notify.Notifications;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.BulkGrant;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.InputCheck;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The loyalty engine that a checkout embeds. Thread-safe; one for an application is enough.
 *
 * <p>{@code LoyaltyEngine loyalty = LoyaltyEngine.of(program);}
 *
 * <p>Every verb checks its input first ({@link io.loyalty4j.shop.LoyaltyException.InvalidInputException}, all violations at once), answers a repetition
 * with the first receipt, and tells another content under the same id by
 * {@link io.loyalty4j.shop.LoyaltyException.ConflictingRequestException}.
 */
public final class LoyaltyEngine implements AutoCloseable {
    private final LoyaltyProgram program;
    private final LoyaltyStore store;
    private final Clock clock;
    private final Booking booking;
    private final Housekeeping housekeeping;
    private final ProfileKeeping profiles;
    private final BulkGranting bulk;
    private final VoucherDesk vouchers;
    private final Notifications notifications;
    private final Optional<Caretaker> caretaker;

    LoyaltyEngine(EngineSettings settings) {
        this.program = settings.program();
        this.store = settings.store();
        this.clock = settings.clock();
        this.vouchers = new VoucherDesk(clock, settings.voucherKey(), settings.attempts());
        this.booking = new Booking(program, store, clock, settings.chance(), settings.approvals(), vouchers);
        this.notifications = Notifications.of(
                program,
                store,
                clock,
                settings.channels(),
                settings.patience(),
                settings.tellingFrom(),
                settings.voucherKey(),
                booking::gift);
        this.profiles = new ProfileKeeping(store, notifications);
        this.bulk = new BulkGranting(program.adjustments(), settings.approvals());
        this.housekeeping = new Housekeeping(program, store, clock, booking, notifications);
        this.caretaker = settings.housekeepingEvery().map(pause -> Caretaker.start(housekeeping::run, pause));
    }

    public static EngineBuilder builder(LoyaltyProgram program) {
        return new EngineBuilder(program);
    }

    /** In memory, by the system's clock: an alias of {@code builder(program).build()}. */
    public static LoyaltyEngine of(LoyaltyProgram program) {
        return builder(program).build();
    }

    /** Opens an account and keeps the profile; of a member who has an account, the profile alone is replaced. */
    public Outcome enrol(Member member) {
        return execute(member);
    }

    /** What the order would earn and redeem, and why not. Writes nothing; a guest may ask too. */
    public Quote quote(Order order) {
        InputCheck.valid(order);
        return booking.quote(order);
    }

    /** Holds what the order redeems, no more and no less; choosing other rewards is another call. */
    public Outcome reserve(Order order) {
        return execute(order.reservation());
    }

    /** Books a paid order: captures what is held or takes what is available, and earns. An alias of {@code execute(order)}. */
    public Outcome purchase(Order order) {
        return execute(order);
    }

    /** Undoes an order whatever state it is in; one that has not come yet is undone when it comes. */
    public Outcome cancel(Order order) {
        return execute(order.cancellation());
    }

    /** Books what comes back of an order, exactly, whatever the order of partial returns. */
    public Outcome refund(Refund refund) {
        return execute(refund);
    }

    /**
     * Books what comes back, then what is bought in its place, which may redeem points that came back. Goods that came back are a fact: they stay booked if
     * the order is refused, also for another content under its id. Sent again, both are replayed.
     *
     * @throws IllegalArgumentException if the two are not of one member
     */
    public Exchange exchange(Refund back, Order bought) {
        if (!back.member().equals(bought.member())) {
            throw new IllegalArgumentException("an exchange is of one member: " + back.member() + " gives back what "
                    + bought.member() + " would buy for");
        }
        InputCheck.valid(bought);
        Outcome first = execute(back);
        return Exchange.of(first, executeOrRefuse(bought), bought);
    }

    public Outcome record(Activity activity) {
        return execute(activity);
    }

    /** Books any command. */
    public Outcome execute(Command command) {
        InputCheck.valid(command);
        Looked looked = new Looked(program, command);
        Commit commit = booking.book(command, looked);
        profiles.follow(command, commit);
        return outcome(commit, looked.heard());
    }

    /**
     * Books several commands and answers in their order; those of one member build on each other. If one is invalid, none is booked; one that conflicts
     * with an earlier one is refused ({@link io.loyalty4j.shop.Refusal.RequestConflicts}) and stops no other.
     */
    public List<Outcome> executeAll(List<? extends Command> commands) {
        commands.forEach(InputCheck::valid);
        List<Outcome> outcomes = new ArrayList<>();
        List<Command> together = new ArrayList<>();
        for (Command command : commands) {
            if (booking.plain(command)) {
                together.add(command);
            } else {
                outcomes.addAll(executeTogether(together));
                together.clear();
                outcomes.add(executeOrRefuse(command));
            }
            if (ProfileKeeping.concerns(command)) {
                outcomes.addAll(executeTogether(together));
                together.clear();
            }
        }
        outcomes.addAll(executeTogether(together));
        return outcomes;
    }

    private Outcome executeOrRefuse(Command command) {
        try {
            Looked looked = new Looked(program, command);
            return outcome(booking.book(command, looked), looked.heard());
        } catch (ConflictingRequestException e) {
            return new Outcome.Refused(new Refusal.RequestConflicts(e.requestId(), e.differingField()));
        }
    }

    /** A profile stands beside the journal and is written behind its command: so only the last of these may be one that changes it. */
    private List<Outcome> executeTogether(List<Command> commands) {
        List<Commit> commits =
                store.updateAll(commands.stream().map(booking::unit).toList());
        for (int i = 0; i < commits.size(); i++) {
            profiles.follow(commands.get(i), commits.get(i));
            booking.follow(commands.get(i), commits.get(i));
        }
        return commits.stream()
                .map(commit -> outcome(commit, () -> Heard.NOTHING))
                .toList();
    }

    private Outcome outcome(Commit commit, Supplier<Heard> heard) {
        if (commit instanceof Commit.Refused refused) {
            return new Outcome.Refused(refused.why());
        }
        if (commit instanceof Commit.Replayed replayed) {
            Posting first = replayed.first();
            return new Outcome.Replayed(new Receipt(first, () -> heardThen(first), vouchers.key()));
        }
        List<Posting> postings = ((Commit.Applied) commit).postings();
        Posting own = postings.stream()
                .filter(posting -> posting.header().kind() == Posting.Kind.COMMAND)
                .findFirst()
                .orElseThrow();
        return new Outcome.Applied(new Receipt(own, heard, vouchers.key()));
    }

    private Heard heardThen(Posting first) {
        return journal(first.header().member()).heard(program, first);
    }

    /** What a bulk grant would come to now. Writes nothing. */
    public BulkGrant.Report preview(BulkGrant grant) {
        return bulk.report(grant, new Preview(booking, store, clock));
    }

    /** Gives points to many members, one after the other; whoever is refused stops no other. After a failure, sent again, it goes on. */
    public BulkGrant.Report grant(BulkGrant grant) {
        return bulk.report(grant, booking::book);
    }

    /** The account as it is now, whatever has been booked of what fell due. Of an unknown member, an empty one. */
    public Account account(MemberId member) {
        return Decisions.view(program, store.find(member).orElseGet(() -> Account.of(member)), now());
    }

    /** The member's history as it was written until now; it is read when something of it is asked for. */
    public Journal journal(MemberId member) {
        Account account = store.find(member).orElseGet(() -> Account.of(member));
        return Journal.of(
                account,
                (after, limit) -> store.postings(member, after, limit),
                store.profile(member),
                order -> booking.look(member, order));
    }

    /**
     * What a charity was given, month by month, and what the shop has yet to pay it ({@link io.loyalty4j.shop.Donation#payout}). It reads the whole
     * journal of the charity's account; {@code journal(Donation.account(charity))} has each booking.
     *
     * @param charity the code in the program's {@code donation(..)} rewards
     * @throws IllegalArgumentException if {@code charity} is no legal code
     */
    public Donations donations(String charity) {
        return Donations.of(charity, journal(Donation.account(charity)));
    }

    /**
     * Books what fell due for a bounded number of members, takes the program's version over in accounts that have an older one, whatever their status, and
     * tells a bounded number of members what happened ({@link #notifications()}). For the host's own scheduler; it may stop anywhere and run on many machines,
     * and no balance is wrong if it never runs, for every command and read looks at the clock first. It stops of itself where the clock has jumped by more
     * than a day.
     */
    public DueReport runDue() {
        return housekeeping.run();
    }

    /**
     * The same after a jump of the clock, once somebody has looked that it shows the right time.
     *
     * @param clockConfirmed the instant they saw
     */
    public DueReport runDue(Instant clockConfirmed) {
        return housekeeping.run(clockConfirmed);
    }

    private Circumstances now() {
        return Circumstances.at(clock.instant());
    }

    /** What members are told: how far behind it is, what was parked or held back. */
    public Notifications notifications() {
        return notifications;
    }

    /**
     * Ends the engine's threads, if it has any, and waits for them a little. What they were about to do is done by others, or after the next start; commands
     * are still booked.
     */
    @Override
    public void close() {
        notifications.close();
        caretaker.ifPresent(Caretaker::close);
    }

    /**
     * What a round of housekeeping did.
     *
     * @param booked members for whom something was booked
     * @param delivered messages to other members' accounts that had waited
     * @param told events that notifiers took, counted for each channel
     * @param left members for whom something is still to be booked, counted up to {@value Housekeeping#MOST_COUNTED}
     * @param parked events that wait for a person, see {@link Notifications#parked}
     * @param more whether another call at once would do more
     * @param clockJumped whether it stopped because the clock has jumped; {@link #runDue(Instant)} goes on
     */
    public record DueReport(
            int booked, int delivered, int told, int left, long parked, boolean more, boolean clockJumped) {}
}
