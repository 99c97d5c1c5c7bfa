package io.loyalty4j.notify;

import static io.loyalty4j.ledger.Shop.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Looks at Ana, learns from her postings, tells what is due and remembers it, as words, until the next look. */
final class Pump {
    final List<String> told = new ArrayList<>();
    final List<LoyaltyEvent> events = new ArrayList<>();
    final Set<String> cancelled = new HashSet<>();
    Predicate<String> holds = moment -> true;
    Optional<Instant> next = Optional.empty();
    Memory memory = Memory.NOTHING;

    private final Shop shop;
    private final SortedMap<String, Moment> moments = new TreeMap<>();
    private Optional<Member> profile = Optional.empty();
    private long learned;

    Pump(Shop shop) {
        this.shop = shop;
    }

    Pump moment(String id, Moment moment) {
        moments.put(id, moment);
        return this;
    }

    /** What she says of herself; the shop is told as well. */
    Pump enrols(Member member) {
        profile = Optional.of(member);
        shop.engine().enrol(member);
        return this;
    }

    Pump knows(Member member) {
        profile = Optional.of(member);
        return this;
    }

    Due due() {
        Instant now = shop.now();
        var account = shop.engine().account(ANA);
        if (account.version() > learned) {
            Learning learning = new Learning(
                    moments, shop.current().zone(), Learning.of(shop.current(), account, profile).occasions());
            for (Posting posting : shop.engine().journal(ANA).postings()) {
                if (posting.header().version() > learned) {
                    memory = learning.after(memory, posting);
                }
            }
            learned = account.version();
        }
        Reminders reminders = new Reminders(moments, holds, order -> !cancelled.contains(order));
        Due due = reminders.at(new Look(account, profile, memory, now));
        assertThat(due.next().filter(at -> !at.isAfter(now))).isEmpty();
        return due;
    }

    /** Tells all that is due, and gives what it was. */
    List<LoyaltyEvent> look() {
        Due due = due();
        List<LoyaltyEvent> fresh = new ArrayList<>();
        memory = due.seen();
        for (Reminder reminder : due.reminders()) {
            tell(reminder, fresh);
        }
        next = due.next();
        events.addAll(fresh);
        return fresh;
    }

    private void tell(Reminder reminder, List<LoyaltyEvent> fresh) {
        LoyaltyEvent event = reminder.event(MomentGift.NOTHING);
        fresh.add(event);
        told.add(shop.now() + " " + event.id());
        Memory after = reminder.told(memory);
        memory = Memory.of(after.text());
        assertThat(memory).isEqualTo(after);
    }

    /** Tells one thing only, and looks again, until nothing is left. */
    void lookAgainAndAgain() {
        Due due = due();
        while (!due.reminders().isEmpty()) {
            memory = due.seen();
            tell(due.reminders().get(0), new ArrayList<>());
            due = due();
        }
        memory = due.seen();
        next = due.next();
    }

    List<String> ids() {
        return told.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    }
}
