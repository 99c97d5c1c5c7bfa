package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Freezes, reopens, closes or forgets an account. On one that is frozen or closed the member does nothing more: no reservation, purchase, activity or
 * referral; only an order whose every reward is held is still paid with those. What comes back of earlier orders is always booked.
 *
 * <p>{@code StatusChange.freeze(ana, "case-4713").by("agent-12").because("stolen-phone")}
 *
 * @param id of the case, the shop's own, unique per member and kind
 */
public record StatusChange(
        @NotNull MemberId member,
        @Identifier String id,
        @NotNull Kind kind,
        @Identifier String actor,
        @Label String reason)
        implements StaffCommand {

    /** Nothing is lost; points activate and lapse as ever. */
    public static StatusChange freeze(MemberId member, String id) {
        return new StatusChange(member, id, Kind.FREEZE, "", "");
    }

    public static StatusChange unfreeze(MemberId member, String id) {
        return new StatusChange(member, id, Kind.UNFREEZE, "", "");
    }

    /** For ever: all points are revoked, those that orders hold when they are released, those that come back at once. */
    public static StatusChange close(MemberId member, String id) {
        return new StatusChange(member, id, Kind.CLOSE, "", "");
    }

    /** The same, and the profile is deleted. The journal, which holds no personal data, stays. */
    public static StatusChange forget(MemberId member, String id) {
        return new StatusChange(member, id, Kind.FORGET, "", "");
    }

    public StatusChange by(String person) {
        return new StatusChange(member, id, kind, person, reason);
    }

    public StatusChange because(String code) {
        return new StatusChange(member, id, kind, actor, code);
    }

    @Override
    public String requestId() {
        return RequestIds.of("status", kind.name().toLowerCase(Locale.ROOT), id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("status", kind.name())
                .put("id", id)
                .put("actor", actor)
                .put("reason", reason)
                .sorted();
    }

    static StatusChange of(MemberId member, FactsReader facts) {
        return new StatusChange(
                member,
                facts.text("id"),
                Kind.valueOf(facts.text("status")),
                facts.text("actor"),
                facts.text("reason"));
    }

    /** What becomes of the account. */
    public enum Kind {
        FREEZE,
        UNFREEZE,
        CLOSE,
        FORGET
    }
}
