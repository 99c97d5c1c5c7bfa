package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What every look at a contact needs. Thread-safe. */
record Desk(
        LoyaltyProgram program,
        LoyaltyStore store,
        Clock clock,
        Patience patience,
        Instant from,
        List<Route> routes,
        EventReading reading,
        Gifts gifts,
        Workers workers) {
    static Desk of(
            LoyaltyProgram program,
            LoyaltyStore store,
            Clock clock,
            Patience patience,
            Instant from,
            Optional<Channel> channels,
            Optional<VoucherKey> key,
            Gifts gifts) {
        List<Route> routes =
                channels.map(ChannelCheck::valid).map(Channel::routes).orElse(List.of());
        patience.check(routes.size());
        return new Desk(
                program,
                store,
                clock,
                patience,
                from,
                routes,
                new EventReading(program, key),
                gifts,
                new Workers(patience.threads(), patience.lease()));
    }

    Instant now() {
        return clock.instant();
    }

    /** When to try again after so many failures: twice as long each time, and half more or less by chance, so that not all come back at once. */
    Instant again(int failures) {
        long first = patience.firstPause().toMillis();
        long mean = Math.min(
                first << Math.min(failures - 1, 30), patience.longestPause().toMillis());
        long pause = mean < first ? patience.longestPause().toMillis() : mean;
        return now().plus(Duration.ofMillis(
                pause / 2 + ThreadLocalRandom.current().nextLong(pause + 1)));
    }

    Recipient recipient(MemberId member) {
        return new Recipient(store.profile(member), program.zone());
    }

    /** The account as it is now; of an unknown member, an empty one. */
    Account account(MemberId member) {
        Account account = store.find(member).orElseGet(() -> Account.of(member));
        return Decisions.view(program, account, Circumstances.at(now()));
    }

    /** Some postings from one version on. */
    List<Posting> postings(MemberId member, long from, int limit) {
        try (Stream<Posting> postings = store.postings(member, from - 1, limit)) {
            return postings.toList();
        }
    }

    void putAside(Notice.State state, LoyaltyEvent event, String channel, int attempts, String why) {
        putAside(state, Waiting.of(event, channel, now()), event.member(), attempts, why);
    }

    void putAside(Notice.State state, Waiting waiting, MemberId member, int attempts, String why) {
        store.put(new Notice(
                member,
                Waiting.name(waiting.id(), waiting.channel()),
                state,
                now(),
                waiting.kind(),
                waiting.facts(),
                attempts,
                why));
    }
}
