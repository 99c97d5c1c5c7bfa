package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.nthOrder;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.ledger.Shop.ANA;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.payment;
import static io.loyalty4j.reward.Reward.percentOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.earn.Contribution;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules saw of an order can be seen again from what is stored. */
class OccasionsTest {
    private final List<Seen> seen = new ArrayList<>();

    /** What a rule can ask of an order, but for the day on which the member came. */
    private record Seen(
            MemberId member,
            Instant at,
            Map<String, String> order,
            Map<String, String> lines,
            String amount,
            String tier,
            long earlier,
            Optional<Instant> lastOrder,
            Optional<String> segment,
            Optional<String> channel) {
        static Seen of(Occasion occasion) {
            Map<String, String> lines = new TreeMap<>();
            occasion.lines().forEach(line -> lines.put(line.id(), words(line)));
            return new Seen(
                    occasion.member(),
                    occasion.at(),
                    occasion.order().orElseThrow().facts(),
                    lines,
                    plain(occasion.amount().amount()) + occasion.amount().currency(),
                    occasion.tier(),
                    occasion.earlierOrders(),
                    occasion.lastOrder(),
                    occasion.memberAttribute("segment"),
                    occasion.attribute("channel"));
        }

        private static String words(OrderLine line) {
            return line.quantity() + " " + line.sku() + " " + line.categories() + " for " + plain(line.amount())
                    + " at " + plain(line.price());
        }

        private static String plain(BigDecimal amount) {
            return amount.stripTrailingZeros().toPlainString();
        }
    }

    private ProgramBuilder program() {
        return aPointPerDollar()
                .alsoAccepts("EUR", "1.08")
                .excluding(category("gift-card"))
                .tiers(TierLadder.bySpend().base("BLUE").tier("GOLD", 300))
                .reward("five", discount("5.00").costs(20))
                .reward("fifth", percentOff(20).costs(10).on(category("tea")))
                .reward("pay", payment(10, "1.00"))
                .earn("probe", occasion -> {
                    seen.add(Seen.of(occasion));
                    return Contribution.none("it only looks");
                });
    }

    private static Occasion again(Shop shop, Order sent) {
        Posting posting = shop.store().posting(ANA, sent.requestId()).orElseThrow();
        Order order = (Order) posting.header().fingerprint().command(ANA, sent.requestId());
        OrderPosition position = shop.store().order(ANA, sent.id()).orElseThrow();
        return Occasions.of(
                shop.current(), shop.account(), position, order, shop.store().profile(ANA));
    }

    private static Stream<List<Object>> policies() {
        return Stream.of(EarnOnPointsPaid.values())
                .flatMap(paid -> Stream.of(CrossingOrder.values())
                        .flatMap(crossing -> Stream.of(1, 2, 3).map(seed -> List.<Object>of(paid, crossing, seed))));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void anOrderIsSeenAgainAsRulesSawIt(List<Object> how) {
        Random random = new Random((int) how.get(2));
        Shop shop = Shop.with(program().policy((EarnOnPointsPaid) how.get(0)).policy((CrossingOrder) how.get(1)));
        shop.engine().enrol(Member.of(ANA).with("segment", "student"));
        List<String> rewarded = new ArrayList<>();
        Map<String, Integer> revisions = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            shop.passes(Duration.ofHours(random.nextInt(200)));
            String id = "A-" + random.nextInt(25);
            int revision = revisions.merge(id, 1, Integer::sum);
            Order order = any(random, shop, id, revision);
            seen.clear();
            if (shop.tries(order).refusal().isPresent()) {
                revisions.merge(id, -1, Integer::sum);
                continue;
            }
            order.redemptions().forEach(reward -> rewarded.add(reward.reward()));
            if (random.nextInt(3) == 0) {
                shop.returns(id, order.lines().get(0).id(), 1);
            }
            Seen again = Seen.of(again(shop, order));
            if (seen.isEmpty()) {
                assertThat(again.lines()).as("no rule is asked").isEmpty();
            } else {
                assertThat(again).isEqualTo(seen.get(seen.size() - 1));
            }
        }
        assertThat(rewarded).hasSizeGreaterThan(5);
        assertThat(revisions.values()).anyMatch(revision -> revision > 2);
    }

