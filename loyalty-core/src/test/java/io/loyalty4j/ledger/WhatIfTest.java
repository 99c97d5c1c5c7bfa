package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.memberIs;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a member would have had under another program. */
class WhatIfTest {
    private static ProgramBuilder program() {
        return program(50);
    }

    private static ProgramBuilder program(long cost) {
        return aPointPerDollar().reward("fifty", discount("5.00").costs(cost)).expiry(Expiry.after(Period.ofDays(100)));
    }

    private final Shop shop = Shop.with(program()).at("2026-06-01T12:00");

    private WhatIf under(ProgramBuilder other) {
        return shop.journal().under(other.build());
    }

    @Test
    void everyCommandIsDecidedOnceMoreAtTheInstantItWasBooked() {
        shop.buys("o-1", line("goods", "30.00").times(2));
        shop.passes(Duration.ofDays(3)).returns("o-1", "goods", 1);
        shop.passes(Duration.ofDays(3)).buys("o-2", "10.00");

        WhatIf twice = under(program().earn("more", points(1).per("1.00")));

        assertThat(shop.available()).isEqualTo(40);
        assertThat(twice.account().available()).isEqualTo(80);
        assertThat(twice.refusals()).isEmpty();
        assertThat(twice.journal().statement())
                .extracting(Journal.Line::at)
                .isEqualTo(shop.journal().statement().stream()
                        .map(Journal.Line::at)
                        .toList());
        assertThat(twice.journal().verify().findings()).isEmpty();
    }

    @Test
    void whatWouldHaveBeenRefusedIsListedAndTheRestGoesOn() {
        shop.buys("o-1", "60.00");
        shop.buys(shop.order("o-2", line("pin", "7.00")).redeem("fifty"));
        shop.buys("o-3", "1.00");

        WhatIf dearer = under(program(70));

        assertThat(dearer.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.booked().header().requestId()).isEqualTo("order/o-2@1");
            assertThat(refused.why()).isEqualTo(new Refusal.InsufficientPoints("fifty", 70, 60));
        });
        assertThat(dearer.account().available()).isEqualTo(61);
    }

    @Test
    void editsReductionsAndWhatPeopleOfTheShopDidAreLivedAgainToTheVeryPosting() {
        ProgramBuilder program = program()
                .earn("launch", points(1).per("1.00").atMostPoints(50).inAll())
                .activation(Activation.onFulfilment())
                .adjustments(AdjustmentLimits.upTo(500));
        Shop busy = Shop.with(program).at("2026-06-01T12:00");
        busy.says(OpeningBalance.of(Shop.ANA, "old").points(300).ordered(12, "2026-03-01"));
        busy.buys(busy.order("A-1", line("goods", "30.00").times(2)).redeem("fifty"));
        busy.returns("A-1", "goods", 1);
        busy.buys(busy.order("A-1", line("goods", "30.00").times(3), line("more", "9.00"))
                .revision(2)
                .redeem("fifty"));
        busy.says(Refund.of(busy.order("A-1"), "price").amount("4.50"));
        busy.says(busy.order("A-1").fulfilment());
        Adjustment given = Adjustment.add(Shop.ANA, "c-1", 40).by("agent").because("late delivery");
        busy.says(given);
        busy.says(given.reversal().by("boss").because("a mistake"));
        busy.cancels("A-1");
        busy.says(StatusChange.close(Shop.ANA, "c-2").by("agent").because("asked"));
        List<Posting> booked = busy.journal().postings();

        WhatIf again = busy.journal().under(busy.current());

        assertThat(again.refusals()).isEmpty();
        assertThat(again.journal().postings())
                .extracting(Posting::hash)
                .isEqualTo(booked.stream().map(Posting::hash).toList());
    }

    @Test
    void timeDoesWhatTheOtherProgramSays() {
        shop.buys("o-1", "60.00");
        shop.passes(Duration.ofDays(30)).buys("o-2", "5.00");

        assertThat(under(program().expiry(Expiry.after(Period.ofDays(10))))
                        .account()
                        .available())
                .isEqualTo(5);
    }

    /** Versions that came into force later held from the first day in it, seasons of rules as they are. */
    @Test
    void aProgramThatCameLaterHoldsFromTheFirstDayOn() {
        shop.buys("o-1", "60.00");
        shop.passes(Duration.ofDays(1)).adopts(program().earn("more", points(1).per("1.00")));
        shop.buys("o-2", "5.00");

        WhatIf always = shop.journal().under(shop.current());

        assertThat(shop.available()).isEqualTo(70);
        assertThat(always.account().available()).isEqualTo(130);
        assertThat(always.refusals()).isEmpty();
        assertThat(always.journal().postings())
                .extracting(posting -> posting.header().kind())
                .containsOnly(Posting.Kind.COMMAND);
    }

    @Test
    void chanceDrawsWhatItDrewWhereTheOtherProgramHasThePrize() {
        ProgramBuilder wheel = program()
                .earn(
                        "wheel",
                        spin(Prizes.draw().points(500, "10").points(20, "40")).forActivity("spin"));
        Shop fair = Shop.with(wheel);
        for (int i = 0; i < 30; i++) {
            fair.does("spin", "s-" + i);
        }
        long won = fair.available();
        assertThat(won).isPositive();

        ProgramBuilder other = program()
                .earn(
                        "wheel",
                        spin(Prizes.draw().points(20, "1").points(500, "1")).forActivity("spin"));
        assertThat(fair.journal().under(other.build()).account().available()).isEqualTo(won);
        ProgramBuilder without = program().earn("spin", points(1).forActivity("spin"));
        assertThat(fair.journal().under(without.build()).account().available()).isEqualTo(30);
    }

    @Test
    void rulesThatReadTheProfileSeeThatOfToday() {
        ProgramBuilder members = program().earn("vip", points(9).perOrder().when(memberIs("segment", "vip")));
        shop.buys("o-1", "1.00");
        shop.engine().enrol(Member.of(Shop.ANA).with("segment", "vip"));

        assertThat(under(members).account().available()).isEqualTo(10);
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(under(program()).account()).isEqualTo(Account.of(Shop.ANA));
    }

    @Test
    void aCommandThatIsNotKnownIsAnErrorAndNotLeftOut() {
        Posting first = shop.buys("o-1", "1.00").posting();
        Posting.Header header = first.header();
        Fingerprint strange = new Fingerprint("loyalty4j-command/1\ndance=yes\n", "");
        Posting other = new Posting(
                new Posting.Header(
                        header.member(),
                        1,
                        header.kind(),
                        "dance/d-1",
                        strange,
                        Optional.empty(),
                        header.occurredAt(),
                        header.recordedAt(),
                        header.programVersion(),
                        header.person()),
                List.of(),
                List.of(),
                List.of(),
                first.after(),
                "",
                "");
        Journal journal = Journal.of(Account.of(Shop.ANA), List.of(other));
        assertThatThrownBy(() -> journal.under(shop.current()))
                .isInstanceOf(UnreadableCommandException.class)
                .hasMessageContaining("no command is called \"dance\"");
    }
}
