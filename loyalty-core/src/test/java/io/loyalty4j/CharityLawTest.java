package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Donations;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.AtOnce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What members paid with points and did not get back is what charities were given and what was not taken back: to the point, whatever breaks on the way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CharityLawTest extends CharityFixture {
    private static final List<MemberId> DONORS = List.of(ANA, BEN, MemberId.of("carl"));
    private static final List<String> CHARITIES = List.of("red-cross", "shelter");
    private static final List<String> GIFTS = List.of("red-cross", "red-cross-more", "shelter", "free");
    private static final int ACTS = 60;

    private final List<Order> orders = new ArrayList<>();
    private Random random = new Random();
    private boolean discounts;

    @RepeatedTest(60)
    void whatever_breaks_and_comes_back_charities_have_what_members_gave(RepetitionInfo repetition) {
        long seed = Long.getLong("loyalty4j.laws.seed", 1) + repetition.getCurrentRepetition();
        random = new Random(seed);
        discounts = repetition.getCurrentRepetition() % 2 == 0;
        loyalty = running(
                program().policy(any(List.of(RedeemedOnReturn.values()))).policy(any(List.of(ClawBack.values()))));
        DONORS.forEach(donor -> has(donor, 5_000));
        store.breaksBefore(request -> random.nextInt(8) == 0);
        store.breaksAfter(request -> random.nextInt(8) == 0);
        for (int i = 0; i < ACTS; i++) {
            act(i);
            clock.pass(Duration.ofHours(random.nextInt(48)));
        }
        allIsDelivered();

        assertThat(kept())
                .as("points that members gave and did not get back, seed %d", seed)
                .isBetween(donated(), donated() + (discounts ? 100L * orders.size() : 0));
        CHARITIES.forEach(charity -> balances(charity, seed));
    }

    private void act(int number) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> tries(bought("o-" + number));
            case 3 -> edit();
            case 4, 5 -> comesBack(number);
            case 6 -> loyalty.runDue(clock.instant());
            default -> pays(number);
        }
    }

    private Order bought(String id) {
        Order order = filled(order(any(DONORS), id));
        orders.add(order);
        return order;
    }

    private Order filled(Order empty) {
        Order order = empty;
        for (int i = random.nextInt(3); i > 0; i--) {
            order = order.redeem(any(GIFTS));
        }
        if (random.nextBoolean()) {
            order = order.line(line("soap", 1 + random.nextInt(3)));
            order = discounts && random.nextBoolean() ? order.redeem("ten") : order;
        }
        return order;
    }

    private void edit() {
        if (!orders.isEmpty()) {
            int which = random.nextInt(orders.size());
            Order old = orders.get(which);
            Order next = filled(order(old.member(), old.id())).revision(old.revision() + 1);
            orders.set(which, next);
            tries(next);
        }
    }

    private void comesBack(int number) {
        if (!orders.isEmpty()) {
            Order order = any(orders);
            tries(
                    random.nextInt(3) == 0
                            ? order.cancellation()
                            : Refund.of(order, "rma-" + number).line("soap", 1 + random.nextInt(2)));
        }
    }

    private void pays(int number) {
        tries(Donation.payout(any(CHARITIES), "p-" + number, 100L * (1 + random.nextInt(8)))
                .by("finance-2")
                .because("bank transfer"));
    }

    /** Twice, sometimes: what was booked already is booked no more. */
    private void tries(Command command) {
        for (int i = 0; i <= random.nextInt(2); i++) {
            try {
                loyalty.execute(command);
            } catch (IllegalStateException broken) {
                assertThat(broken).hasMessage("the connection broke");
            }
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private long kept() {
        return DONORS.stream()
                .peek(this::account)
                .flatMap(donor -> loyalty.journal(donor).postings().stream())
                .mapToLong(CharityLawTest::redeemed)
                .sum();
    }

    private static long redeemed(Posting posting) {
        return posting.entries().stream().mapToLong(CharityLawTest::redeemed).sum();
    }

    private static long redeemed(Entry entry) {
        return entry.to() == Bucket.REDEEMED ? entry.points() : entry.from() == Bucket.REDEEMED ? -entry.points() : 0;
    }

    private long donated() {
        return CHARITIES.stream()
                .flatMap(charity -> loyalty.donations(charity).months().stream())
                .mapToLong(month -> month.given() - month.takenBack())
                .sum();
    }

    /** The charity's balance is what stands less what was paid out, and its report begins each month where the last one ended. */
    private void balances(String charity, long seed) {
        long balance = 0;
        for (Donations.Month month : loyalty.donations(charity).months()) {
            balance += month.given() - month.takenBack() - month.paidOut();
            assertThat(month.balance()).as("%s, seed %d", month, seed).isEqualTo(balance);
        }
        assertThat(balance(Donation.account(charity))).as("seed %d", seed).isEqualTo(balance);
    }

    @Test
    void many_who_give_and_cancel_at_once_lose_nothing() throws Exception {
        List<Callable<Long>> acts = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            MemberId donor = MemberId.of("donor-" + thread);
            has(donor, 20_000);
            acts.add(() -> givesAndCancels(donor));
        }

        long given = AtOnce.all(acts).stream().mapToLong(Long::longValue).sum();

        assertThat(store.messages(1)).isEmpty();
        assertThat(balance(RED_CROSS)).isEqualTo(given);
    }

    /** Fifty gifts, of which every third is cancelled; what stands. */
    private long givesAndCancels(MemberId donor) {
        long given = 0;
        for (int i = 0; i < 50; i++) {
            Order order = gives(donor, "gift-" + i, "red-cross");
            if (i % 3 == 0) {
                loyalty.cancel(order).receipt();
            } else {
                given += 300;
            }
        }
        return given;
    }
}