    private static Order any(Random random, Shop shop, String id, int revision) {
        List<OrderLine> lines = new ArrayList<>();
        List<String> kinds = List.of("tea", "cup", "gift-card");
        for (int i = 0; i <= random.nextInt(4); i++) {
            String price =
                    new BigDecimal(100 + random.nextInt(9_000)).movePointLeft(2).toPlainString();
            OrderLine line = line("sku-" + i, price).times(1 + random.nextInt(3));
            lines.add(line.category(kinds.get(random.nextInt(3))));
        }
        boolean foreign = random.nextInt(5) == 0;
        Order order = shop.order(id, lines.toArray(OrderLine[]::new))
                .revision(revision)
                .currency(foreign ? "EUR" : "USD")
                .with("channel", random.nextBoolean() ? "app" : "web")
                .less(random.nextBoolean() ? "0.77" : "0");
        if (foreign || shop.account().available() < 60) {
            return order;
        }
        return switch (random.nextInt(4)) {
            case 0 -> order.redeem("five");
            case 1 -> order.redeem("fifth");
            case 2 -> order.redeem("pay", 10 + random.nextInt(40));
            default -> order;
        };
    }

    @Test
    void conditionsCanBeAskedLongAfterTheOrder() {
        Shop shop = Shop.with(program());
        shop.buys("A-1", "400.00");
        Order first = shop.order("A-1", line("goods", "400.00"));
        shop.passes(Duration.ofDays(1));
        shop.buys("A-2", "10.00");
        shop.returns("A-1", "goods", 1);

        Condition<Occasion> firstOrder = firstOrder();
        assertThat(firstOrder.test(again(shop, first))).isTrue();
        assertThat(orderFrom("400.00").test(again(shop, first))).isTrue();
        Order second = shop.order("A-2", line("goods", "10.00"));
        assertThat(firstOrder.test(again(shop, second))).isFalse();
        assertThat(nthOrder(2).test(again(shop, second))).isTrue();
        assertThat(again(shop, second).tier()).isEqualTo("GOLD");
        assertThat(again(shop, second).memberSince()).contains(LocalDate.parse("2026-11-21"));
    }

    @Test
    void anOrderThatWasNotPaidWasSeenByNoRule() {
        Shop shop = Shop.with(program());
        shop.buys("A-1", "40.00");
        Order reserved = shop.order("A-2", line("goods", "10.00")).redeem("five");
        shop.reserves(reserved);
        OrderPosition held = shop.store().order(ANA, "A-2").orElseThrow();
        OrderPosition other = shop.store().order(ANA, "A-1").orElseThrow();

        assertThatThrownBy(() -> Occasions.of(shop.current(), shop.account(), held, reserved, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Occasions.of(shop.current(), shop.account(), other, reserved, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order A-2 was not paid as far as the position of A-1 tells");
    }

    @Test
    void aMomentFindsTheMemberAsTheyAreThen() {
        Shop shop = Shop.with(program());
        shop.engine().enrol(Member.of(ANA).birthday("11-30").with("segment", "student"));
        shop.buys("A-1", "400.00");
        Instant bought = shop.now();
        shop.at("2026-11-30T09:00");

        Occasion occasion = Occasions.of(
                shop.current(), shop.account(), "birthday", shop.store().profile(ANA), shop.now());
        assertThat(occasion.at()).isEqualTo(shop.now());
        assertThat(occasion.date()).isEqualTo("2026-11-30");
        assertThat(occasion.order()).isEmpty();
        assertThat(occasion.activity().orElseThrow().kind()).isEqualTo("~moment/birthday");
        assertThat(occasion.tier()).isEqualTo("GOLD");
        assertThat(occasion.earlierOrders()).isEqualTo(1);
        assertThat(occasion.lastOrder()).contains(bought);
        assertThat(occasion.memberAttribute("segment")).contains("student");
        assertThat(occasion.birthday()).isNotEmpty();
        assertThat(occasion.lines()).isEmpty();
    }
}
