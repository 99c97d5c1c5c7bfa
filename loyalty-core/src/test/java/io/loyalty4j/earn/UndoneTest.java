package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random members under a program of everything: a quote is kept, and when all is undone nothing is left of it, neither points nor counters. */
class UndoneTest {
    private static final int MEMBERS = 150;
    private final long seed = Long.getLong("loyalty4j.laws.seed", 20261121L);

    private static ProgramBuilder program() {
        return aPointPerDollar()
                .earn("tea", multiplier(3).on(category("tea")).atMostPoints(60).per(MONTH))
                .earn("first", points(40).perOrder().when(firstOrder()).bestOf("g"))
                .earn(
                        "big",
                        points(45)
                                .perOrder()
                                .when(orderFrom("30.00"))
                                .oncePer(DAY)
                                .bestOf("g"))
                .earn("pieces", points(2).perItem().atMostTimes(4).perOrder())
                .earn("card", stampCard(5).givingPoints(30).on(category("tea")))
                .earn("coffee", stampCard(3).givingReward("free").atMostTimes(2).perOrder())
                .earn("milestone", challenge().earning(100).per(MONTH).givingPoints(15))
                .earn(
                        "both",
                        challenge()
                                .orders(2)
                                .activity("review", 1)
                                .spending("20.00")
                                .within(Period.ofDays(7))
                                .givingPoints(70))
                .earn(
                        "review",
                        points(5).forActivity("review").atMostTimes(2).per(Window.rolling(Duration.ofHours(24))))
                .earn(
                        "wheel",
                        spin(Prizes.draw().points(9, "40").reward("free", "20"))
                                .forActivity("spin")
                                .oncePer(DAY))
                .reward("free", Reward.discount("1.00").free().withVoucher(Duration.ofDays(20)))
                .reward("five", Reward.discount("5.00").costs(50))
                .atMostPoints(400, MONTH);
    }

    @Test
    void nothingIsLeftWhenAllIsUndone() {
        for (int i = 0; i < MEMBERS; i++) {
            Life life = new Life(new Random(seed + i), "seed " + (seed + i));
            life.lived();
            life.undone();
        }
    }

    @Test
    void anyPartitionOfAnOrdersReturnsEndsInTheSame() {
        for (int i = 0; i < MEMBERS; i++) {
            List<String> back = new ArrayList<>();
            Random random = new Random(seed - i);
            back.addAll(Collections.nCopies(random.nextInt(7), "tea"));
            back.addAll(Collections.nCopies(random.nextInt(5), "cake"));
            assertThat(end(i, back, random)).as("seed " + (seed + i)).isEqualTo(end(i, back, random));
        }
    }

    private String end(int member, List<String> back, Random random) {
        Life life = new Life(new Random(seed + member), "seed " + (seed + member));
        life.lived();
        life.shop.buys(
                "last",
                line("tea", "4.30").times(6).category("tea"),
                line("cake", "2.75").times(4));
        List<String> shuffled = new ArrayList<>(back);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(line -> life.shop.returns("last", line, 1));
        Account account = life.shop.account();
        return account.available() + " points, " + account.debt() + " owed, " + new TreeMap<>(account.counters());
    }

    /** What a member does in a few days. */
    private static final class Life {
        private final Shop shop = Shop.with(program());
        private final Random random;
        private final String name;
        private final List<Runnable> undoings = new ArrayList<>();

        Life(Random random, String name) {
            this.random = random;
            this.name = name;
        }

        void lived() {
            int steps = 3 + random.nextInt(15);
            for (int i = 0; i < steps; i++) {
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> buys("o-" + i);
                    case 3 -> acts("review", "r-" + i);
                    case 4 -> acts("spin", "s-" + i);
                    default -> shop.passes(Duration.ofHours(random.nextInt(12)));
                }
            }
        }

        private void buys(String id) {
            int pieces = 1 + random.nextInt(7);
            Order order = shop.order(
                    id,
                    line("tea", "4.30").times(pieces).category("tea"),
                    line("cake", "2.75").times(1 + random.nextInt(5)));
            if (random.nextInt(3) == 0) {
                order = order.redeem(random.nextBoolean() ? "free" : "five");
            }
            long quoted = shop.engine().quote(order).points();
            Outcome outcome = shop.tries(order);
            if (outcome.refusal().isEmpty()) {
                assertThat(outcome.receipt().earned()).as(name).isEqualTo(quoted);
                undoings.add(() -> shop.cancels(id));
                returnsSome(id, pieces);
            }
        }

        private void returnsSome(String id, int pieces) {
            if (random.nextInt(3) == 0) {
                int back = 1 + random.nextInt(pieces);
                undoings.add(() -> shop.returns(id, "tea", back));
                if (random.nextBoolean()) {
                    shop.returns(id, "tea", 1);
                }
            }
        }

        private void acts(String kind, String id) {
            shop.does(kind, id);
            undoings.add(() -> shop.engine()
                    .execute(Activity.of(Shop.ANA, kind, id).retraction())
                    .receipt());
        }

        void undone() {
            Collections.shuffle(undoings, random);
            undoings.forEach(Runnable::run);
            Account account = shop.account();
            assertThat(account.available() + account.pending() + account.debt())
                    .as(name)
                    .isZero();
            assertThat(account.counters())
                    .as(name)
                    .allSatisfy((counter, left) -> assertThat(
                                    left.value() == 0 || counter.equals("last-order") || code(counter))
                            .isTrue());
        }

        /** A code that was given is remembered to its end; where no voucher is left, it opens nothing. */
        private static boolean code(String counter) {
            return counter.startsWith("code/");
        }
    }
}
