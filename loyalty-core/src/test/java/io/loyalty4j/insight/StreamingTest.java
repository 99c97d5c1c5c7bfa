package io.loyalty4j.insight;

import static io.loyalty4j.insight.Shop.ANA;
import static io.loyalty4j.insight.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Window;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A journal is read posting by posting: what is behind is forgotten. */
class StreamingTest {
    private static final int MEMBERS = 2_000;
    private static final int FEW = 10;

    private final List<WeakReference<Posting>> read = new ArrayList<>();
    private final List<Posting> life = life();
    private long left = Long.MAX_VALUE;

    private static List<Posting> life() {
        Shop shop = new Shop();
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-02-10T12:00:00Z", order(ANA, "a-2", "50.00").redeem("ten"));
        shop.buys(
                "2026-02-11T12:00:00Z",
                order(ANA, "a-2", "50.00", "10.00").redeem("ten").revision(2));
        return shop.postings().toList();
    }

    /** Before the last of them it is counted how many of the others are still held by somebody. */
    private Stream<Posting> postings() {
        return IntStream.range(0, MEMBERS).boxed().flatMap(n -> {
            if (n == MEMBERS - 1) {
                System.gc();
                left = read.stream().filter(each -> each.get() != null).count();
            }
            return life.stream().map(posting -> noted(Shop.under(MemberId.of("m" + n), posting)));
        });
    }

    private Posting noted(Posting posting) {
        read.add(new WeakReference<>(posting));
        return posting;
    }

    @Test
    void financeHoldsOneMemberAtATime() {
        Finance one = Finance.of(life.stream(), Window.MONTH, ZoneOffset.UTC, Instant.MAX);
        Finance all = Finance.of(postings(), Window.MONTH, ZoneOffset.UTC, Instant.MAX);

        assertThat(all.closing()).isEqualTo(MEMBERS * one.closing()).isPositive();
        assertThat(all.periods()).hasSameSizeAs(one.periods());
        assertThat(left).isLessThan(FEW);
    }

    @Test
    void cohortsHoldOneMemberAtATime() {
        Cohorts all = Cohorts.of(Customer.of(postings(), Instant.MAX), ZoneOffset.UTC, YearMonth.of(2026, 2));

        assertThat(all.byFirstMonth().get(YearMonth.of(2026, 1)).buyers())
                .containsExactly((long) MEMBERS, (long) MEMBERS);
        assertThat(left).isLessThan(FEW);
    }

    @Test
    void tierFlowsHoldOneMemberAtATime() {
        TierFlows all =
                TierFlows.of(postings(), Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));

        assertThat(all.of("BLUE", "GOLD")).isEqualTo(MEMBERS);
        assertThat(left).isLessThan(FEW);
    }
}
