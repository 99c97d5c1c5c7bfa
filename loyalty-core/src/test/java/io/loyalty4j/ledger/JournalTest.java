package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static ProgramBuilder program() {
        return aPointPerDollar()
                .earn("bonus", points(5).perOrder())
                .reward("fifty", discount("5.00").costs(50))
                .expiry(Expiry.after(Period.ofDays(10)));
    }

    private final Shop shop = Shop.with(program()).at("2026-06-01T12:00");

    private List<String> statement() {
        return shop.journal().statement().stream()
                .map(line -> line.text() + " | " + line.why() + " | " + line.points() + " | " + line.available())
                .toList();
    }

    @Test
    void tellsAMembersLifeLineByLine() {
        shop.buys("o-1", line("goods", "50.00").times(2));
        shop.reserves(shop.order("o-2", line("pin", "5.00")).redeem("fifty"));
        shop.buys(shop.order("o-2", line("pin", "5.00")).redeem("fifty"));
        shop.returns("o-1", "goods", 1);
        shop.passes(Duration.ofDays(30));
        shop.engine().runDue(shop.now());

        assertThat(statement())
                .containsExactly(
                        "order o-1: 105 earned | base 100 (1 per 1.00), bonus 5 (5 extra) | 105 | 105",
                        "order o-2: 50 reserved |  | -50 | 55",
                        "order o-2: 5 earned, 50 redeemed | bonus 5 (5 extra) | 5 | 60",
                        "order o-1: 50 taken back |  | -50 | 10",
                        "10 expired |  | -10 | 0");
    }

    @Test
    void sumsAnOrderUp() {
        shop.buys("o-1", line("goods", "50.00").times(2));
        shop.buys(shop.order("o-2", line("pin", "5.00").times(2)).redeem("fifty"));
        shop.returns("o-2", "pin", 1);
        Journal.OrderSummary summary = shop.journal().order("o-2").orElseThrow();

        assertThat(summary.earned()).isEqualTo(10);
        assertThat(summary.takenBack()).isEqualTo(3);
        assertThat(summary.redeemed()).isEqualTo(50);
        assertThat(summary.restored()).isEqualTo(25);
        assertThat(summary.lines()).extracting(OrderPosition.Line::returned).containsExactly(1);
        assertThat(shop.journal().order("o-9")).isEmpty();
    }

    @Test
    void knowsTheAccountAsOfAnyPastMoment() {
        shop.buys("o-1", "100.00");
        shop.at("2026-06-05T12:00").buys("o-2", "10.00");
        shop.at("2026-07-01").buys("o-3", "1.00");

        assertThat(shop.journal().asOf("2026-05-31").available()).isZero();
        assertThat(shop.journal().asOf("2026-06-01").available()).isEqualTo(105);
        assertThat(shop.journal().asOf("2026-06-05T11:59:59.999").available()).isEqualTo(105);
        assertThat(shop.journal().asOf("2026-06-05T12:00").available()).isEqualTo(120);
        assertThat(shop.journal().asOf("2026-06-11").available()).isEqualTo(120);
        assertThat(shop.journal().asOf("2026-06-12").available()).isEqualTo(15);
        assertThat(shop.journal().asOf("2026-06-20").available()).isZero();
        assertThat(shop.journal().asOf("2026-07-01").available()).isEqualTo(6);
    }

    @Nested
    class Time {
        @Test
        void ofARecordingIsTheClocksAlsoBeforeAnAdoption() {
            shop.buys("o-1", "100.00");
            shop.passes(Duration.ofDays(20));
            ProgramBuilder next = program();
            shop.adopts(next);
            shop.passes(Duration.ofDays(5)).buys("o-2", "1.00");

            assertThat(shop.journal().postings())
                    .extracting(posting -> posting.header().kind())
                    .containsExactly(Posting.Kind.COMMAND, Posting.Kind.TIME, Posting.Kind.ADOPT, Posting.Kind.COMMAND);
            assertThat(shop.journal().postings().subList(1, 4))
                    .extracting(posting -> posting.header().recordedAt())
                    .containsOnly(shop.now());
            shop.account();
        }

        @Test
        void thatStepsBackUndoesNothing() {
            shop.buys("o-1", "100.00");
            shop.passes(Duration.ofDays(11));
            shop.engine().runDue(shop.now());
            Instant booked = shop.now();
            shop.at(booked.minus(Duration.ofMinutes(5)));
            assertThat(shop.available()).isZero();
            shop.buys("o-2", "1.00");
            assertThat(shop.account().time()).isEqualTo(booked);

            shop.at(booked.minus(Duration.ofMinutes(5)).minusMillis(1));
            assertThat(shop.tries(shop.order("o-3", line("a", "1.00"))).refusal())
                    .contains(new Refusal.ClockBehind(shop.now(), booked));
        }

        @Test
        void ofTheFutureIsRefusedBeyondFiveMinutes() {
            Instant soon = shop.now().plus(Duration.ofMinutes(5));
            assertThat(shop.buys(shop.order("o-1", line("a", "1.00")).at(soon))
                            .posting()
                            .header()
                            .occurredAt())
                    .isEqualTo(shop.now());
            assertThat(shop.tries(shop.order("o-2", line("a", "1.00")).at(soon.plusMillis(1)))
                            .refusal())
                    .contains(new Refusal.NotYetHappened(soon.plusMillis(1), shop.now()));
        }

        @Test
        void ofAnActivityIsNeverAheadOfItsRecording() {
            Shop visits = Shop.with(Shop.program().earn("visit", points(7).forActivity("visit")));
            Activity ahead = Activity.of(Shop.ANA, "visit", "v").at(visits.now().plusSeconds(120));
            assertThat(visits.engine()
                            .record(ahead)
                            .receipt()
                            .posting()
                            .header()
                            .occurredAt())
                    .isEqualTo(visits.now());
            assertThat(visits.available()).isEqualTo(7);
        }

        @Test
        void inOneStepOrInManyComesToTheSame() {
            Shop other = Shop.with(program()).at("2026-06-01T12:00");
            for (Shop each : List.of(shop, other)) {
                each.buys("o-1", "100.00");
                each.at("2026-06-05T12:00").buys("o-2", "10.00");
            }
            for (int day = 0; day < 30; day++) {
                other.engine().runDue(other.passes(Period.ofDays(1)).now());
            }
            shop.at(other.now());
            assertThat(shop.account().lots()).isEqualTo(other.account().lots());
            assertThat(shop.available()).isEqualTo(other.available()).isZero();
        }
    }

    @Nested
    class Enrolment {
        private final Shop explicit =
                Shop.with(program().tiers(TierLadder.bySpend().base("BASE")).policy(Policy.Enrolment.EXPLICIT));

        @Test
        void isTheFirstCommandOrMustBeSaid() {
            assertThat(shop.tries(shop.order("o-1", line("a", "1.00")))).isInstanceOf(Outcome.Applied.class);
            assertThat(explicit.tries(explicit.order("o-1", line("a", "1.00"))).refusal())
                    .contains(new Refusal.NotAMember(Shop.ANA));
            explicit.engine().enrol(Member.of(Shop.ANA)).receipt();
            assertThat(explicit.buys("o-1", "1.00").earned()).isEqualTo(6);
        }

        @Test
        void happensOnce() {
            explicit.engine().enrol(Member.of(Shop.ANA));
            assertThat(explicit.engine().enrol(Member.of(Shop.ANA).with("country", "FR")))
                    .isInstanceOf(Outcome.Replayed.class);
            assertThat(explicit.journal().postings()).hasSize(1);
        }

        @Test
        void isNotForGuestsWhoMayAskAllTheSame() {
            Order order = Order.of(MemberId.GUEST, "o").currency("USD").line(line("a", "7.00"));
            assertThat(shop.engine().quote(order).points()).isEqualTo(12);
            assertThat(shop.engine().purchase(order).refusal()).contains(new Refusal.NotAMember(MemberId.GUEST));
            assertThat(shop.engine().enrol(Member.of(MemberId.GUEST)).refusal()).isPresent();
        }
    }

    @Nested
    class Activated {
        @Test
        void pointsPayDebtFirst() {
            Shop later = Shop.with(program().activation(Activation.after(Period.ofDays(3))))
                    .at("2026-06-01T12:00");
            later.buys("o-1", "95.00");
            later.passes(Period.ofDays(4));
            later.buys(later.order("o-2", line("pin", "5.00")).redeem("fifty"));
            later.returns("o-1", "goods", 1);
            assertThat(later.account().debt()).isEqualTo(50);
            assertThat(later.account().pending()).isEqualTo(5);

            later.buys("o-3", "95.00");
            assertThat(later.account().pending()).isEqualTo(105);
            later.passes(Period.ofDays(3));
            assertThat(later.account().debt()).isZero();
            assertThat(later.available()).isEqualTo(55);
        }
    }

    @Test
    void aNodeThatRunsAnOlderProgramIsRefusedButReadsRightly() {
        shop.buys("o-1", "100.00");
        LoyaltyProgram old = shop.current();
        shop.passes(Duration.ofDays(1)).adopts(program());
        shop.buys("o-2", "1.00");
        shop.passes(Duration.ofDays(30));
        LoyaltyEngine node = LoyaltyEngine.builder(old)
                .store(shop.store())
                .clock(Clock.fixed(shop.now(), ZoneOffset.UTC))
                .build();

        assertThat(node.purchase(shop.order("o-3", line("a", "1.00"))).refusal().orElseThrow())
                .isInstanceOf(Refusal.ProgramOutdated.class);
        assertThat(node.account(Shop.ANA).available()).isZero();
    }
}
