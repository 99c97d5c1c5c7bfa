package io.loyalty4j.bench;

import static io.loyalty4j.earn.Conditions.birthdayMonth;
import static io.loyalty4j.earn.Conditions.brand;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.sku;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Twenty rules that the carts can meet, and as many more that none of them does: three quarters campaigns of a week, one quarter bonuses on other goods. */
final class Campaigns {
    static final int MATCHING = 20;
    private static final LocalDate EARLIEST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2027, 1, 1);
    private static final int FIVE_YEARS = 5 * 365 - 10;

    private Campaigns() {}

    static LoyaltyProgram program(int rules) {
        ProgramBuilder program = LoyaltyProgram.named("quoted")
                .currency("USD")
                .zone("UTC")
                .excluding(category(Carts.GIFT_CARD))
                .tiers(TierLadder.bySpend()
                        .per(Window.YEAR)
                        .base("BRONZE")
                        .tier("SILVER", 1_000)
                        .tier("GOLD", 5_000))
                .policy(Rounding.FLOOR_PER_AWARD)
                .policy(Stacking.ADD);
        matching(program);
        for (int i = MATCHING; i < rules; i++) {
            program.earn("other-" + i, i % 4 == 3 ? points(50).perItem().on(sku("SKU-9" + i)) : campaign(i));
        }
        return program.build();
    }

    private static void matching(ProgramBuilder program) {
        program.earn("base", points(1).per("1.00"))
                .earn("tier", multiplier("1").inTier("SILVER", "1.25").inTier("GOLD", "1.5"))
                .earn("cat-01", multiplier("2").on(category("C01")))
                .earn("cat-02", multiplier("1.5").on(category("C02")))
                .earn("cat-03", multiplier("3").on(category("C03").and(brand("B03"))))
                .earn("cat-04", multiplier("1.25").on(category("C04")))
                .earn("cat-05", multiplier("5").on(category("C05")))
                .earn("cat-06", during("2", "01-01", "03-31").on(category("C06")))
                .earn("cat-07", during("3", "06-01", "08-31").on(category("C07")))
                .earn("cat-08", during("4", "02-01", "11-30").on(category("C08").and(brand("B08"))))
                .earn("cat-09", during("2.5", "11-15", "12-31").on(category("C09")))
                .earn("cat-10", during("1.75", "04-01", "09-30").on(category("C10")))
                .earn("sku-1", points(100).perItem().on(sku("SKU-0007")))
                .earn("sku-2", points(250).perItem().on(sku("SKU-0042")))
                .earn("sku-3", points(50).perItem().on(sku("SKU-0111")))
                .earn("sku-4", points(500).perItem().on(sku("SKU-0233")))
                .earn("spend-1", points(200).perOrder().when(orderFrom("600.00")))
                .earn("spend-2", points(600).perOrder().when(orderFrom("1200.00")))
                .earn("birthday", multiplier("2").when(birthdayMonth()))
                .earn(
                        "weekend",
                        during("1.5", "03-01", "10-31").when(weekday(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
    }

    private static EarnRule during(String factor, String first, String last) {
        return multiplier(factor).from(Carts.YEAR + "-" + first).through(Carts.YEAR + "-" + last);
    }

    /** A week of a category and brand: of those that are sold, in other years; in the carts' year, of others. */
    private static EarnRule campaign(int i) {
        boolean sold = i % 2 == 0;
        LocalDate begin = sold
                ? (i % 3 == 0 ? LATER : EARLIEST).plusDays(i % FIVE_YEARS)
                : LocalDate.of(Carts.YEAR, 1, 1).plusDays(i % 350);
        String kind = String.format("C%02d", sold ? 1 + i % 19 : 20 + i % 60);
        return multiplier("2")
                .on(category(kind).and(brand(String.format("B%02d", 1 + i % 12))))
                .from(begin.toString())
                .through(begin.plusDays(6).toString());
    }
}
