package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.ANA;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.AttemptLimiter;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.VoucherNotAccepted;
import io.loyalty4j.shop.StatusChange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of a thank-you after an order: given, used once, and gone with what it was given for. */
class VoucherCodeUseTest {
    private static final Refusal NO = new VoucherNotAccepted();

    private final Shop shop = Shop.with(thanks());

    private static ProgramBuilder thanks() {
        return aPointPerDollar()
                .earn("thanks", reward("thanks-5").when(orderFrom("50.00")))
                .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofHours(36)));
    }

    private String thanked(String order) {
        return code(shop.passes(Duration.ofMillis(1)).buys(order, "50.00"));
    }

    private static String code(Receipt receipt) {
        assertThat(receipt.vouchers()).hasSize(1);
        return receipt.vouchers().get(0).code().orElseThrow();
    }

    private Order order(String id, String code) {
        return shop.order(id, line("cake", "20.00").times(2)).voucher(code);
    }

    private void takes(String id, String code) {
        assertThat(shop.tries(order(id, code)).receipt().discount()).hasToString("Optional[5.00 USD]");
    }

    private void refuses(String id, String code) {
        assertThat(shop.engine().quote(order(id, code)).refusal()).contains(NO);
        assertThat(shop.engine().reserve(order(id, code)).refusal()).contains(NO);
        assertThat(shop.engine().purchase(order(id, code)).refusal()).contains(NO);
    }

    @Nested
    class ThankYou {
        /** Known answer X5. */
        @Test
        void isGoodOnceAndForItsHoursFromTheOrderNotFromTheFirstView() {
            String first = thanked("A-1");
            Instant given = shop.now();
            String second = thanked("A-2");
            shop.at(given.plus(Duration.ofHours(36)).minusMillis(1));
            shop.engine()
                    .purchase(shop.order("A-1", line("goods", "50.00")))
                    .receipt()
                    .vouchers();
            takes("B-1", first);
            refuses("B-2", first);
            shop.at(given.plus(Duration.ofHours(36)).plusMillis(1));
            refuses("B-3", second);
        }

        @Test
        void hasTermsThatAreFixedWhenItIsGiven() {
            String code = thanked("A-1");
            shop.passes(Duration.ofHours(30))
                    .adopts(thanks().without("thanks-5")
                            .without("thanks")
                            .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofHours(1))));
            takes("B-1", code);
        }

        @Test
        void isShownAgainWithTheSameCodeByAReplayAndByAnEngineWithALaterKey() {
            String code = thanked("A-1");
            Order again = shop.order("A-1", line("goods", "50.00"));
            Receipt replayed = shop.engine().purchase(again).receipt();
            assertThat(replayed.vouchers()).first().satisfies(voucher -> {
                assertThat(voucher.code()).contains(code);
                assertThat(voucher.reward()).isEqualTo("thanks-5");
                assertThat(voucher.until()).isEqualTo(shop.now().plus(Duration.ofHours(36)));
            });
            VoucherKey later = VoucherKey.of("also not a secret, since it is here".getBytes(StandardCharsets.UTF_8));
            LoyaltyEngine rotated = LoyaltyEngine.builder(shop.current())
                    .store(shop.store())
                    .voucherKey(later.replacing(Shop.KEY))
                    .build();
            assertThat(code(rotated.purchase(again).receipt())).isEqualTo(code);
            LoyaltyEngine other = LoyaltyEngine.builder(shop.current())
                    .store(shop.store())
                    .voucherKey(later)
                    .build();
            assertThat(other.purchase(again).receipt().vouchers().get(0).code()).isEmpty();
        }

        @Test
        void hasNoCodeWithoutAKeyAndIsRedeemedByItsName() {
            LoyaltyEngine keyless =
                    LoyaltyEngine.builder(shop.current()).store(shop.store()).build();
            assertThat(keyless.purchase(shop.order("A-1", line("goods", "50.00")))
                            .receipt()
                            .vouchers())
                    .isEmpty();
            assertThat(keyless.purchase(shop.order("B-1", line("cake", "20.00")).redeem("thanks-5"))
                            .receipt()
                            .discount())
                    .isPresent();
        }

        @Test
        void isToldByNoPostingAccountReceiptOrRecord() {
            Receipt receipt = shop.buys("A-1", "50.00");
            String code = code(receipt);
            takes("B-1", code);
            String all = receipt + " " + receipt.vouchers() + receipt.explain()
                    + shop.journal().postings() + shop.account() + order("x", code)
                    + shop.journal().statement();
            assertThat(all).doesNotContain(code).doesNotContain(code.replace("-", ""));
        }

        @Test
        void isALineOfTheStatement() {
            shop.buys("A-1", "50.00");
            assertThat(shop.journal().statement().get(0).text())
                    .isEqualTo("order A-1: 50 earned, 1 with a code for thanks-5");
        }
    }

    @Nested
    class ACode {
        @Test
        void isTakenHoweverItIsTyped() {
            String code = thanked("A-1");
            takes("B-1", " " + code.toLowerCase(Locale.ROOT).replace("-", " ").replace("0", "o"));
        }

        @Test
        void thatIsUnknownMalformedUsedExpiredOrAnothersIsRefusedAlike() {
            String used = thanked("A-1");
            takes("B-1", used);
            String expired = thanked("A-2");
            shop.passes(Duration.ofDays(4));
            LoyaltyEngine engine = open();
            MemberId bob = MemberId.of("bob");
            String anothers =
                    code(engine.purchase(Order.of(bob, "A-1").currency("USD").line(line("goods", "50.00")))
                            .receipt());
            String unknown = Shop.KEY.code(bob, "order/none@1", 0).text();
            for (String code : List.of(used, expired, anothers, unknown, "", "hello", "0".repeat(26))) {
                Order order = order("B-9", code);
                Quote quote = engine.quote(order);
                assertThat(quote.refusal()).contains(NO);
                assertThat(quote.toPay()).hasToString("40.00 USD");
                assertThat(engine.reserve(order).refusal()).contains(NO);
                assertThat(engine.purchase(order).refusal()).contains(NO);
                assertThat(engine.executeAll(List.of(order)).get(0).refusal()).contains(NO);
            }
            assertThat(NO.facts()).isEmpty();
            assertThat(NO.code()).isEqualTo("voucher-not-accepted");
        }

        private LoyaltyEngine open() {
            Instant now = shop.now();
            return LoyaltyEngine.builder(shop.current())
                    .store(shop.store())
                    .clock(Clock.fixed(now, ZoneOffset.UTC))
                    .voucherKey(Shop.KEY)
                    .voucherAttempts(AttemptLimiter.none())
                    .build();
        }

        @Test
        void thatIsGoodIsStillHeldToTheRewardsConditions() {
            String code = thanked("A-1");
            assertThat(shop.tries(shop.order("B-1", line("pin", "4.00")).voucher(code))
                            .refusal())
                    .containsInstanceOf(Refusal.OrderTooSmall.class);
            takes("B-2", code);
        }

        @Test
        void isInAnOrderOnceAndThereAreAtMostTenWithTheRewards() {
            Order twice = order("B-1", "a").voucher("A ");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> shop.engine().quote(twice))
                    .withMessageContaining("vouchers")
                    .withMessageContaining("the same code twice");
            Order many = order("B-1", "x");
            for (int i = 0; i < 5; i++) {
                many = many.voucher("c" + i).redeem("thanks-5");
            }
            Order eleven = many;
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> shop.engine().quote(eleven))
                    .withMessageContaining("more than 10");
        }

        @Test
        void isGoodOnceThoughAnotherVoucherOfTheSameInstantIsThere() {
            String first = code(shop.buys("A-1", "50.00"));
            String second = code(shop.buys("A-2", "50.00"));
            takes("B-1", first);
            refuses("B-2", first);
            takes("B-2", second);
        }

        @Test
        void isOneOfManyWhereAnOrderGivesSeveralAndTheLastGoFirst() {
            Shop cafe = Shop.with(
                    thanks().earn("card", stampCard(2).givingReward("thanks-5").on(category("cup"))));
            List<String> codes = cafe.buys("A-1", line("cup", "3.00").times(6).category("cup")).vouchers().stream()
                    .flatMap(voucher -> voucher.code().stream())
                    .toList();
            assertThat(codes).hasSize(3).doesNotHaveDuplicates();
            cafe.returns("A-1", "cup", 1);
            assertThat(codes.stream()
                            .map(code -> cafe.engine()
                                    .quote(cafe.order("B-1", line("cake", "9.00"))
                                            .voucher(code))
                                    .refusal()
                                    .isEmpty()))
                    .containsExactly(true, true, false);
        }

        @Test
        void opensTheVoucherItWasGivenWithAndNoOther() {
            String first = thanked("A-1");
            String second = thanked("A-2");
            takes("B-1", second);
            takes("B-2", first);
            refuses("B-3", second);
        }

        @Test
        void isNotGoodWhereItsVoucherWasRedeemedByName() {
            String code = thanked("A-1");
            shop.buys(shop.order("B-1", line("cake", "20.00")).redeem("thanks-5"));
            refuses("B-2", code);
            shop.cancels("B-1");
            takes("B-3", code);
        }

        @Test
        void andANameTakeTwoVouchers() {
            String code = thanked("A-1");
            assertThat(shop.tries(order("B-1", code).redeem("thanks-5")).refusal())
                    .containsInstanceOf(Refusal.RewardNotOffered.class);
            thanked("A-2");
            assertThat(shop.tries(order("B-2", code).redeem("thanks-5"))
                            .receipt()
                            .discount())
                    .hasToString("Optional[10.00 USD]");
            assertThat(shop.account().vouchers("thanks-5")).isZero();
        }
    }

    @Nested
    class WhileItIsReserved {
        @Test
        void itIsForThatOrderAlone() {
            String code = thanked("A-1");
            shop.reserves(order("B-1", code)).receipt();
            refuses("B-2", code);
            assertThat(shop.tries(shop.order("B-3", line("cake", "9.00")).redeem("thanks-5"))
                            .refusal())
                    .containsInstanceOf(Refusal.RewardNotOffered.class);
            takes("B-1", code);
            refuses("B-2", code);
        }

        @Test
        void reservedAgainItIsTheSameHold() {
            String code = thanked("A-1");
            shop.reserves(order("B-1", code)).receipt();
            assertThat(shop.reserves(order("B-1", code))).isInstanceOf(Outcome.Replayed.class);
        }

        @Test
        void anotherMayTakeItsPlaceAndItIsGoodAgain() {
            String first = thanked("A-1");
            String second = thanked("A-2");
            shop.reserves(order("B-1", first)).receipt();
            shop.reserves(order("B-1", second)).receipt();
            takes("B-2", first);
            refuses("B-3", second);
            takes("B-1", second);
        }

        @Test
        void itOutlivesItsEndAsLongAsTheHold() {
            String code = thanked("A-1");
            shop.passes(Duration.ofHours(36)).at(shop.now().minusMillis(1));
            shop.reserves(order("B-1", code)).receipt();
            shop.passes(Duration.ofMinutes(5));
            takes("B-1", code);
        }

        @Test
        void itIsGoodAgainWhenTheHoldHasTimedOutOrIsCancelled() {
            String code = thanked("A-1");
            shop.reserves(order("B-1", code)).receipt();
            shop.passes(Duration.ofHours(2));
            shop.reserves(order("B-2", code)).receipt();
            shop.cancels("B-2");
            takes("B-3", code);
        }

        @Test
        void andItsCauseComesBackThenTheNextOnePaysForIt() {
            String code = thanked("A-1");
            shop.reserves(order("B-1", code)).receipt();
            shop.cancels("A-1");
            takes("B-1", code);
            assertThat(shop.buys("A-2", "50.00").vouchers()).isEmpty();
            assertThat(shop.account().vouchers("thanks-5")).isZero();
            takes("B-5", thanked("A-3"));
        }
    }

    @Nested
    class WhenSomethingComesBack {
        @Test
        void itIsDeadWithItsCause() {
            String code = thanked("A-1");
            shop.returns("A-1", "goods", 1);
            refuses("B-1", code);
        }

        @Test
        void anotherOfTheSameInstantIsNotDead() {
            String first = code(shop.buys("A-1", "50.00"));
            String second = code(shop.buys("A-2", "50.00"));
            shop.cancels("A-1");
            refuses("B-1", first);
            takes("B-2", second);
        }

        @Test
        void usedItIsOwedByTheNextOne() {
            String code = thanked("A-1");
            takes("B-1", code);
            shop.cancels("A-1");
            shop.passes(Duration.ofSeconds(1));
            assertThat(shop.buys("A-2", "50.00").vouchers()).isEmpty();
            takes("B-2", thanked("A-3"));
        }

        @Test
        void itIsGoodAgainWithTheWholeOrderThatUsedItAndNotWithAPart() {
            String code = thanked("A-1");
            takes("B-1", code);
            shop.returns("B-1", "cake", 1);
            refuses("B-2", code);
            shop.returns("B-1", "cake", 1);
            takes("B-3", code);
            shop.cancels("B-3");
            takes("B-4", code);
            refuses("B-5", code);
        }

        @Test
        void itIsNotGoodAgainWhereItsCauseCameBackToo() {
            String code = thanked("A-1");
            takes("B-1", code);
            shop.cancels("A-1");
            shop.cancels("B-1");
            refuses("B-2", code);
        }
    }

    @Nested
    class AnEdit {
        @Test
        void keepsTheCodeItStillUsesAndGivesBackTheOneItDrops() {
            String code = thanked("A-1");
            takes("B-1", code);
            shop.buys(order("B-1", code).line(line("tea", "3.00")).revision(2));
            refuses("B-2", code);
            shop.buys(shop.order("B-1", line("tea", "3.00")).revision(3));
            takes("B-3", code);
        }

        @Test
        void takesAnotherCodeInItsPlace() {
            String first = thanked("A-1");
            String second = thanked("A-2");
            takes("B-1", first);
            shop.buys(order("B-1", second).revision(2));
            takes("B-2", first);
            refuses("B-3", second);
        }

        @Test
        void namesTheRewardInsteadAndStaysPaid() {
            String code = thanked("A-1");
            takes("B-1", code);
            shop.buys(
                    shop.order("B-1", line("cake", "20.00")).redeem("thanks-5").revision(2));
            refuses("B-2", code);
            shop.buys(order("B-1", code).revision(3));
            refuses("B-3", code);
            shop.cancels("B-1");
            takes("B-4", code);
        }

        @Test
        void ofItsCauseLeavesItAndGivesNoSecond() {
            String code = thanked("A-1");
            Receipt edited = shop.buys(shop.order("A-1", line("goods", "60.00")).revision(2));
            assertThat(edited.vouchers()).isEmpty();
            takes("B-1", code);
            assertThat(shop.buys(shop.order("A-1", line("goods", "70.00")).revision(3))
                            .vouchers())
                    .isEmpty();
            refuses("B-2", code);
        }

        @Test
        void ofItsCauseTakesItAndGivesItAgain() {
            String code = thanked("A-1");
            shop.buys(shop.order("A-1", line("goods", "40.00")).revision(2));
            refuses("B-1", code);
            assertThat(shop.buys(shop.order("A-1", line("goods", "50.00")).revision(3))
                            .vouchers())
                    .isEmpty();
            takes("B-2", code);
        }

        @Test
        void ofItsCauseThatWasUsedLeavesTheOthersOfTheReward() {
            String first = thanked("A-1");
            String second = thanked("A-2");
            takes("B-1", first);
            shop.buys(shop.order("A-1", line("goods", "60.00")).revision(2));
            takes("B-2", second);
        }

        @Test
        void thatReachesTheMinimumGivesACode() {
            shop.buys("A-1", "40.00");
            String code =
                    code(shop.buys(shop.order("A-1", line("goods", "50.00")).revision(2)));
            takes("B-1", code);
        }
    }

    @Nested
    class AMember {
        private final MemberId bob = MemberId.of("bob");

        private Order of(MemberId member, String id, String price) {
            return Order.of(member, id).currency("USD").line(line("goods", price));
        }

        @Test
        void takesTheirCodesAlongToAnotherAccount() {
            String code = thanked("A-1");
            String dead = thanked("A-2");
            shop.cancels("A-2");
            shop.engine().purchase(of(bob, "A-1", "10.00")).receipt();
            shop.says(Merge.of(ANA, "case-9").into(bob).by("agent").because("two cards"));
            assertThat(shop.engine()
                            .purchase(of(bob, "B-0", "20.00").voucher(dead))
                            .refusal())
                    .contains(NO);
            assertThat(shop.engine()
                            .purchase(of(bob, "B-1", "20.00").voucher(code))
                            .receipt()
                            .discount())
                    .isPresent();
            assertThat(shop.engine()
                            .purchase(of(bob, "B-2", "20.00").voucher(code))
                            .refusal())
                    .contains(NO);
            assertThat(shop.engine().journal(bob).verify().findings()).isEmpty();
        }

        @Test
        void losesTheCodeThereWhenItsCauseComesBackToTheOldAccount() {
            String code = thanked("A-1");
            shop.engine().purchase(of(bob, "A-1", "10.00")).receipt();
            shop.says(Merge.of(ANA, "case-9").into(bob).by("agent").because("two cards"));
            shop.engine().cancel(of(bob, "A-1", "10.00")).receipt();
            assertThat(shop.engine()
                            .quote(of(bob, "B-1", "20.00").voucher(code))
                            .refusal())
                    .as("an order of the same id is none of its business")
                    .isEmpty();
            shop.cancels("A-1");
            assertThat(shop.engine()
                            .quote(of(bob, "B-1", "20.00").voucher(code))
                            .refusal())
                    .contains(NO);
        }

        @Test
        void hasTheCodeThereWhenTheOrderThatUsedItComesBackToTheOldAccount() {
            String code = thanked("A-1");
            takes("B-1", code);
            shop.engine().purchase(of(bob, "A-1", "10.00")).receipt();
            shop.says(Merge.of(ANA, "case-9").into(bob).by("agent").because("two cards"));
            shop.cancels("B-1");
            assertThat(shop.engine()
                            .purchase(of(bob, "B-1", "20.00").voucher(code))
                            .receipt()
                            .discount())
                    .isPresent();
        }

        @Test
        void whoLeavesHasNoCodes() {
            String code = thanked("A-1");
            shop.says(StatusChange.close(ANA, "x-1").by("agent").because("asked"));
            assertThat(shop.tries(order("B-1", code)).refusal()).containsInstanceOf(Refusal.AccountBlocked.class);
        }

        @Test
        void whoIsFrozenPaysWithACodeThatIsReserved() {
            String code = thanked("A-1");
            shop.reserves(order("B-1", code)).receipt();
            shop.says(StatusChange.freeze(ANA, "x-1").by("agent").because("stolen"));
            takes("B-1", code);
        }
    }

    @Test
    void anotherProgramWouldHaveTakenTheSameCodesWithoutTheKey() {
        String code = thanked("A-1");
        takes("B-1", code);
        assertThat(shop.journal().under(shop.current()).journal().postings())
                .isEqualTo(shop.journal().postings());
    }
}
