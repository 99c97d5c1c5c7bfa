package io.loyalty4j.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.testing.LoyaltyScenario;

/** What is stored is proved against its journal, after each test. */
final class Books {
    private Books() {}

    static void areSound(LoyaltyScenario scenario, String... members) {
        for (String member : members) {
            assertThat(scenario.engine().journal(MemberId.of(member)).verify().findings())
                    .isEmpty();
        }
    }
}
