package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.LoyaltyStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A shop whose processes are killed by {@code kill -9} at any instant, each time another goes on where the last one left off. */
final class KilledShop {
    private static final int MOST_COMMANDS = 30;
    private static final int LONGEST_IN_MILLIS = 30;

    private final LoyaltyStore store;
    private final Start start;
    private final SplittableRandom instants;
    private final List<Command> commands;
    private final List<String> told = new ArrayList<>();
    private int kills;

    KilledShop(LoyaltyStore store, long seed, Start start) {
        this.store = store;
        this.start = start;
        this.instants = new SplittableRandom(seed);
        this.commands = Errands.of(seed, ErrandMachine.ALL);
    }

    /** The next process begins with the command of which this one did not tell. */
    int runAndKill() {
        try (Machine machine = start.from(told.size())) {
            for (int commands = 1 + instants.nextInt(MOST_COMMANDS); commands > 0; commands--) {
                note(machine.next());
            }
            machine.runs(instants.nextInt(LONGEST_IN_MILLIS));
            machine.kill();
            kills++;
            machine.rest().forEach(this::note);
            return told.size();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(String line) {
        String[] words = line.split(" ", 2);
        assertThat(words[0]).isEqualTo(Integer.toString(told.size()));
        told.add(words[1]);
    }

    private Instant end() {
        return Errands.at(told.size()).plus(Errands.HOLDS_ARE_OVER);
    }

    private HandClock clock() {
        return HandClock.at(end().toString());
    }

    /** After what the last one left behind was done. */
    void isSound() {
        housekeeping();
        sendAllAgain();
        isAsIfNobodyWasKilled();
    }

    /** Messages that were not delivered and claims without a posting are left by those who were killed. */
    private void housekeeping() {
        System.out.printf(
                Locale.ROOT,
                "A shop that was killed %d times: %d commands; left behind: %d messages, %d claims%n",
                kills,
                told.size(),
                store.messages(10).size(),
                store.unsettled(Instant.MAX, 10).size());
        Errands.sweep(Errands.engine(store, clock()), end());
        assertThat(store.messages(10)).isEmpty();
        assertThat(store.unsettled(Instant.MAX, 10)).isEmpty();
    }

    /** A reservation sets a state, which later orders changed; a refusal is not remembered. */
    private void sendAllAgain() {
        LoyaltyEngine engine = Errands.engine(store, clock());
        for (int number = 0; number < told.size(); number++) {
            Command command = commands.get(number);
            if (!(command instanceof Order.Reservation) && !told.get(number).startsWith("Refused")) {
                Outcome again = engine.execute(command);
                assertThat(again).as("%s, told %s", command, told.get(number)).isInstanceOf(Outcome.Replayed.class);
                assertThat(told.get(number)).endsWith(again.receipt().posting().hash());
            }
        }
    }

    /** The command of which nobody was told is sent again, in the end; had it not been booked, then it is booked that late. */
    private void isAsIfNobodyWasKilled() {
        Command last = commands.get(told.size());
        boolean done = booked(last);
        LoyaltyStore other = LoyaltyStore.inMemory();
        HandClock clock = clock();
        LoyaltyEngine smooth = Errands.engine(other, clock);
        for (int number = 0; number < told.size() + (done ? 1 : 0); number++) {
            String answer = ErrandMachine.run(smooth, clock, commands.get(number), number);
            assertThat(number == told.size() || alike(answer, told.get(number)))
                    .as("%s, alone %s", number, answer)
                    .isTrue();
        }
        clock.set(end());
        for (LoyaltyEngine each : List.of(smooth, Errands.engine(store, clock))) {
            Errands.sweep(each, end());
            each.execute(last);
        }
        assertThat(Picture.of(store, Errands.members())).isEqualTo(Picture.of(other, Errands.members()));
        assertThat(granted(store)).isNotEmpty().isEqualTo(granted(other));
    }

    private boolean booked(Command command) {
        String reservation = "reserve/" + command.subject().orElse("") + "#";
        try (Stream<Posting> postings = store.postings(command.member())) {
            return postings.map(posting -> posting.header().requestId())
                    .anyMatch(id -> id.equals(command.requestId())
                            || (command instanceof Order.Reservation && id.startsWith(reservation)));
        }
    }

    /** A command that a killed process had booked was answered with a repetition; a refusal is the same. */
    private static boolean alike(String answer, String told) {
        return answer.startsWith("Refused") ? answer.equals(told) : !told.startsWith("Refused");
    }

    /** What is taken of each budget. */
    private static List<String> granted(LoyaltyStore store) {
        try (Stream<Posting> postings = store.postings()) {
            return postings.flatMap(posting -> posting.changes(Change.Granted.class))
                    .map(Change.Granted::budget)
                    .distinct()
                    .sorted()
                    .map(budget -> budget + " " + store.taken(budget))
                    .toList();
        }
    }

    /** Starts a process that does {@link ErrandMachine#run errands}. */
    @FunctionalInterface
    interface Start {
        Machine from(int number) throws IOException;
    }
}
