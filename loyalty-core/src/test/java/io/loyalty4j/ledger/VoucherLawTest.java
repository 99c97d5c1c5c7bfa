package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.ledger.Shop.ANA;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever happens to orders, no more vouchers are used than were given and stayed given, or are owed; and no code pays for two orders. */
class VoucherLawTest {
    private static final long SEED = Long.getLong("loyalty4j.laws.seed", System.nanoTime());
    private static final int LIVES = 60;
    private static final int STEPS = 60;
    private static final int ORDERS = 12;

    private int byCode;
    private int byName;
    private int refused;

    @Test
    void usesNeverExceedWhatWasGivenAndEachCodePaysOnce() {
        for (int i = 0; i < LIVES; i++) {
            new OneLife(SEED + i).live();
        }
        assertThat(List.of(byCode, byName, refused))
                .as("paid by code, paid by name, refused; seed %s", SEED)
                .allMatch(count -> count > LIVES);
    }

    /** One member's, by chance. */
    private final class OneLife {
        private final long seed;
        private final Random random;
        private final Shop shop = Shop.with(aPointPerDollar()
                .earn("thanks", reward("thanks").when(anyLine(category("gift"))))
                .reward("thanks", discount("1.00").free().withVoucher(Duration.ofDays(10))));
        private final List<String> codes = new ArrayList<>(List.of("guess"));
        private final Map<String, Order> booked = new HashMap<>();
        private final List<String> story = new ArrayList<>();

        OneLife(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void live() {
            for (int i = 0; i < STEPS; i++) {
                step();
                check();
            }
            assertThat(shop.journal().verify().findings()).as("seed %s", seed).isEmpty();
        }

        private void step() {
            String id = "A-" + random.nextInt(ORDERS);
            switch (random.nextInt(8)) {
                case 0 -> pass(Duration.ofMinutes(random.nextInt(5 * 24 * 60)));
                case 1 -> told("cancels " + id, shop.engine().cancel(known(id)));
                case 2, 3 -> back(id, random.nextBoolean() ? "goods" : "gift");
                case 4 -> told("reserves " + id, shop.engine().reserve(some(id)));
                default -> buy(some(id));
            }
        }

        private void told(String what, Outcome outcome) {
            story.add(what + ": " + outcome.refusal().map(Object::toString).orElse("done"));
            refused += outcome.refusal().isPresent() ? 1 : 0;
        }

        private void pass(Duration time) {
            story.add(time + " pass");
            shop.passes(time);
        }

        private void back(String id, String line) {
            story.add("returns " + line + " of " + id);
            shop.returns(id, line, 1);
        }

        private void buy(Order order) {
            Outcome outcome = shop.engine().purchase(order);
            told("buys " + words(order), outcome);
            if (outcome.refusal().isEmpty()) {
                booked.put(order.id(), order);
                byCode += order.vouchers().size();
                byName += order.redemptions().size();
                outcome.receipt()
                        .vouchers()
                        .forEach(voucher -> codes.add(voucher.code().orElseThrow()));
            }
        }

        private static String words(Order order) {
            return order.requestId() + " "
                    + order.lines().stream().map(OrderLine::id).toList()
                    + order.vouchers().stream()
                            .map(code -> code.substring(0, 4))
                            .toList()
                    + order.redemptions();
        }

        private Order known(String id) {
            Optional<OrderPosition> position = shop.store().order(ANA, id);
            return shop.order(id)
                    .revision(Math.max(1, position.map(OrderPosition::revision).orElse(1)));
        }

        /** A new one, or a later revision. */
        private Order some(String id) {
            int last = shop.store().order(ANA, id).map(OrderPosition::revision).orElse(0);
            List<OrderLine> lines = new ArrayList<>();
            lines.add(line("goods", "20.00").times(1 + random.nextInt(2)));
            if (random.nextInt(3) > 0) {
                lines.add(line("gift", "5.00").category("gift"));
            }
            Order order = shop.order(id, lines.toArray(OrderLine[]::new)).revision(last + 1);
            for (String code : new HashSet<>(List.of(code(), code()))) {
                order = random.nextInt(3) > 1 ? order.voucher(code) : order;
            }
            return random.nextInt(4) > 0 ? order : order.redeem("thanks");
        }

        private String code() {
            return codes.get(Math.max(0, codes.size() - 1 - random.nextInt(5)));
        }

        private Stream<OrderPosition> standing() {
            return booked.keySet().stream()
                    .flatMap(id -> shop.store().order(ANA, id).stream())
                    .filter(position -> !position.whole());
        }

        private void check() {
            Account account = shop.store().find(ANA).orElseGet(() -> Account.of(ANA));
            long used =
                    standing().mapToLong(position -> position.rewards().size()).sum();
            long given = standing()
                    .flatMap(position -> position.lines().stream())
                    .filter(line -> line.id().equals("gift") && line.returned() < line.quantity())
                    .count();
            long there = counted(account, "voucher/");
            long owed = counted(account, "voucher-owed/");
            assertThat(used + there)
                    .as(
                            "%s used and %s there, %s given and %s owed; seed %s, %s",
                            used, there, given, owed, seed, story)
                    .isLessThanOrEqualTo(given + owed);
            List<String> paying = standing()
                    .flatMap(position -> booked.get(position.order()).vouchers().stream())
                    .toList();
            assertThat(paying).as("codes that pay; seed %s, %s", seed, story).doesNotHaveDuplicates();
        }

        private long counted(Account account, String prefix) {
            return account.counters().entrySet().stream()
                    .filter(counter -> counter.getKey().startsWith(prefix))
                    .mapToLong(counter -> counter.getValue().value())
                    .sum();
        }
    }
}
