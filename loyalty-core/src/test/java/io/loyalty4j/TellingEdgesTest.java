package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.beforeExpiry;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.TierReached;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.notify.MessageClass;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Notice;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What could go wrong at the edges of telling: machines of two versions, caps and codes, what comes too late, what is nobody's matter. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TellingEdgesTest extends EngineFixture {
    private final Ear ear = new Ear();

    private static ProgramBuilder program() {
        return LoyaltyProgram.named("edges")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(3)));
    }

    private LoyaltyEngine engine(ProgramBuilder program, Channel channel) {
        return LoyaltyEngine.builder(program.build())
                .store(store)
                .clock(clock)
                .voucherKey(VoucherKey.of(new byte[32]))
                .notifications(channel)
                .build();
    }

    private void comes(LoyaltyEngine engine) {
        engine.enrol(Member.of(ANA).birthday("06-15").consentsTo("email")).receipt();
        engine.runDue(clock.instant());
    }

    @Test
    void a_machine_that_still_runs_the_older_program_gives_no_birthday_away() {
        ProgramBuilder older = program().moment("birthday", onBirthday().givingPoints(250));
        ProgramBuilder newer = program()
                .version("2")
                .inForceFrom("2026-06-02")
                .moment("birthday", onBirthday().givingPoints(250));
        LoyaltyEngine behind = engine(older, Channel.of("email", ear));
        LoyaltyEngine ahead = engine(newer, Channel.of("email", ear));
        comes(behind);
        clock.set("2026-06-03T10:00:00Z");
        ahead.purchase(order(ANA, "1", "10.00")).receipt();
        clock.set("2026-06-15T10:00:00Z");
        behind.runDue(clock.instant());
        assertThat(ear.kinds(ANA)).doesNotContain("Birthday");
        clock.pass(Duration.ofHours(5));
        ahead.runDue(clock.instant());
        assertThat(ear.heard())
                .last()
                .isInstanceOfSatisfying(
                        Birthday.class,
                        event -> assertThat(event.gift().points()).isEqualTo(250));
        assertThat(ahead.account(ANA).available()).isEqualTo(260);
    }

    @Test
    void a_cap_that_the_message_has_used_up_keeps_no_code_back() {
        LoyaltyEngine engine = engine(
                program().moment("thanks", afterOrder(Duration.ofMinutes(30)).givingReward("thanks-5")),
                Channel.of("email", ear).atMost(1, DAY));
        comes(engine);
        engine.purchase(order(ANA, "1", "10.00")).receipt();
        engine.runDue(clock.instant());
        clock.pass(Duration.ofHours(1));
        engine.runDue(clock.instant());
        engine.runDue(clock.instant());
        assertThat(ear.kinds(ANA)).endsWith("ThankYouDue", "VoucherIssued");
        VoucherIssued issued = (VoucherIssued) ear.heard().get(ear.heard().size() - 1);
        assertThat(issued.messageClass()).isEqualTo(MessageClass.MARKETING);
        assertThat(engine.purchase(order(ANA, "2", "20.00").voucher(issued.code()))
                        .receipt()
                        .discount())
                .isPresent();
    }

    @Test
    void a_channel_that_has_words_for_some_events_only_counts_no_others() {
        LoyaltyEngine engine = engine(
                program()
                        .moment("birthday", onBirthday().givingPoints(250))
                        .moment("thanks", afterOrder(Duration.ofMinutes(30))),
                Channel.of("email", ear).atMost(1, DAY).only(Birthday.class, PointsEarned.class));
        comes(engine);
        clock.set("2026-06-15T10:00:00Z");
        engine.purchase(order(ANA, "1", "10.00")).receipt();
        engine.runDue(clock.instant());
        clock.pass(Duration.ofHours(1));
        engine.runDue(clock.instant());
        assertThat(ear.kinds(ANA)).containsExactlyInAnyOrder("Birthday", "PointsEarned");
        assertThat(engine.notifications().heldBack(10)).isEmpty();
        assertThat(engine.notifications().parked(10)).isEmpty();
    }

    @Test
    void a_tier_that_a_gift_leads_to_is_told_to_who_wants_no_offers() {
        LoyaltyEngine engine = engine(
                program()
                        .tiers(TierLadder.byPointsEarned().base("A").tier("B", 200))
                        .moment("birthday", onBirthday().givingPoints(250)),
                Channel.of("push", ear));
        comes(engine);
        clock.set("2026-06-15T10:00:00Z");
        engine.runDue(clock.instant());
        engine.runDue(clock.instant());
        assertThat(ear.heard()).last().isInstanceOf(TierReached.class);
        assertThat(engine.notifications().heldBack(10)).extracting(Notice::kind).containsExactly("Birthday");
    }

    @Test
    void a_last_day_that_has_passed_while_it_waited_is_no_more_warned_of() {
        LoyaltyEngine engine = engine(
                program().expiry(Expiry.after(Period.ofDays(60))).moment("expiring", beforeExpiry(Period.ofDays(5))),
                Channel.of("email", ear));
        comes(engine);
        engine.purchase(order(ANA, "1", "10.00")).receipt();
        engine.runDue(clock.instant());
        ear.first(event -> {
            throw new IllegalStateException("the mail server is away");
        });
        clock.set("2026-07-30T10:00:00Z");
        engine.runDue(clock.instant());
        ear.first(event -> {});
        clock.set("2026-08-02T10:00:00Z");
        engine.runDue(clock.instant());
        assertThat(ear.heard()).noneMatch(PointsExpiringSoon.class::isInstance);
        assertThat(engine.notifications().heldBack(10))
                .singleElement()
                .satisfies(notice -> assertThat(notice.reason()).contains("too late"));
    }

    @Test
    void points_that_live_no_longer_than_the_notice_are_not_warned_of_when_they_come() {
        LoyaltyEngine engine = engine(
                program().expiry(Expiry.after(Period.ofDays(14))).moment("expiring", beforeExpiry(Period.ofDays(30))),
                Channel.of("email", ear));
        comes(engine);
        engine.purchase(order(ANA, "1", "10.00")).receipt();
        engine.runDue(clock.instant());
        assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "PointsEarned");
    }

    @Test
    void who_begins_to_tell_later_tells_nothing_of_before() {
        LoyaltyEngine silent = LoyaltyEngine.builder(program().build())
                .store(store)
                .clock(clock)
                .tellingNobody()
                .build();
        silent.purchase(order(ANA, "1", "10.00")).receipt();
        assertThat(silent.runDue(clock.instant()).told()).isZero();
        clock.pass(Duration.ofDays(1));
        LoyaltyEngine telling = LoyaltyEngine.builder(program().build())
                .store(store)
                .clock(clock)
                .notifications(ear)
                .tellingFrom(clock.instant())
                .build();
        telling.purchase(order(ANA, "2", "10.00")).receipt();
        telling.runDue(clock.instant());
        assertThat(ear.ids()).containsExactly("ana/2/0");
    }

    @Test
    void an_event_whose_teller_never_comes_back_is_parked_in_the_end() {
        LoyaltyEngine engine = engine(program(), Channel.of("email", ear));
        engine.purchase(order(ANA, "1", "10.00")).receipt();
        for (int death = 0; death < 10; death++) {
            Contact contact = store.contact(ANA).orElseThrow();
            Contact leased = contact.leasedTo(Optional.of("dead-" + death))
                    .with(contact.news()
                            .map(news -> new Contact.News(news.from(), news.through(), 0, 9, news.channels())))
                    .dueAt(Optional.of(clock.instant()));
            assertThat(store.keep(ANA, Optional.of(contact), Optional.of(leased)))
                    .isTrue();
            engine.runDue(clock.instant());
            clock.pass(Duration.ofMinutes(2));
            if (!engine.notifications().parked(1).isEmpty()) {
                break;
            }
        }
        assertThat(engine.notifications().parked(10))
                .first()
                .satisfies(notice -> assertThat(notice.id()).isEqualTo("ana/1/0@email"))
                .satisfies(notice -> assertThat(notice.reason()).contains("never came back"));
    }

    @Test
    void a_closed_engine_books_and_tells_nothing_more() {
        LoyaltyEngine engine = engine(program(), Channel.of("email", ear));
        engine.close();
        engine.purchase(order(ANA, "1", "10.00")).receipt();
        assertThat(engine.runDue(clock.instant()).told()).isZero();
        assertThat(ear.heard()).isEmpty();
        assertThat(store.contact(ANA).orElseThrow().lease()).isEmpty();
        assertThat(store.contacts(Instant.MAX, 1)).hasSize(1);
    }

    @Test
    void a_channel_has_no_at_sign_in_its_name() {
        assertThatThrownBy(() -> engine(program(), Channel.of("mail@shop", ear)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("@");
    }
}
