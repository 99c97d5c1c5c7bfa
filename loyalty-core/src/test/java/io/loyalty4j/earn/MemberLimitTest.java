package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import org.junit.jupiter.api.Test;

/** What one member can earn in all, whatever rules give it. */
class MemberLimitTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .earn("scent", multiplier(2).on(category("scent")))
            .earn("review", points(25).forActivity("review"))
            .atMostPoints(100, MONTH));

    @Test
    void holdsWhateverRulesGaveThePoints() {
        assertThat(shop.does("review", "r-1").earned()).isEqualTo(25);
        Receipt receipt = shop.buys("o-1", line("perfume", "60.00").category("scent"));
        assertThat(receipt.awards())
                .extracting(Award::rule, Award::points, Award::wanted)
                .containsExactlyInAnyOrder(tuple("base", 38L, 60L), tuple("scent", 37L, 60L));
        assertThat(shop.does("review", "r-2").earned()).isZero();
        assertThat(shop.at("2026-12-01").does("review", "r-3").earned()).isEqualTo(25);
    }

    @Test
    void isGivenBackWithTheWholeOrder() {
        shop.buys("o-1", "150.00");
        shop.cancels("o-1");
        assertThat(shop.available()).isZero();
        assertThat(shop.buys("o-2", "150.00").earned()).isEqualTo(100);
    }

    @Test
    void aQuoteKnowsWhatIsLeft() {
        shop.buys("o-1", "70.00");
        assertThat(shop.engine().quote(shop.order("o-2", line("a", "70.00"))).points())
                .isEqualTo(30);
    }
}
