package io.loyalty4j.testing;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.Stamps;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.tier.TierProgress;
import io.loyalty4j.tier.TierStatus;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What a member has, each by its name, so that two of them can be compared; of what can be counted, none is left out. */
final class Possessions {
    /** How many of a thing there are that is left out. */
    static final String NONE = "0";

    private final Account account;
    private final SortedMap<String, String> all = new TreeMap<>();

    private Possessions(Account account) {
        this.account = account;
    }

    /** What members see of an account, but for its lots: balances, tier, stamps, vouchers. */
    static SortedMap<String, String> seen(Account account, Collection<String> rewards) {
        Possessions seen = new Possessions(account);
        seen.balances();
        seen.tier();
        rewards.forEach(seen::vouchers);
        seen.stamps();
        return seen.all;
    }

    /** And what tiers and rules will go by. */
    static SortedMap<String, String> withMemory(Account account, Collection<String> rewards) {
        SortedMap<String, String> all = seen(account, rewards);
        all.put("counted for tiers", account.standing().amounts().toString());
        all.put("spans of tiers", account.standing().spans().toString());
        account.counters().forEach((name, counter) -> {
            if (!counter.forgotten(account.time())) {
                all.put("counter " + name, text(counter));
            }
        });
        return all;
    }

    private void balances() {
        all.put("available", Long.toString(account.available()));
        all.put("debt", Long.toString(account.debt()));
        all.put("held", Long.toString(account.held()));
        all.put("pending", Long.toString(account.pending()));
        all.put("status", account.status().name().toLowerCase(Locale.ROOT));
    }

    private void tier() {
        TierStatus tier = account.tier();
        all.put("tier", tier.code());
        all.put("tier through", tier.until().map(Object::toString).orElse("no day"));
        all.put("next tier", tier.next().map(Possessions::text).orElse("none"));
        all.put("kept tier", tier.keep().map(Possessions::text).orElse("none"));
    }

    private static String text(TierProgress way) {
        return way.tier() + ", " + way.missing().stripTrailingZeros().toPlainString() + " missing";
    }

    private void stamps() {
        String cards = Stamps.counter("");
        account.counters().keySet().stream()
                .filter(counter -> counter.startsWith(cards))
                .map(counter -> counter.substring(cards.length()))
                .filter(rule -> account.stamps(rule) != 0)
                .forEach(rule -> all.put("stamps " + rule, Long.toString(account.stamps(rule))));
    }

    private void vouchers(String reward) {
        StringJoiner text = new StringJoiner(", ");
        long[] reserved = {account.vouchers(reward)};
        account.rewardsEnding().forEach((day, rewards) -> {
            long count = rewards.getOrDefault(reward, 0L);
            if (count > 0) {
                text.add(count + " through " + day);
            }
            reserved[0] -= count;
        });
        if (reserved[0] > 0) {
            text.add(reserved[0] + " reserved");
        }
        if (text.length() > 0) {
            all.put("vouchers " + reward, text.toString());
        }
    }

    private static String text(Counter counter) {
        return counter.value()
                + counter.terms().map(terms -> " (" + terms + ")").orElse("")
                + counter.until().map(end -> " until " + end).orElse("");
    }
}
