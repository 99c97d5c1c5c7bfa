package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Gives a tier of the program from now on, whatever the member has done for it; a higher one that was reached goes before it.
 *
 * <p>{@code TierGrant.of(ana, "case-4712", "VIB").through("2027-12-31").by("agent-12").because("wedding")}
 *
 * @param id of the case, the shop's own, unique per member
 * @param tier its code
 * @param lastDayText as it was written; {@link #lastDay()} reads it; empty if it is for ever
 */
public record TierGrant(
        @NotNull MemberId member,
        @Identifier String id,
        @Identifier String tier,
        Optional<@Day String> lastDayText,
        @Identifier String actor,
        @Label String reason)
        implements StaffCommand {

    /** For ever; who gives it and why is to be said too. */
    public static TierGrant of(MemberId member, String id, String tier) {
        return new TierGrant(member, id, tier, Optional.empty(), "", "");
    }

    /** Through the end of a day that is not over. */
    public TierGrant through(String lastDay) {
        return new TierGrant(member, id, tier, Optional.of(lastDay), actor, reason);
    }

    public TierGrant by(String person) {
        return new TierGrant(member, id, tier, lastDayText, person, reason);
    }

    public TierGrant because(String code) {
        return new TierGrant(member, id, tier, lastDayText, actor, code);
    }

    /** The last day of the tier; empty if it is for ever, or what was written is no day. */
    public Optional<LocalDate> lastDay() {
        return lastDayText.flatMap(Days::of);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of("~" + requestId());
    }

    @Override
    public String requestId() {
        return RequestIds.of("tier", id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("tier-grant", id)
                .put("tier", tier)
                .put("last-day", lastDay())
                .put("actor", actor)
                .put("reason", reason)
                .sorted();
    }

    static TierGrant of(MemberId member, FactsReader facts) {
        return new TierGrant(
                member,
                facts.text("tier-grant"),
                facts.text("tier"),
                facts.optional("last-day"),
                facts.text("actor"),
                facts.text("reason"));
    }

    /** Ends from now on what this grant gave. Who and why is to be said too. */
    public Withdrawal withdrawal() {
        return new Withdrawal(member, id, "", "");
    }

    /**
     * The end of a grant; one that has not come yet is ended when it comes.
     *
     * @param id of the grant
     */
    public record Withdrawal(
            @NotNull MemberId member,
            @Identifier String id,
            @Identifier String actor,
            @Label String reason) implements StaffCommand {
        public Withdrawal by(String person) {
            return new Withdrawal(member, id, person, reason);
        }

        public Withdrawal because(String code) {
            return new Withdrawal(member, id, actor, code);
        }

        @Override
        public Optional<String> subject() {
            return Optional.of("~" + RequestIds.of("tier", id));
        }

        @Override
        public String requestId() {
            return RequestIds.of("tier-withdrawn", id);
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts()
                    .put("tier-withdrawn", id)
                    .put("actor", actor)
                    .put("reason", reason)
                    .sorted();
        }

        static Withdrawal of(MemberId member, FactsReader facts) {
            return new Withdrawal(member, facts.text("tier-withdrawn"), facts.text("actor"), facts.text("reason"));
        }
    }
}
