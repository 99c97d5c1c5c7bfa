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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Hears what the shop's own code had booked, in the journal and in the profiles. What was refused leaves no trace; a profile that was changed is heard before
 * all that was booked since the last step.
 */
final class OwnCode {
    private final LoyaltyStore store;
    private final Supplier<Instant> now;
    private final Annals annals;
    private boolean atWork;

    OwnCode(LoyaltyStore store, Supplier<Instant> now, Annals annals) {
        this.store = store;
        this.now = now;
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
        List<Command> heard = new ArrayList<>(changedProfiles(known));
        heard.forEach(profile -> annals.heard(now.get(), profile));
        for (Posting posting : fresh) {
            Command command = command(posting);
            if (ofAShop(command)) {
                annals.heard(posting.header().recordedAt(), command);
                heard.add(command);
            }
        }
        return heard;
    }

    /** Of those who had an account before; the enrolment of others is in the journal. */
    private List<Member> changedProfiles(Map<MemberId, Long> known) {
        return known.keySet().stream()
                .sorted()
                .flatMap(member -> store.profile(member).stream())
                .filter(profile -> !profile.equals(annals.profiles().get(profile.member())))
                .toList();
    }

    Map<MemberId, Member> profiles() {
        Map<MemberId, Member> profiles = new HashMap<>();
        versions().keySet().forEach(member -> store.profile(member).ifPresent(one -> profiles.put(member, one)));
        return profiles;
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
