package io.loyalty4j.testing;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An activity with other numbers: those that nobody thought of. */
final class RuleActivityVariants {
    private static final List<String> NUMBERS = List.of("0", "-1", "1000000000");
    private static final String WHOLE_NUMBER = "-?\\d{1,18}";

    private RuleActivityVariants() {}

    static List<Command> of(Activity activity) {
        List<Command> variants = new ArrayList<>();
        for (Map.Entry<String, String> attribute : activity.attributes().entrySet()) {
            if (attribute.getValue().matches(WHOLE_NUMBER)) {
                NUMBERS.forEach(number -> variants.add(activity.with(attribute.getKey(), number)));
            }
        }
        return variants;
    }
}
