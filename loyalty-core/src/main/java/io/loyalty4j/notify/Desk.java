package io.loyalty4j.notify;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Occasions;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Moment;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every look at a contact needs. Thread-safe. */
record Desk(
        LoyaltyProgram program,
        LoyaltyStore store,
        Clock clock,
        Patience patience,
        List<Route> routes,
        EventReading reading,
        Gifts gifts,
        Workers workers) {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    static Desk of(
            LoyaltyProgram program,
            LoyaltyStore store,
            Clock clock,
            Patience patience,
            Channel channel,
            Optional<VoucherKey> key,
            Gifts gifts) {
        return new Desk(
                program,
                store,
                clock,
                patience,
                ChannelCheck.valid(channel).routes(),
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
        long mean = Math.min(first << Math.min(failures - 1, 30), patience.longestPause().toMillis());
        long pause = mean < first ? patience.longestPause().toMillis() : mean;
        return now().plus(Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause + 1)));
    }

    Recipient recipient(MemberId member) {
        return new Recipient(store.profile(member), program.zone());
    }

    /** The account as it is now; empty if there is none any more. */
    Optional<Account> account(MemberId member) {
        return store.find(member).map(account -> Decisions.view(program, account, Circumstances.at(now())));
    }

    /** Postings from one version on, with the one before it; not all of them. */
    List<Posting> postings(MemberId member, long from) {
        try (var postings = store.postings(member, Math.max(0, from - 2), 17)) {
            return postings.toList();
        }
    }

    String id(Moment moment) {
        return program.moments().entrySet().stream().filter(one -> one.getValue() == moment).findFirst().orElseThrow().getKey();
    }

    /** Whether a member meets a moment's condition now. */
    boolean holds(String moment, Account account, Optional<Member> profile) {
        return holds(moment, () -> Occasions.of(program, account, moment, profile, now()));
    }

    /** Whether an order meets it. One that is not there any more meets nothing. */
    boolean holds(String moment, Order order, Optional<Member> profile) {
        Optional<Account> account = store.find(order.member());
        Optional<OrderPosition> position =
                store.order(order.member(), order.id()).filter(OrderPosition::purchased);
        return account.isPresent()
                && position.isPresent()
                && holds(moment, () -> Occasions.of(program, account.get(), position.get(), order, profile));
    }

    /** A condition of the shop's that throws does not hold. */
    private boolean holds(String moment, Supplier<Occasion> occasion) {
        try {
            return Optional.ofNullable(program.moments().get(moment))
                    .filter(terms -> terms.condition().test(occasion.get()))
                    .isPresent();
        } catch (RuntimeException e) {
            LOG.error("The condition of the moment {} fails; it is passed over", moment, e);
            return false;
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
