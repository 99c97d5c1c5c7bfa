package io.loyalty4j.shop;

import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Makes commands of what they said. A new kind is one more line: the first word of its request ids, and who reads its facts. */
final class CommandReading {
    private static final Map<String, BiFunction<MemberId, FactsReader, Command>> KINDS = Map.ofEntries(
            Map.entry("order", Order::of),
            Map.entry("reserve", Order.Reservation::of),
            Map.entry("cancel", Order.Cancellation::of),
            Map.entry("fulfilment", Order.Fulfilment::of),
            Map.entry("refund", Refund::of),
            Map.entry("activity", Activity::of),
            Map.entry("retract", Activity.Retraction::of),
            Map.entry("adjust", Adjustment::of),
            Map.entry("reverse", Adjustment.Reversal::of),
            Map.entry("donation", Donation.Gift::of),
            Map.entry("donation-withdrawn", Donation.Withdrawal::of),
            Map.entry("opening", OpeningBalance::of),
            Map.entry("status", StatusChange::of),
            Map.entry("extend", Extension::of),
            Map.entry("tier", TierGrant::of),
            Map.entry("tier-withdrawn", TierGrant.Withdrawal::of),
            Map.entry("reinstate", Reinstatement::of),
            Map.entry("transfer", Transfer::of),
            Map.entry("transferred", Transfer.Delivery::of),
            Map.entry("transfer-back", Transfer.Bounce::of),
            Map.entry("merge", Merge::of),
            Map.entry("merged", Merge.Inheritance::of),
            Map.entry("enrol", (member, facts) -> Member.of(member)),
            Map.entry("referral", Referral.Reward::orInvitation),
            Map.entry("referral-token", Referral.Acceptance::of),
            Map.entry("referral-by", Referral.Acceptance::of),
            Map.entry("referral-withdrawn", Referral.Withdrawal::of));

    private CommandReading() {}

    /** Nothing is guessed: whatever the command read does not say again in the very same words is an error. */
    static Command read(MemberId member, String requestId, Map<String, String> facts) {
        Command command = made(member, requestId, facts);
        if (!requestId.equals(command.requestId()) && !requestId.startsWith(command.requestId() + "#")) {
            throw new UnreadableCommandException(requestId, "its facts are those of " + command.requestId());
        }
        different(command.facts(), facts).ifPresent(name -> {
            throw new UnreadableCommandException(requestId, "its fact \"" + name + "\" is not understood");
        });
        return command;
    }

    private static Command made(MemberId member, String requestId, Map<String, String> facts) {
        String kind = requestId.split("/", 2)[0];
        BiFunction<MemberId, FactsReader, Command> known = KINDS.get(kind);
        if (known == null) {
            throw new UnreadableCommandException(
                    requestId, "no command is called \"" + kind + "\", only " + new TreeSet<>(KINDS.keySet()));
        }
        try {
            return known.apply(member, new FactsReader(facts));
        } catch (IllegalArgumentException e) {
            throw new UnreadableCommandException(requestId, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> different(Map<String, String> said, Map<String, String> read) {
        TreeSet<String> names = new TreeSet<>(said.keySet());
        names.addAll(read.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(said.get(name)).equals(Optional.ofNullable(read.get(name))))
                .findFirst();
    }
}
