package io.loyalty4j;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;

/** Which of a person's accounts has had what each person has once: that one alone can have it again, when what it was given for has come back. */
final class Persons {
    private static final int LONGEST_CHAIN = 100;

    private final LoyaltyStore store;

    Persons(LoyaltyStore store) {
        this.store = store;
    }

    /** Whether it is a person's, and this member, or an account that was given up for theirs, has used it. A claim alone is no use yet. */
    boolean had(String allotment, MemberId member) {
        return EarnPlan.ofPerson(allotment)
                && store.claimant(allotment)
                        .filter(claimant -> heir(Budgets.member(claimant)).equals(member))
                        .filter(claimant -> used(allotment, claimant))
                        .isPresent();
    }

    private boolean used(String allotment, String claimant) {
        return store.posting(Budgets.member(claimant), Budgets.requestId(claimant)).stream()
                .flatMap(posting -> Demand.of(List.of(posting)).stream())
                .anyMatch(wanted -> wanted.allotment().equals(allotment) && wanted.amount() > 0);
    }

    private MemberId heir(MemberId member) {
        MemberId heir = member;
        Optional<MemberId> next = into(heir);
        for (int i = 0; i < LONGEST_CHAIN && next.isPresent(); i++) {
            heir = next.get();
            next = into(heir);
        }
        return heir;
    }

    private Optional<MemberId> into(MemberId member) {
        return store.find(member).flatMap(Account::mergedInto);
    }
}
