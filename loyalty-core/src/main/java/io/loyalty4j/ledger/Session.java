package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.Enrolment;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StaffCommand;
import io.loyalty4j.tier.Present;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One decision under way: the state as far as it has been booked, and the postings so far. */
final class Session {
    private final LoyaltyProgram program;
    private final Command command;
    private final Circumstances circumstances;
    private final Instant clock;
    private final List<Posting> postings = new ArrayList<>();
    private State state;
    private Account begun;
    private Instant now;

    Session(LoyaltyProgram program, State state, Circumstances circumstances, Command command) {
        this.program = program;
        this.state = state;
        this.begun = state.account();
        this.command = command;
        this.circumstances = circumstances;
        this.clock = circumstances.now();
        this.now =
                clock.isAfter(state.account().time()) ? clock : state.account().time();
    }

    LoyaltyProgram program() {
        return program;
    }

    State state() {
        return state;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    /** What rules go by of the member as the session found them. */
    Remembered memory() {
        return memory(state.account().forgetting(now).counters(), Map.of());
    }

    /**
     * The same with counters as a draft has them.
     *
     * @param own what the occasion has of budgets already
     */
    Remembered memory(Map<String, Counter> counters, Map<String, Long> own) {
        Optional<String> person = state.profile().flatMap(Member::person).map(Sha256::hex);
        return new Remembered(counters, circumstances, own, person);
    }

    /** The clock's time, or the account's where that is later. */
    Instant now() {
        return now;
    }

    MemberId member() {
        return state.account().member();
    }

    /**
     * Brings the account to the present: what fell due, and this version of the program, each under the dates that held before it. Nothing is decided on an
     * account that cannot be.
     */
    Optional<Refusal> begin() {
        Account account = state.account();
        AccountCheck.of(account).ifPresent(wrong -> {
            throw new CorruptAccountException(account.member(), wrong);
        });
        Optional<Refusal> untimely = Timeliness.refusal(program, account, clock, now);
        if (untimely.isPresent()) {
            return untimely;
        }
        boolean newer = Timeliness.newer(program, account);
        if (account.status() != Account.Status.NEW && newer) {
            advance(program.inForceFrom());
            adopt();
        }
        advance(now);
        begun = state.account().forgetting(now);
        return Optional.empty();
    }

    /** A refusal of what a member does whose account was given up; what still becomes of earlier deeds is booked, and passed on. */
    Optional<Refusal> givenUp() {
        return GivenUp.refusal(state.account(), command);
    }

    private void adopt() {
        Draft draft = new Draft(state);
        draft.adopt(adoption());
        book(draft.finish(header(Kind.ADOPT, program.inForceFrom()), List.of()));
    }

    private Change.ProgramAdopted adoption() {
        return new Change.ProgramAdopted(
                new Account.ProgramTerms(program.version(), program.inForceFrom(), program.zone()), program.ladder());
    }

    /** Books what fell due until an instant; needs no program. */
    void advance(Instant until) {
        Account account = state.account();
        for (Posting posting : TimePassing.of(account, until, now)) {
            book(posting);
        }
    }

    /** A refusal for somebody on whom nothing may be booked. */
    Optional<Refusal> stranger() {
        boolean unknown =
                state.account().status() == Account.Status.NEW && program.policy(Enrolment.class) == Enrolment.EXPLICIT;
        return member().guest() || unknown ? Optional.of(new Refusal.NotAMember(member())) : Optional.empty();
    }

    /** A refusal of what the member does while the account is frozen, or when it is closed. */
    Optional<Refusal> blocked() {
        return blocked(state.account().status().blocked());
    }

    /** A refusal of what nobody does when the account is closed. */
    Optional<Refusal> over() {
        return blocked(state.account().status().over());
    }

    private Optional<Refusal> blocked(boolean so) {
        return so
                ? Optional.of(
                        new Refusal.AccountBlocked(state.account().status().name()))
                : Optional.empty();
    }

    /** A refusal of what is said to happen later than now, beyond the clocks' tolerance. */
    Optional<Refusal> future(Optional<Instant> said) {
        return said.filter(now.plus(Timeliness.TOLERANCE)::isBefore).map(at -> new Refusal.NotYetHappened(at, now));
    }

    /** When it happened: now, unless an earlier instant is said. */
    Instant occurred(Optional<Instant> said) {
        return said.filter(now::isAfter).orElse(now);
    }

    /** The first instant after a last day. */
    Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(program.zone()).toInstant();
    }

    /** Begins the command's posting; the first of an account also opens it. */
    Draft draft() {
        Draft draft = new Draft(opened());
        if (state.account().status() == Account.Status.NEW) {
            draft.become(Account.Status.OPEN);
            draft.change(adoption());
        }
        return draft;
    }

    /** The state without counters that are over, and with the program's zone and ladder, which the first posting of an account brings. */
    private State opened() {
        Account account = state.account().forgetting(now);
        Account open = account.status() == Account.Status.NEW ? account.under(adoption()) : account;
        return new State(open, state.order(), state.namedLots(), state.profile());
    }

    /** The member's standing under the program. */
    Account account() {
        return opened().account();
    }

    /**
     * Now in the member's calendar.
     *
     * @param occurredAt when a member comes of whom nothing is known yet
     */
    Present present(Instant occurredAt) {
        Account account = account();
        return account.since().isPresent() || occurredAt.isAfter(now)
                ? account.present(now)
                : new Present(
                        now, program.zone(), occurredAt.atZone(program.zone()).toLocalDate());
    }

    String requestId() {
        return command.requestId();
    }

    Posting.Header header(Kind kind, Instant occurredAt) {
        return header(kind, occurredAt, Optional.empty(), "~" + nextVersion());
    }

    Posting.Header header(Kind kind, Instant occurredAt, Optional<String> order, String requestId) {
        Fingerprint fingerprint = kind == Kind.COMMAND ? Fingerprint.of(command) : Fingerprint.NONE;
        return new Posting.Header(
                member(),
                nextVersion(),
                kind,
                requestId,
                fingerprint,
                order,
                occurredAt,
                now,
                program.version(),
                person(kind));
    }

    private Optional<Posting.Person> person(Kind kind) {
        return kind == Kind.COMMAND && command instanceof StaffCommand staff
                ? Optional.of(new Desk(this, staff).person())
                : Optional.empty();
    }

    long nextVersion() {
        return state.account().version() + 1;
    }

    void book(Posting posting) {
        postings.add(posting);
        state = state.after(posting);
    }

    void book(Draft draft, Instant occurredAt, Optional<String> order, List<Award> awards) {
        book(draft.finish(header(Kind.COMMAND, occurredAt, order, requestId()), awards));
    }

    /** All postings, after what the command itself made fall due. */
    Decided booked() {
        new PassingOn(this, begun).after(command);
        advance(now);
        return new Decided.Book(postings, state);
    }

    Decided refused(Refusal why) {
        return new Decided.Refuse(why);
    }
}
