package io.loyalty4j.earn;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import java.util.List;

/** What is said of a program whose rule {@code x} has a condition. */
final class ConditionMistakes {
    private ConditionMistakes() {}

    static List<String> of(Condition<Occasion> when) {
        ProgramBuilder program = Shop.program().earn("x", points(1).perOrder().when(when));
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, program::build);
        return refused == null
                ? List.of()
                : refused.violations().stream().map(Object::toString).toList();
    }
}
