package io.loyalty4j;

import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.BulkGrant;
import io.loyalty4j.shop.BulkGrant.Report;
import io.loyalty4j.shop.InputCheck;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives the same points to many members, once all of it has been found to be within its limits. */
final class BulkGranting {
    private final AdjustmentLimits limits;
    private final Approvals approvals;

    BulkGranting(AdjustmentLimits limits, Approvals approvals) {
        this.limits = limits;
        this.approvals = approvals;
    }

    /** Asks for each member in turn; nobody is asked for if all of it is too much. */
    Report report(BulkGrant grant, Giving giving) {
        InputCheck.valid(grant);
        BigInteger all = BigInteger.valueOf(grant.points())
                .multiply(BigInteger.valueOf(grant.each().size()));
        if (all.compareTo(BigInteger.valueOf(grant.most())) > 0) {
            return stopped(new Refusal.LimitReached("points of the bulk grant " + grant.id(), grant.most()));
        }
        long total = all.longValueExact();
        boolean asks = limits.needsApproval(total);
        Optional<String> approver = asks ? approver(grant, total) : Optional.empty();
        return asks && approver.isEmpty()
                ? stopped(new Refusal.ApprovalNeeded(total, limits.alone().orElseThrow()))
                : each(grant, giving, approver);
    }

    private static Report stopped(Refusal why) {
        return new Report(0, 0, Map.of(), Optional.of(why));
    }

    private static Report each(BulkGrant grant, Giving giving, Optional<String> approver) {
        Map<MemberId, Refusal> refused = new LinkedHashMap<>();
        for (MemberId member : grant.each()) {
            giving.give(grant.to(member), approver).ifPresent(why -> refused.put(member, why));
        }
        int given = grant.each().size() - refused.size();
        return new Report(given, given * grant.points(), refused, Optional.empty());
    }

    /** Who approved all of it, if that is neither who asks nor one who is to have some. */
    private Optional<String> approver(BulkGrant grant, long total) {
        Adjustment inAll = Adjustment.add(MemberId.GUEST, grant.id(), total)
                .by(grant.actor())
                .because(grant.reason());
        return approvals
                .approverOf(inAll)
                .filter(person -> !person.equals(grant.actor())
                        && grant.members().stream().map(MemberId::value).noneMatch(person::equals));
    }

    /** Gives one member their part, or only finds out whether that could be. */
    @FunctionalInterface
    interface Giving {
        /** Why it was, or would be, refused. */
        Optional<Refusal> give(Adjustment part, Optional<String> approver);
    }
}
