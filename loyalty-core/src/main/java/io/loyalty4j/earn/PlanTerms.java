package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a program says about all of its rules.
 *
 * @param program its name, by which budgets are told apart
 * @param excluded lines that take no part
 * @param most what one member can earn
 */
public record PlanTerms(
        String program, ZoneId zone, Optional<Condition<OrderLine>> excluded, Optional<MemberLimit> most) {
    /** At most so many points for one member in each such period, whatever rules gave them. */
    public record MemberLimit(long most, Window window) {}
}
