package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Messages to accounts that cannot be booked keep those behind them from nobody, however many they are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UndeliverableTest extends EngineFixture {
    private static final int MANY = 600;
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("sending")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .transfers(Transfers.upTo(10_000))
            .build();

    /** Where the accounts of some members are broken, and for a while everybody's that receives. */
    private static final class Broken extends ForwardingStore {
        private boolean all = true;

        Broken(LoyaltyStore store) {
            super(store);
        }

        @Override
        public Commit update(Request request, Decision decision) {
            boolean receives =
                    request.id().filter(id -> id.contains("transfer")).isPresent()
                            && !request.member().value().startsWith("from");
            if (receives && (all || request.member().value().startsWith("bad"))) {
                throw new IllegalStateException("a broken account");
            }
            return store.update(request, decision);
        }
    }

    @Test
    void are_passed_over_within_a_round_and_tried_again_in_the_next() {
        Broken broken = new Broken(store);
        LoyaltyEngine engine = LoyaltyEngine.builder(PROGRAM)
                .store(broken)
                .clock(clock)
                .tellingNobody()
                .build();
        for (int i = 0; i < MANY; i++) {
            MemberId from = MemberId.of("from" + i);
            engine.purchase(order(from, "1", "100.00"));
            MemberId to = MemberId.of((i < MANY - 10 ? "bad" : "good") + i);
            assertThat(engine.execute(Transfer.of(from, "gift", 50).to(to))).isInstanceOf(Outcome.Applied.class);
        }
        assertThat(store.messages(1_000)).hasSize(MANY);
        broken.all = false;
        int delivered = 0;
        LoyaltyEngine.DueReport report;
        do {
            report = engine.runDue();
            delivered += report.delivered();
        } while (report.more());
        assertThat(delivered).isEqualTo(10);
        assertThat(engine.account(MemberId.of("good599")).available()).isEqualTo(50);
        assertThat(store.messages(1_000)).hasSize(MANY - 10);
    }
}
