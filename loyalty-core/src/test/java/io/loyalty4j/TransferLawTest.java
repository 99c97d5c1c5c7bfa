package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.shop.Window.LIFETIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.AtOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever breaks and whoever comes at once: no points are made or lost between two accounts. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TransferLawTest extends TransferFixture {
    private static final List<MemberId> MEMBERS = List.of(ANA, BEN, RICH);

    private long sum() {
        return MEMBERS.stream()
                .map(this::account)
                .mapToLong(account -> account.available() - account.debt())
                .sum();
    }

    private static Transfer any(Random random, int number) {
        MemberId from = MEMBERS.get(random.nextInt(2));
        MemberId to = MEMBERS.get(random.nextInt(3));
        return Transfer.of(from, "t-" + number, 1 + random.nextInt(60)).to(to.equals(from) ? RICH : to);
    }

    @RepeatedTest(40)
    void whatever_breaks_the_sum_is_the_same_when_all_has_been_delivered(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        loyalty = running(program()
                .earn("nearly", points(MOST - 400).forActivity("nearly"))
                .transfers(Transfers.upTo(1_000_000).per(LIFETIME)));
        MEMBERS.forEach(member -> buys(member, "first", 300));
        loyalty.purchase(order(ANA, "spent", 100).redeem("eighty")).receipt();
        loyalty.record(Activity.once(RICH, "nearly")).receipt();
        long before = sum();

        store.breaksBefore(request -> random.nextInt(4) == 0);
        store.breaksAfter(request -> random.nextInt(4) == 0);
        List<Transfer> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(3) > 0 || sent.isEmpty()) {
                sent.add(any(random, i));
            }
            tries(random.nextInt(5) == 0 ? sent.get(random.nextInt(sent.size())) : sent.get(sent.size() - 1));
            if (random.nextInt(4) == 0) {
                loyalty.runDue(clock.instant());
            }
        }
        allIsDelivered();

        assertThat(sum()).isEqualTo(before);
        assertThat(MEMBERS).extracting(member -> account(member).debt()).containsOnly(0L);
        assertThat(loyalty.journal(RICH).postings().stream()
                        .filter(each -> each.entries().isEmpty()))
                .as("transfers that were sent back")
                .isNotEmpty();
    }

    private void tries(Transfer transfer) {
        try {
            loyalty.execute(transfer);
        } catch (IllegalStateException broken) {
            assertThat(broken).hasMessage("the connection broke");
        }
    }

    @Test
    void many_who_send_to_each_other_at_once_neither_wait_for_ever_nor_make_points() throws Exception {
        loyalty = running(program().transfers(Transfers.upTo(1_000_000).per(LIFETIME)));
        buys(ANA, "a-1", 100);
        buys(BEN, "b-1", 100);
        LoyaltyEngine other =
                running(program().transfers(Transfers.upTo(1_000_000).per(LIFETIME)));
        List<Callable<Long>> acts = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            int number = thread;
            acts.add(() -> sent(number % 4 < 2 ? loyalty : other, number));
        }

        long sent = AtOnce.all(acts).stream().mapToLong(Long::longValue).sum();

        assertThat(store.messages(1)).isEmpty();
        assertThat(account(ANA).available() + account(BEN).available()).isEqualTo(200);
        assertThat(sent).isGreaterThan(100);
        assertThat(List.of(ANA, BEN))
                .map(this::account)
                .extracting(Account::debt)
                .containsOnly(0L);
    }

    /** A hundred tries from one to the other, as many as are covered. */
    private static long sent(LoyaltyEngine engine, int number) {
        MemberId from = number % 2 == 0 ? ANA : BEN;
        MemberId to = number % 2 == 0 ? BEN : ANA;
        long sent = 0;
        for (int i = 0; i < 100; i++) {
            Outcome outcome = engine.execute(
                    Transfer.of(from, "t-" + number + "-" + i, 1 + i % 30).to(to));
            sent += outcome.refusal().isPresent() ? 0 : 1;
        }
        return sent;
    }
}
