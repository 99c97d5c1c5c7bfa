package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import java.util.Optional;

/** An engine with people of the shop at work; whoever looks at an account has its journal proved. */
abstract class StaffFixture extends EngineFixture {
    Optional<String> approver = Optional.empty();
    LoyaltyEngine loyalty = staffed(Programs.plain());

    final LoyaltyEngine staffed(ProgramBuilder program) {
        Approvals approvals = command -> approver;
        return LoyaltyEngine.builder(program.build())
                .store(store)
                .clock(clock)
                .approvals(approvals)
                .build();
    }

    final Account account(MemberId member) {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        return loyalty.account(member);
    }

    final Account account() {
        return account(ANA);
    }

    final Receipt booked(Command command) {
        Outcome outcome = loyalty.execute(command);
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return outcome.receipt();
    }

    final Refusal refused(Command command) {
        long version = loyalty.journal(command.member()).postings().size();
        Refusal refusal = loyalty.execute(command).refusal().orElseThrow();
        assertThat(loyalty.journal(command.member()).postings()).hasSize((int) version);
        return refusal;
    }

    static Adjustment adds(long points, String id) {
        return Adjustment.add(ANA, id, points).by("agent-12").because("late-delivery");
    }

    static Adjustment takes(long points, String id) {
        return Adjustment.deduct(ANA, id, points).by("agent-12").because("mistake");
    }

    static Adjustment.Reversal undoes(Adjustment adjustment) {
        return adjustment.reversal().by("agent-7").because("wrong-member");
    }

    static StatusChange by(StatusChange change) {
        return change.by("agent-12").because("stolen-phone");
    }
}
