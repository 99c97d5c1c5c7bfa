package io.loyalty4j.examples.recipes;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.programs.Retention;
import io.loyalty4j.insight.JournalCsv;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.LoyaltyStore;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A service desk: finds a member, makes good with four eyes, reads the statement with its reasons, shows what is kept of them, and forgets. */
public final class ServiceDesk {
    private ServiceDesk() {}

    public static void main(String... args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        Map<String, MemberId> customers = new HashMap<>(Map.of("ana@example.com", MemberId.of("c-1007")));
        Map<Command, String> approved = new HashMap<>();
        LoyaltyStore store = LoyaltyStore.inMemory();
        LoyaltyEngine loyalty = LoyaltyEngine.builder(Retention.program())
                .store(store)
                .clock(WallCalendar.on("2026-11-22"))
                .approvals(command -> Optional.ofNullable(approved.get(command)))
                .build();

        MemberId ana = Optional.ofNullable(customers.get("ana@example.com")).orElseThrow();
        loyalty.enrol(Member.of(ana).birthday("02-29").person("p-88").consentsTo("email"));
        loyalty.purchase(order(ana, "A-1"));
        out.println("ana@example.com is " + ana + ", and has bought a lamp");

        Adjustment sorry = Adjustment.add(ana, "case-1", 1_500).by("agent-12").because("broken");
        out.println("agent-12 gives 1500 points: " + answer(loyalty.execute(sorry)));
        approved.put(sorry, "agent-12");
        out.println("agent-12 approves: " + answer(loyalty.execute(sorry)));
        approved.put(sorry, "lead-3");
        out.println("lead-3 approves: " + answer(loyalty.execute(sorry)));
        Adjustment own = Adjustment.add(ana, "case-2", 10).by("p-88").because("a good day");
        out.println("p-88, who is Ana, gives 10 points: " + answer(loyalty.execute(own)));
        out.println("Statement:");
        loyalty.journal(ana).statement().forEach(line -> {
            out.println("  " + line.text() + " -> " + line.available() + ", for " + line.why());
            line.person().flatMap(Posting.Person::approver).ifPresent(lead -> out.println("    approved by " + lead));
        });
        out.println("Profile, commands and movements of " + ana + ", in the shop " + customers.keySet() + ":");
        Member known = store.profile(ana).orElseThrow();
        out.println("birthday " + known.birthdayText().orElse("?") + ", consents " + known.consents() + ", person "
                + known.person().orElse("?"));
        loyalty.journal(ana)
                .postings()
                .forEach(posting -> out.print(posting.header().fingerprint().text()));
        JournalCsv.entries(loyalty.journal(ana).postings().stream()).forEach(out::print);
        StatusChange forget = StatusChange.forget(ana, "gdpr-17").by("dpo").because("asked-for");
        out.println("Forget her: " + answer(loyalty.execute(forget)));
        customers.remove("ana@example.com");
        out.println("Her profile is there: " + store.profile(ana).isPresent());
        out.println("She buys again: " + answer(loyalty.purchase(order(ana, "A-2"))));
        out.println("The books are sound: " + loyalty.journal(ana).verify().sound());
    }

    private static Order order(MemberId member, String id) {
        return Order.of(member, id).currency("EUR").line(OrderLine.of("lamp", "120.00"));
    }

    private static String answer(Outcome outcome) {
        return outcome.refusal().map(Object::toString).orElse("booked");
    }
}
