package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store that asks another one for everything, several updates one by one: the base of one that counts, traces or delays what is asked. As thread-safe as the
 * other one.
 */
public class ForwardingStore implements LoyaltyStore {
    protected final LoyaltyStore store;

    public ForwardingStore(LoyaltyStore store) {
        this.store = store;
    }

    @Override
    public Optional<Account> find(MemberId member) {
        return store.find(member);
    }

    @Override
    public Optional<OrderPosition> order(MemberId member, String order) {
        return store.order(member, order);
    }

    @Override
    public Commit update(Request request, Decision decision) {
        return store.update(request, decision);
    }

    @Override
    public List<MemberId> due(Instant now, int limit) {
        return store.due(now, limit);
    }

    @Override
    public List<MemberId> adoptedBefore(Instant inForceFrom, int limit) {
        return store.adoptedBefore(inForceFrom, limit);
    }

    @Override
    public Stream<Posting> postings(MemberId member) {
        return store.postings(member);
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return store.postings(member, afterVersion, limit);
    }

    @Override
    public Optional<Posting> posting(MemberId member, String requestId) {
        return store.posting(member, requestId);
    }

    @Override
    public Stream<Posting> postings() {
        return store.postings();
    }

    @Override
    public Optional<Member> profile(MemberId member) {
        return store.profile(member);
    }

    @Override
    public boolean replace(Optional<Member> seen, Member next) {
        return store.replace(seen, next);
    }

    @Override
    public void delete(MemberId member) {
        store.delete(member);
    }

    @Override
    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
        return store.claim(allotment, claimant, wanted, limit, at);
    }

    @Override
    public void settle(String allotment, String claimant, long used) {
        store.settle(allotment, claimant, used);
    }

    @Override
    public long taken(String allotment) {
        return store.taken(allotment);
    }

    @Override
    public Optional<String> claimant(String allotment) {
        return store.claimant(allotment);
    }

    @Override
    public List<Claim> unsettled(Instant before, int limit) {
        return store.unsettled(before, limit);
    }

    @Override
    public List<Message> messages(int limit) {
        return store.messages(limit);
    }

    @Override
    public void delivered(Message message) {
        store.delivered(message);
    }

    @Override
    public List<Contact> contacts(Instant until, int limit) {
        return store.contacts(until, limit);
    }

    @Override
    public Optional<Contact> contact(MemberId member) {
        return store.contact(member);
    }

    @Override
    public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
        return store.keep(member, seen, next);
    }

    @Override
    public List<Notice> notices(Notice.State state, int limit) {
        return store.notices(state, limit);
    }

    @Override
    public long count(Notice.State state) {
        return store.count(state);
    }

    @Override
    public void put(Notice notice) {
        store.put(notice);
    }

    @Override
    public void remove(Notice notice) {
        store.remove(notice);
    }

    @Override
    public void forget(MemberId member) {
        store.forget(member);
    }
}
