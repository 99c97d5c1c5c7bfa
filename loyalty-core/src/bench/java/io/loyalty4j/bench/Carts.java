package io.loyalty4j.bench;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Carts of ten lines, always the same, on the days of one year; a quarter of them of bronze members, a quarter of silver ones. */
final class Carts {
    static final int YEAR = 2026;
    static final int SIZE = 1024;
    static final String GIFT_CARD = "GIFT_CARD";
    static final List<String> TIERS = List.of("BRONZE", "SILVER", "GOLD", "GOLD");
    private static final int[] BONUS = {7, 42, 111, 233};
    private static final int LINES = 10;

    private Carts() {}

    static List<Cart> all() {
        Random random = new Random(42);
        List<Cart> carts = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            carts.add(cart("cart-" + i, random));
        }
        return carts;
    }

    private static Cart cart(String id, Random random) {
        String tier = TIERS.get(random.nextInt(TIERS.size()));
        int birthMonth = 1 + random.nextInt(12);
        Instant at = LocalDate.of(YEAR, 1, 1)
                .plusDays(random.nextInt(365))
                .atTime(12, 0)
                .toInstant(ZoneOffset.UTC);
        Order order = Order.of(member(tier, birthMonth), id).currency("USD").at(at);
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            OrderLine line = line("line-" + i, random);
            lines.add(line);
            order = order.line(line);
        }
        lines.removeIf(line -> line.categories().contains(GIFT_CARD));
        return new Cart(order, lines, tier, MonthDay.of(birthMonth, 15));
    }

    static MemberId member(String tier, int birthMonth) {
        return MemberId.of(tier + "-" + birthMonth);
    }

    private static OrderLine line(String id, Random random) {
        boolean bonus = random.nextInt(10) == 0;
        int number = bonus ? BONUS[random.nextInt(BONUS.length)] : random.nextInt(400);
        String category = number % 20 == 19 && !isBonus(number) ? GIFT_CARD : String.format("C%02d", number % 20 % 19 + 1);
        return OrderLine.of(String.format("SKU-%04d", number), BigDecimal.valueOf(199 + random.nextInt(9_800), 2).toPlainString())
                .id(id)
                .category(category)
                .brand(String.format("B%02d", 1 + random.nextInt(12)))
                .times(1 + random.nextInt(4));
    }

    private static boolean isBonus(int number) {
        for (int bonus : BONUS) {
            if (bonus == number) {
                return true;
            }
        }
        return false;
    }
}
