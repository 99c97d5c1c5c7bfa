package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** A shop in Berlin that brings members back, with a clock that walks and a pump that somebody starts. It is nine o'clock in London, on 2 March 2026. */
abstract class RetentionFixture {
    static final MemberId ANA = MemberId.of("ana");
    static final VoucherKey KEY = VoucherKey.of("not a secret, since it stands here".getBytes(StandardCharsets.UTF_8));

    final HandClock clock = HandClock.at("2026-03-02T09:00:00Z");
    final Ear ear = new Ear();
    private final List<LoyaltyEngine> engines = new ArrayList<>();
    LoyaltyStore store = LoyaltyStore.inMemory();
    LoyaltyEngine loyalty = running(retention().build());

    static ProgramBuilder retention() {
        return Programs.retention();
    }

    final EngineBuilder builder(LoyaltyProgram program) {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .chance(new Random(42))
                .voucherKey(KEY)
                .notifications(ear);
    }

    final LoyaltyEngine running(EngineBuilder builder) {
        LoyaltyEngine engine = builder.build();
        engines.add(engine);
        return engine;
    }

    final LoyaltyEngine running(LoyaltyProgram program) {
        return running(builder(program));
    }

    /** From now on by these channels. */
    final void telling(Channel channel) {
        loyalty = running(builder(retention().build()).notifications(channel));
    }

    @AfterEach
    final void everyJournalIsSoundAndNothingIsToldTwice() {
        engines.forEach(LoyaltyEngine::close);
        assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        assertThat(ear.ids()).doesNotHaveDuplicates();
    }

    /** Somebody who agreed to whatever there is. */
    final void comes(Member member) {
        loyalty.enrol(member.consentsTo("email", "push")).receipt();
    }

    static Order order(String id, String price) {
        return Order.of(ANA, id).currency("EUR").line(OrderLine.of("thing", price));
    }

    final void buys(String id, String price) {
        loyalty.purchase(order(id, price)).receipt();
    }

    /** All that can be done now. */
    final void pump() {
        DueReport report;
        do {
            report = loyalty.runDue(clock.instant());
        } while (report.more());
    }

    final void pumpAt(String instant) {
        clock.set(instant);
        pump();
    }

    /** A pump every so often until nine o'clock of that day. */
    final void walkTo(String day, Duration pause) {
        Instant end = Instant.parse(day + "T09:00:00Z");
        pump();
        while (clock.instant().isBefore(end)) {
            clock.pass(pause);
            pump();
        }
    }

    final void walkTo(String day) {
        walkTo(day, Duration.ofDays(1));
    }

    final <E extends LoyaltyEvent> List<E> told(Class<E> kind) {
        return ear.heard().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    final List<String> ids(Class<? extends LoyaltyEvent> kind) {
        return told(kind).stream().map(LoyaltyEvent::id).toList();
    }

    final List<Notice> heldBack() {
        return loyalty.notifications().heldBack(100);
    }

    final long available() {
        return loyalty.account(ANA).available();
    }

    /** An order of 25.00 with a code. */
    final Outcome buysWith(String code, String id) {
        return loyalty.purchase(order(id, "25.00").voucher(code));
    }
}
