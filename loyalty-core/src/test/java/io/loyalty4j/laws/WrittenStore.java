package io.loyalty4j.laws;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import io.loyalty4j.store.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A store of which everything that is read has been text before, decisions included. */
final class WrittenStore extends ForwardingStore {
    WrittenStore() {
        super(LoyaltyStore.inMemory());
    }

    private static Account read(Account account) {
        return LedgerText.account(account.member(), LedgerText.account(account));
    }

    private static OrderPosition read(OrderPosition position) {
        return LedgerText.position(position.member(), LedgerText.position(position));
    }

    private static Posting read(Posting posting) {
        return LedgerText.posting(LedgerText.posting(posting));
    }

    private static Member read(Member profile) {
        return LedgerText.profile(profile.member(), LedgerText.profile(profile));
    }

    private static Message read(Message message) {
        Command command = message.command();
        return new Message(
                message.id(), LedgerText.command(command.member(), command.requestId(), LedgerText.command(command)));
    }

    private static State read(State state) {
        Map<String, Lot> lots = new HashMap<>();
        state.namedLots().forEach((id, lot) -> lots.put(id, LedgerText.lot(LedgerText.lot(lot))));
        return new State(
                read(state.account()),
                state.order().map(WrittenStore::read),
                lots,
                state.profile().map(WrittenStore::read));
    }

    @Override
    public Commit update(Request request, Decision decision) {
        return store.update(request, state -> decision.on(read(state)));
    }

    @Override
    public Optional<Account> find(MemberId member) {
        return store.find(member).map(WrittenStore::read);
    }

    @Override
    public Optional<OrderPosition> order(MemberId member, String order) {
        return store.order(member, order).map(WrittenStore::read);
    }

    @Override
    public Stream<Posting> postings(MemberId member) {
        return store.postings(member).map(WrittenStore::read);
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return store.postings(member, afterVersion, limit).map(WrittenStore::read);
    }

    @Override
    public Optional<Posting> posting(MemberId member, String requestId) {
        return store.posting(member, requestId).map(WrittenStore::read);
    }

    @Override
    public Stream<Posting> postings() {
        return store.postings().map(WrittenStore::read);
    }

    @Override
    public List<Message> messages(int limit) {
        return store.messages(limit).stream().map(WrittenStore::read).toList();
    }

    @Override
    public Optional<Member> profile(MemberId member) {
        return store.profile(member).map(WrittenStore::read);
    }
}
