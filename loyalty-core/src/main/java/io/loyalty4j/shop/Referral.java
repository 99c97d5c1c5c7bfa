package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is said of a member who brings a friend. The friend's first order that qualifies rewards both, as the program's {@code referral()} rule says.
 *
 * <p>{@code String token = loyalty.execute(Referral.invite(ana)).receipt().code().orElseThrow();}
 * <br>{@code loyalty.execute(Referral.accept(ben, token));}
 */
public sealed interface Referral extends Command {

    /** Asks for the member's token, the same as often as it is asked for: a code to tell, or the end of a link. */
    static Invitation invite(MemberId referrer) {
        return new Invitation(referrer);
    }

    /** A friend comes with a token. */
    static Acceptance accept(MemberId friend, String token) {
        return new Acceptance(friend, Optional.of(token), Optional.empty());
    }

    /** A friend comes through a member, which the shop has found out by itself. */
    static Acceptance accept(MemberId friend, MemberId referrer) {
        return new Acceptance(friend, Optional.empty(), Optional.of(referrer));
    }

    /** Of the referrer. */
    record Invitation(@NotNull MemberId member) implements Referral {
        @Override
        public String requestId() {
            return "referral/invite";
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts().put("invite", "yes").sorted();
        }
    }

    /**
     * Of the friend, once in a lifetime.
     *
     * @param token of an invitation
     * @param referrer where the shop knows it by itself
     */
    record Acceptance(@NotNull MemberId member, Optional<@Identifier String> token, Optional<MemberId> referrer)
            implements Referral {
        /** Another referrer is another request, and is refused; the same one again is a repetition. */
        @Override
        public String requestId() {
            return token.map(text -> RequestIds.of("referral-token", text))
                    .orElseGet(() -> RequestIds.of(
                            "referral-by", referrer.map(MemberId::value).orElse("")));
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts().put("token", token).put("referrer", referrer).sorted();
        }

        static Acceptance of(MemberId member, FactsReader facts) {
            return new Acceptance(
                    member, facts.optional("token"), facts.optional("referrer").map(MemberId::of));
        }
    }

    /**
     * What the friend's order brings the referrer; the engine sends it by itself.
     *
     * @param member the referrer
     * @param order the friend's
     * @param rule of the program
     * @param usable when the order can no more come back
     */
    record Reward(MemberId member, MemberId friend, String order, String rule, long points, Instant at, Instant usable)
            implements Referral {
        @Override
        public Optional<String> subject() {
            return Optional.of("~" + requestId());
        }

        @Override
        public String requestId() {
            return RequestIds.of("referral", friend.value(), order);
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts()
                    .put("friend", friend.value())
                    .put("order", order)
                    .put("rule", rule)
                    .put("points", Long.toString(points))
                    .put("at", Optional.of(at))
                    .put("usable", Optional.of(usable))
                    .sorted();
        }

        /** Both have request ids that begin alike. */
        static Referral orInvitation(MemberId member, FactsReader facts) {
            return facts.has("invite") ? new Invitation(member) : of(member, facts);
        }

        static Reward of(MemberId member, FactsReader facts) {
            return new Reward(
                    member,
                    MemberId.of(facts.text("friend")),
                    facts.text("order"),
                    facts.text("rule"),
                    facts.number("points"),
                    facts.instant("at"),
                    facts.instant("usable"));
        }
    }

    /**
     * The friend's order has come back: what it brought the referrer goes with it; the engine sends it by itself.
     *
     * @param member the referrer
     */
    record Withdrawal(MemberId member, MemberId friend, String order) implements Referral {
        @Override
        public Optional<String> subject() {
            return Optional.of("~" + RequestIds.of("referral", friend.value(), order));
        }

        @Override
        public String requestId() {
            return RequestIds.of("referral-withdrawn", friend.value(), order);
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts().put("friend", friend.value()).put("order", order).sorted();
        }

        static Withdrawal of(MemberId member, FactsReader facts) {
            return new Withdrawal(member, MemberId.of(facts.text("friend")), facts.text("order"));
        }
    }
}
