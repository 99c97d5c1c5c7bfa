package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells charities what an order gives them, and what it takes back when its points come back to the lots they were taken from: by how the order stood
 * and stands, whatever happened to it. What becomes of them there, in an account that is closed or a lot that has lapsed, is no matter.
 */
final class Donating {
    private static final int DIGITS = 32;

    private Donating() {}

    static void tell(Session session, Draft draft, OrderPosition before, OrderPosition.Delta delta) {
        Map<String, Long> had = standing(before.tally(), before.rewards());
        Map<String, Long> has = standing(delta.tally(), delta.rewards());
        TreeSet<String> charities = new TreeSet<>(had.keySet());
        charities.addAll(has.keySet());
        for (String charity : charities) {
            long more = has.getOrDefault(charity, 0L) - had.getOrDefault(charity, 0L);
            if (more != 0) {
                draft.change(new Change.Sent(command(session, charity, delta.order(), more)));
            }
        }
    }

    /** What each charity has of an order: a donation takes nothing off lines, so it comes back with all that the order was paid with, or not at all. */
    private static Map<String, Long> standing(Tally tally, List<Paid> rewards) {
        Map<String, Long> standing = new TreeMap<>();
        if (tally.restored() < tally.redeemed()) {
            rewards.stream()
                    .filter(paid -> paid.benefit().kind() == Benefit.Kind.DONATION)
                    .forEach(paid -> standing.merge(paid.benefit().what(), paid.points(), Math::addExact));
        }
        return standing;
    }

    private static Donation command(Session session, String charity, String order, long more) {
        MemberId account = Donation.account(charity);
        Instant now = session.now();
        return more > 0
                ? new Donation.Gift(account, order, booking(session), more, now)
                : new Donation.Withdrawal(account, order, booking(session), -more, now);
    }

    /** Of the donor's journal so far, which nobody guesses who does not have it; of an id alone anybody could try all members. */
    private static String booking(Session session) {
        Account donor = session.state().account();
        return Sha256.hex(donor.member() + "/" + session.nextVersion() + "/" + donor.hash())
                .substring(0, DIGITS);
    }
}
