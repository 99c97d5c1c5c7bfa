package io.loyalty4j.program;

import static io.loyalty4j.earn.Conditions.between;
import static io.loyalty4j.earn.Conditions.brand;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.channel;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.lineFrom;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.quantityFrom;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A program made by chance, with what it asks for written down as it is made: so nothing of the linter's is needed to list the orders that matter. */
final class SmallProgram {
    private static final int NINETY = 90;

    final ProgramBuilder built = LoyaltyProgram.named("small")
            .currency("GBP")
            .zone("Europe/London")
            .excluding(category("gift-card"))
            .reward("fiver", discount("5.00").costs(250));
    final TreeMap<String, String> tiers = new TreeMap<>();
    final SortedSet<String> categories = new TreeSet<>();
    final SortedSet<String> brands = new TreeSet<>();
    final SortedSet<BigDecimal> amounts = new TreeSet<>(List.of(new BigDecimal("100")));
    final SortedSet<Integer> pieces = new TreeSet<>(List.of(1));
    final SortedSet<LocalDate> begins = new TreeSet<>();
    final SortedSet<LocalDate> ends = new TreeSet<>();
    final SortedSet<LocalTime> times = new TreeSet<>();
    boolean weekdays;
    boolean newcomers;
    boolean app;
    final boolean crossing;

    private final Random chance;

    SmallProgram(long seed) {
        this.chance = new Random(seed);
        tiers.put("A", "0");
        TierLadder ladder = TierLadder.bySpend().keptThroughNextPeriod().base("A");
        for (String tier : List.of("B", "C").subList(0, below(3))) {
            tiers.put(tier, tier.equals("B") ? "350" : "1000");
            ladder = ladder.tier(tier, tiers.get(tier));
        }
        built.tiers(ladder);
        built.earn("base", base());
        int rules = 1 + below(4);
        for (int i = 0; i < rules; i++) {
            built.earn("rule-" + i, seasonal(conditional(particular(formula()))));
        }
        crossing = below(3) == 0;
        built.policy(crossing ? CrossingOrder.NEW_TIER : CrossingOrder.OLD_TIER);
        built.policy(one(Stacking.values())).policy(one(Rounding.values()));
    }

    private int below(int bound) {
        return chance.nextInt(bound);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[below(of.length)];
    }

    private BigDecimal amount() {
        BigDecimal amount = new BigDecimal(one("20", "33.33", "60.00", "400"));
        amounts.add(amount);
        return amount;
    }

    private EarnRule base() {
        return below(3) > 0
                ? points(1 + below(3)).per(one("1.00", "0.70", "3"))
                : points(5).perWhole(amount().toPlainString());
    }

    private EarnRule formula() {
        return switch (below(5)) {
            case 0 -> points(40 + below(100)).perOrder().when(orderFrom(amount().toPlainString()));
            case 1 -> points(1 + below(9)).perItem();
            case 2 -> points(3).per("2.00").atMostPoints(70).perOrder();
            case 3 -> tiered();
            default -> multiplier(one("2", "1.5", "3.25"));
        };
    }

    private EarnRule tiered() {
        return multiplier(1).inTier(tiers.lastKey(), one("2", "1.2"));
    }

    private EarnRule particular(EarnRule rule) {
        switch (below(6)) {
            case 0, 1 -> {
                String word = one("a", "b", "c");
                categories.add(word);
                return rule.on(category(word));
            }
            case 2 -> {
                String word = one("x", "y");
                brands.add(word);
                return rule.on(brand(word));
            }
            case 3 -> {
                return rule.on(lineFrom(amount().toPlainString()));
            }
            case 4 -> {
                pieces.add(3);
                return rule.on(quantityFrom(3));
            }
            default -> {
                return rule;
            }
        }
    }

    private EarnRule conditional(EarnRule rule) {
        switch (below(9)) {
            case 0 -> {
                weekdays = true;
                return rule.when(weekday(one(DayOfWeek.values())));
            }
            case 1 -> {
                newcomers = true;
                return rule.when(firstOrder());
            }
            case 2 -> {
                app = true;
                return rule.when(channel("app"));
            }
            case 3 -> {
                return rule.when(inTier(tiers.lastKey()));
            }
            case 4 -> {
                times.add(LocalTime.of(18, 0));
                times.add(LocalTime.of(20, 0));
                return rule.when(between("18:00", "20:00"));
            }
            default -> {
                return rule;
            }
        }
    }

    private EarnRule seasonal(EarnRule rule) {
        LocalDate from = LocalDate.of(2026, 3, 1).plusDays(below(NINETY));
        LocalDate last = from.plusDays(below(40));
        switch (below(4)) {
            case 0, 1 -> {
                begins.add(from);
                ends.add(last.plusDays(1));
                return rule.from(from.toString()).through(last.toString());
            }
            case 2 -> {
                ends.add(last.plusDays(1));
                return rule.through(last.toString());
            }
            default -> {
                return rule;
            }
        }
    }
}
