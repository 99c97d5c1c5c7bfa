package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import io.loyalty4j.store.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A store as one machine sees it: what it asks may fail before it is done, or behind it, and the machine may die of it. */
final class MoodyStore extends ForwardingStore {
    private final Mishaps mishaps;
    private final Runnable others;

    /**
     * One machine's.
     *
     * @param others do something before a change is written
     */
    MoodyStore(LoyaltyStore store, Mishaps mishaps, Runnable others) {
        super(store);
        this.mishaps = mishaps;
        this.others = others;
    }

    private <T> T asked(Supplier<T> question) {
        mishaps.mayFail(5);
        mishaps.mayDie(1);
        T answer = question.get();
        mishaps.mayFail(5);
        mishaps.mayDie(1);
        return answer;
    }

    @Override
    public Optional<Account> find(MemberId member) {
        return asked(() -> store.find(member));
    }

    @Override
    public Commit update(Request request, Decision decision) {
        return asked(() -> store.update(request, decision));
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return asked(() -> store.postings(member, afterVersion, limit));
    }

    @Override
    public Optional<Member> profile(MemberId member) {
        return asked(() -> store.profile(member));
    }

    @Override
    public List<Contact> contacts(Instant until, int limit) {
        return asked(() -> store.contacts(until, limit));
    }

    @Override
    public Optional<Contact> contact(MemberId member) {
        return asked(() -> store.contact(member));
    }

    @Override
    public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
        others.run();
        return asked(() -> store.keep(member, seen, next));
    }

    @Override
    public void put(Notice notice) {
        asked(() -> {
            store.put(notice);
            return true;
        });
    }
}
