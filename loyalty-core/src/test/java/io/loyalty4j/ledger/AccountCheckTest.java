package io.loyalty4j.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Member;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A row that somebody altered is quarantined: whatever is asked of it ends in an exception that says what cannot be. */
class AccountCheckTest {
    private final Life life = Life.lived();

    private final Account sound =
            Journal.of(Account.of(Shop.ANA), life.postings()).asOf("2026-06-03T11:00");

    private void refused(Account account, String why) {
        assertThatThrownBy(() -> Decisions.decide(
                        life.program(), State.of(account), Member.of(Shop.ANA), Circumstances.at(account.time())))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> Decisions.view(life.program(), account, Circumstances.at(account.time())))
                .isInstanceOf(CorruptAccountException.class);
    }

    private Account with(List<Lot> lots, List<Hold> holds, long debt) {
        return new Account(
                sound.member(),
                sound.version(),
                sound.time(),
                sound.since(),
                sound.status(),
                lots,
                holds,
                debt,
                sound.idleAt(),
                sound.standing(),
                sound.counters(),
                sound.program(),
                sound.hash());
    }

    private static Lot lot(Map<Bucket, Long> points) {
        return new Lot(
                "order/x@1",
                new LotTerms(
                        "order/x@1",
                        Optional.of("x"),
                        10,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        false),
                points);
    }

    private static Hold hold(String lot, long points) {
        return new Hold(
                "reserve/x#1/0",
                "x",
                "fifty",
                List.of(new Hold.Part(lot, points, false)),
                Benefit.discount(BigDecimal.ONE),
                Optional.empty(),
                Instant.EPOCH);
    }

    @Test
    void hasALotWhosePointsDoNotAddUp() {
        refused(with(List.of(lot(Map.of(Bucket.ISSUED, -10L, Bucket.AVAILABLE, 11L))), List.of(), 0), "AVAILABLE=11");
    }

    @Test
    void hasALotWithLessThanNothing() {
        refused(
                with(
                        List.of(lot(Map.of(Bucket.ISSUED, -10L, Bucket.AVAILABLE, 12L, Bucket.EXPIRED, -2L))),
                        List.of(),
                        0),
                "EXPIRED=-2");
    }

    @Test
    void hasALotThatGaveMoreThanThereWas() {
        refused(
                with(List.of(lot(Map.of(Bucket.ISSUED, -11L, Bucket.AVAILABLE, 11L))), List.of(), 0),
                "gave 11 of its 10 points");
    }

    @Test
    void hasAnEmptyLot() {
        refused(
                with(List.of(lot(Map.of(Bucket.ISSUED, -10L, Bucket.EXPIRED, 10L))), List.of(), 0),
                "is open and has nothing left");
    }

    @Test
    void owesBesideWhatItHas() {
        List<Lot> lots = List.of(lot(Map.of(Bucket.ISSUED, -10L, Bucket.AVAILABLE, 10L)));
        refused(with(lots, List.of(), 1), "a debt of 1 stands beside 10 available points");
        refused(with(List.of(), List.of(), -1), "a debt of -1");
    }

    @Test
    void holdsWhatItsLotsHaveNot() {
        Lot held = lot(Map.of(Bucket.ISSUED, -10L, Bucket.AVAILABLE, 4L, Bucket.HELD, 6L));
        refused(with(List.of(held), List.of(), 0), "holds have 0 of the lot order/x@1, which has 6 held");
        refused(with(List.of(held), List.of(hold(held.id(), 7)), 0), "holds have 7");
        refused(with(List.of(held), List.of(hold(held.id(), 6), hold("gone", 1)), 0), "holds have 7 points");
        refused(with(List.of(held), List.of(hold(held.id(), -6)), 0), "holds -6");
    }
}
