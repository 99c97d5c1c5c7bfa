package io.loyalty4j.testing;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.LoyaltyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hears in the journal what the shop's own code had booked. What was refused leaves no trace. */
final class OwnCode {
    private final LoyaltyStore store;
    private final Annals annals;
    private boolean atWork;

    OwnCode(LoyaltyStore store, Annals annals) {
        this.store = store;
        this.annals = annals;
    }

    /** From now on it may be at work. */
    void begins() {
        atWork = true;
    }

    boolean atWork() {
        return atWork;
    }

    /** How many postings each member has. */
    Map<MemberId, Long> versions() {
        Map<MemberId, Long> versions = new HashMap<>();
        try (Stream<Posting> all = store.postings()) {
            all.forEach(posting -> versions.merge(posting.header().member(), 1L, Long::sum));
        }
        return versions;
    }

    /** What came since the last step, noted down. */
    List<Command> hear() {
        if (!atWork) {
            return List.of();
        }
        Map<MemberId, Long> known = annals.versions();
        List<Posting> fresh = new ArrayList<>();
        try (Stream<Posting> all = store.postings()) {
            all.filter(posting -> posting.header().version()
                            > known.getOrDefault(posting.header().member(), 0L))
                    .filter(posting -> posting.header().kind() == Posting.Kind.COMMAND)
                    .forEach(fresh::add);
        }
        List<Command> heard = new ArrayList<>();
        for (Posting posting : fresh) {
            Command command = command(posting);
            if (ofAShop(command)) {
                annals.heard(posting.header().recordedAt(), command);
                heard.add(command);
            }
        }
        return heard;
    }

    private Command command(Posting posting) {
        Posting.Header header = posting.header();
        Command command = header.fingerprint().command(header.member(), header.requestId());
        return command instanceof Member ? store.profile(header.member()).orElseThrow() : command;
    }

    /** The engine sends some by itself. */
    private static boolean ofAShop(Command command) {
        return !(command instanceof Transfer.Delivery
                || command instanceof Transfer.Bounce
                || command instanceof Merge.Inheritance
                || command instanceof Referral.Reward
                || command instanceof Referral.Withdrawal
                || command instanceof Donation
                || (command instanceof Activity activity && activity.kind().startsWith("~")));
    }
}
