package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A standing is the fold of what qualified: its sums are those of the deeds that have not come back, and its tiers follow from the sums. */
class StandingLawTest {
    private static final int LIVES = Integer.getInteger("loyalty4j.laws.lives", 150);
    private static final int STEPS = 40;
    private static final int PROBES = 12;

    private final long run = Chance.seed();

    private static String zone(Chance chance) {
        return chance.of("America/New_York", "America/Santiago", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC");
    }

    @Test
    void itsSumsAndTiersAreThoseOfTheDeedsThatHaveNotComeBack() {
        System.out.println("The law of standing, seed " + run);
        for (int n = 0; n < LIVES; n++) {
            long seed = Chance.seed(run, n);
            Chance chance = Chance.of(seed);
            boolean nothingComesBack = chance.percent(40);
            TierSpec spec = TierSpec.of(chance, nothingComesBack);
            TierLife life = new TierLife(seed, spec, zone(chance), nothingComesBack);
            for (int i = 0; i < STEPS; i++) {
                life.step();
                if (!life.book().isEmpty()) {
                    check(life, spec, chance, seed);
                }
            }
        }
    }

    private static void check(TierLife life, TierSpec spec, Chance chance, long seed) {
        Standing standing = life.standing();
        Map<LocalDate, Long> sums = life.book().sums();
        LocalDate today = life.shop().now().atZone(life.shop().current().zone()).toLocalDate();
        standing.amounts()
                .forEach((period, sum) -> assertThat(sum)
                        .as("seed %s, %s: the sum of %s", seed, spec, period)
                        .isEqualByComparingTo(BigDecimal.valueOf(sums.getOrDefault(period, 0L))));
        sums.forEach((period, sum) -> assertThat(period.isBefore(today.minusDays(365))
                        || standing.amounts().containsKey(period))
                .as("seed %s, %s: %s is forgotten", seed, spec, period)
                .isTrue());
        for (int i = 0; i < PROBES; i++) {
            Instant at =
                    i == 0 ? life.shop().now() : life.shop().now().plus(Duration.ofHours(chance.between(0, 24 * 500)));
            assertThat(standing.tierAt(at))
                    .as("seed %s, %s: the tier at %s%n%s", seed, spec, at, standing)
                    .isEqualTo(life.book().tierAt(at));
        }
    }

    @Test
    void returnsInAnyPartitionEndInOneStanding() {
        System.out.println("The law of standing and returns, seed " + run);
        for (int n = 0; n < LIVES; n++) {
            long seed = Chance.seed(run, n);
            Chance chance = Chance.of(seed);
            TierSpec spec = TierSpec.of(chance, chance.percent(40));
            String zone = zone(chance);
            TierLife one = new TierLife(seed, spec, zone, true);
            TierLife other = new TierLife(seed, spec, zone, true);
            for (int i = 0; i < STEPS; i++) {
                one.step();
                other.step();
            }
            List<Order> orders = one.orders();
            if (!orders.isEmpty()) {
                Order order = chance.of(orders);
                returnPieces(one.shop(), order, chance);
                returnPieces(other.shop(), order, chance);
                assertThat(one.standing()).as("seed %s, %s", seed, spec).isEqualTo(other.standing());
            }
        }
    }

    /** All pieces but the last of the first line, in random shares and order. */
    private static void returnPieces(Shop shop, Order order, Chance chance) {
        List<String> pieces = new ArrayList<>();
        order.lines().forEach(line -> {
            for (int i = 0; i < line.quantity(); i++) {
                pieces.add(line.id());
            }
        });
        pieces.remove(0);
        List<String> left = chance.shuffled(pieces);
        for (int n = 0; !left.isEmpty(); n++) {
            int some = chance.between(1, left.size());
            Refund refund = Refund.of(order, "p" + n);
            for (String line : order.lines().stream().map(each -> each.id()).toList()) {
                int count = (int)
                        left.subList(0, some).stream().filter(line::equals).count();
                refund = count > 0 ? refund.line(line, count) : refund;
            }
            shop.engine().refund(refund).receipt();
            left = left.subList(some, left.size());
        }
    }
}
