package io.loyalty4j.simulation;

import io.loyalty4j.laws.LawBroken;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.simulation.Script.Act;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plays a script on the library and on the model, and compares them: the member's balances and the order after every command, everything at the end. */
final class Simulation {
    private static final String FAILED = "no command fails";

    private final Script script;
    private final Tally tally;
    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final List<Machine> machines = new ArrayList<>();
    private final Map<MemberId, Purse> purses = new TreeMap<>();
    private final Map<String, First> firsts = new HashMap<>();
    private final Inspection inspection = new Inspection(store, purses);

    Simulation(Script script, Tally tally) {
        this.script = script;
        this.tally = tally;
        List<LoyaltyProgram> programs =
                script.versions().stream().map(Rules::program).toList();
        script.machines()
                .forEach(version ->
                        machines.add(new Machine(script.versions().get(version), programs.get(version), store)));
    }

    void run() {
        for (Act act : script.acts()) {
            play(act);
        }
        inspection.all();
        tally.postings(store.postings());
    }

    private void play(Act act) {
        Machine machine = machines.get(act.machine());
        machine.clock(act.clock());
        try {
            act.deed().play(this, machine);
        } catch (RuntimeException e) {
            LawBroken broken = new LawBroken(FAILED, act + " failed with " + e);
            broken.initCause(e);
            throw broken;
        }
    }

    private Purse purse(MemberId member) {
        return purses.computeIfAbsent(member, each -> new Purse());
    }

    void ask(Asking asking, Machine machine) {
        Purse after = purse(asking.member()).copy();
        Optional<First> first = asking.once().map(id -> firsts.get(asking.member() + " " + id));
        String expected = first.isPresent()
                ? first.get().asking().equals(asking) ? Visit.REPLAYED : "conflicting"
                : expected(asking, new Visit(after, machine.rules, machine.now()));
        Optional<Posting> posting = answer(asking.command(), machine, expected);
        if (expected.equals(Visit.APPLIED)) {
            purses.put(asking.member(), after);
            asking.once()
                    .ifPresent(id -> firsts.put(asking.member() + " " + id, new First(asking, posting.orElseThrow())));
        }
        first.ifPresent(known -> posting.ifPresent(
                again -> LawBroken.unlessSame(again, known.posting(), "a replay gives the first receipt")));
        inspection.member(asking.member(), asking.command().subject());
    }

    private static String expected(Asking asking, Visit visit) {
        return visit.begin().orElseGet(() -> asking.outcome(visit));
    }

    /** What must not be sent leaves nothing. */
    void malformed(Malformed malformed, Machine machine) {
        answer(malformed.command(), machine, Malformed.OUTCOME);
        inspection.member(malformed.member(), malformed.command().subject());
    }

    private Optional<Posting> answer(Command command, Machine machine, String expected) {
        Optional<Posting> posting = Optional.empty();
        String answer;
        try {
            Outcome outcome = machine.engine().execute(command);
            answer = text(outcome);
            if (outcome.refusal().isEmpty()) {
                posting = Optional.of(outcome.receipt().posting());
            }
        } catch (ConflictingRequestException e) {
            answer = "conflicting";
        } catch (InvalidInputException e) {
            answer = Malformed.OUTCOME;
        }
        LawBroken.unlessSame(answer, expected, "a command that must be " + expected + " is " + answer);
        tally.outcome(answer);
        return posting;
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reason().code();
        }
        return outcome instanceof Outcome.Applied ? Visit.APPLIED : Visit.REPLAYED;
    }

    /** What is due is booked for every member for whom this machine can, and its version of the program is taken over. */
    void tidy(Machine machine) {
        int booked = 0;
        List<MemberId> due = new ArrayList<>();
        for (Map.Entry<MemberId, Purse> each : purses.entrySet()) {
            if (each.getValue().nextDue() <= machine.now() || behind(each.getValue(), machine)) {
                due.add(each.getKey());
                Visit visit = new Visit(each.getValue().copy(), machine.rules, machine.now());
                if (visit.begin().isEmpty()) {
                    visit.applied();
                    each.setValue(visit.purse);
                    booked++;
                }
            }
        }
        Instant now = Instant.ofEpochMilli(machine.now());
        LawBroken.unlessSame(machine.engine().runDue(now).booked(), booked, "what is due is booked");
        due.forEach(member -> inspection.member(member, Optional.empty()));
        tally.outcome("housekeeping");
    }

    /** A version of the program that is in force is taken over where nothing is due, too. */
    private static boolean behind(Purse purse, Machine machine) {
        return purse.known && machine.rules.begins() <= machine.now() && purse.program < machine.rules.number();
    }

    /** A look sees what is due, and books nothing. */
    void look(MemberId member, Machine machine) {
        Visit visit = new Visit(purse(member).copy(), machine.rules, machine.now());
        if (visit.begin().isPresent()) {
            visit.purse.pass(visit.now);
        }
        Account seen = machine.engine().account(member);
        LawBroken.unlessSame(Inspection.balances(seen), visit.purse.balances(), Inspection.BALANCES);
        inspection.member(member, Optional.empty());
        tally.outcome("looked at");
    }

    /** What was done under an id. */
    private record First(Asking asking, Posting posting) {}
}
