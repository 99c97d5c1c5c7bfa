package io.loyalty4j;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Referrer;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds out who brings a friend, and sees to it that nobody is brought twice: a token, a person and a pair of members are each claimed once. */
final class Friends {
    private static final String TOKEN = "token/";
    private static final int LONGEST_CHAIN = 1_000;

    private final LoyaltyStore store;
    private final OnlyOne claims;

    Friends(LoyaltyStore store, Clock clock) {
        this.store = store;
        this.claims = new OnlyOne(store, clock);
    }

    /** Makes the token of an invitation known; a repetition mends what a crash has left undone. */
    void keepToken(Commit commit) {
        Optional<Posting> posting = commit instanceof Commit.Applied applied
                ? applied.postings().stream()
                        .filter(each -> token(each).isPresent())
                        .findFirst()
                : commit instanceof Commit.Replayed replayed ? Optional.of(replayed.first()) : Optional.empty();
        posting.ifPresent(each -> token(each)
                .ifPresent(token -> claims.keep(
                        TOKEN + token,
                        Budgets.claimant(each.header().member(), each.header().requestId()))));
    }

    private static Optional<String> token(Posting posting) {
        return posting.changes(Change.TokenIssued.class)
                .map(Change.TokenIssued::token)
                .findFirst();
    }

    /** Books a friend's coming, once what only one can have is had. */
    Commit accepting(Referral.Acceptance acceptance, Function<Optional<Referrer>, Commit> booking) {
        Optional<Referrer> referrer = referrer(acceptance);
        String claimant = Budgets.claimant(acceptance.member(), acceptance.requestId());
        List<String> had = new ArrayList<>();
        for (Map.Entry<String, String> one :
                onceEver(acceptance.member(), referrer).entrySet()) {
            if (!claims.had(one.getKey(), claimant)) {
                had.forEach(each -> store.settle(each, claimant, 0));
                return new Commit.Refused(new Refusal.ReferralNotAccepted(one.getValue()));
            }
            had.add(one.getKey());
        }
        Commit commit = booking.apply(referrer);
        long used = commit instanceof Commit.Refused ? 0 : 1;
        had.forEach(each -> store.settle(each, claimant, used));
        return commit;
    }

    /**
     * What a friend's coming takes for good, each with what is to be said if it is gone: the person, if the shop said who it is, and the pair of both members,
     * so that none brings the other in turn.
     */
    private Map<String, String> onceEver(MemberId friend, Optional<Referrer> referrer) {
        Map<String, String> once = new LinkedHashMap<>();
        store.profile(friend)
                .flatMap(Member::person)
                .ifPresent(person -> once.put("brought/" + person, "who is behind the member has come before"));
        referrer.map(Referrer::member)
                .filter(other -> !other.equals(friend))
                .map(other -> pair(other, friend))
                .ifPresent(pair -> once.put("pair/" + pair, "one of the two has brought the other"));
        return once;
    }

    /** Two members, whichever is named first. */
    static String pair(MemberId one, MemberId other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private Optional<Referrer> referrer(Referral.Acceptance acceptance) {
        return acceptance
                .referrer()
                .or(() -> acceptance
                        .token()
                        .flatMap(token -> store.claimant(TOKEN + token))
                        .map(Budgets::member))
                .map(member -> new Referrer(member, store.profile(member).flatMap(Member::person), before(member)));
    }

    /** Who brought a member, and who brought those. */
    private Set<MemberId> before(MemberId member) {
        Set<MemberId> chain = new HashSet<>();
        Optional<MemberId> next = broughtBy(member);
        while (next.isPresent() && chain.size() < LONGEST_CHAIN && chain.add(next.get())) {
            next = broughtBy(next.get());
        }
        return chain;
    }

    private Optional<MemberId> broughtBy(MemberId member) {
        return store.find(member)
                .map(Account::counters)
                .flatMap(counters -> Optional.ofNullable(counters.get(EarnPlan.INVITED)))
                .flatMap(Counter::terms)
                .map(MemberId::of);
    }
}
