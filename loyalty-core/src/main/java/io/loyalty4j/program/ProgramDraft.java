package io.loyalty4j.program;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.PlanTerms;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program as it was written, before anybody has looked whether it makes sense.
 *
 * @param rates what one of another currency is worth, by its code
 * @param reinstatable how long ago points may have lapsed that are brought back
 * @param unknown ids that something was to be left out by, and that nothing had
 * @param twice ids that were given to more than one thing of a kind, as {@code earn[base]}
 */
@ConsistentProgram
record ProgramDraft(
        @Identifier String name,
        @Identifier String version,
        String currency,
        Map<String, String> rates,
        String zone,
        Optional<String> inForceFrom,
        Optional<Condition<OrderLine>> excluded,
        Map<String, EarnRule> earn,
        Optional<PlanTerms.MemberLimit> most,
        Map<String, Reward> rewards,
        Map<String, Moment> moments,
        TierLadder tiers,
        Expiry expiry,
        Activation activation,
        Duration holdsLast,
        AdjustmentLimits adjustments,
        Optional<Period> reinstatable,
        Optional<Transfers> transfers,
        Optional<Period> claimableFor,
        boolean oneMemberPerOrder,
        Map<Class<? extends Policy>, Policy> policies,
        List<String> twice,
        List<String> unknown) {}
