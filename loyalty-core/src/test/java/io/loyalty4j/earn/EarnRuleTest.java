package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.lineFrom;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.orderIs;
import static io.loyalty4j.earn.Conditions.quantityFrom;
import static io.loyalty4j.earn.Contribution.award;
import static io.loyalty4j.earn.Contribution.multiply;
import static io.loyalty4j.earn.Contribution.none;
import static io.loyalty4j.earn.Contribution.rate;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EarnRuleTest {
    private static Shop with(EarnRule rule) {
        return Shop.with(Shop.program().earn("rule", rule));
    }

    /** What a bonus of 100 is after three pieces of 20.00 were bought and so many came back. */
    private static long kept(Condition<Occasion> when, int returned) {
        Shop shop = with(points(100).perOrder().when(when));
        shop.buys("o-1", line("goods", "20.00").times(3).category("x"), line("other", "1.00"));
        assertThat(shop.available()).isEqualTo(100);
        shop.returns("o-1", "goods", returned);
        return shop.available();
    }

    @Nested
    class AConditionFrozenWithTheOrder {
        @Test
        void ofAnAmountFallsWithTheReturnThatBreaksIt() {
            assertThat(kept(orderFrom("41.00"), 1)).isEqualTo(100);
            assertThat(kept(orderFrom("41.01"), 1)).isZero();
        }

        @Test
        void ofALineHoldsAsLongAsAPieceIsKept() {
            assertThat(kept(anyLine(category("x")), 2)).isEqualTo(100);
            assertThat(kept(anyLine(category("x")), 3)).isZero();
        }

        @Test
        void ofAQuantityOrALinesAmountFallsToo() {
            assertThat(kept(anyLine(quantityFrom(2)), 1)).isEqualTo(100);
            assertThat(kept(anyLine(quantityFrom(2)), 2)).isZero();
            assertThat(kept(anyLine(lineFrom("40.00")), 1)).isEqualTo(100);
            assertThat(kept(anyLine(lineFrom("40.01")), 1)).isZero();
        }

        @Test
        void needsBothOfTwoAndOneOfEither() {
            assertThat(kept(orderFrom("20").and(anyLine(quantityFrom(3))), 1)).isZero();
            assertThat(kept(orderFrom("20").or(anyLine(quantityFrom(3))), 1)).isEqualTo(100);
            assertThat(kept(orderFrom("50").or(anyLine(quantityFrom(3))), 1)).isZero();
            assertThat(kept(orderFrom("50").or(firstOrder()), 2)).isEqualTo(100);
        }

        @Test
        void thatIsDeniedIsNotBrokenByAReturn() {
            assertThat(kept(not(orderFrom("1000")), 2)).isEqualTo(100);
        }

        @Test
        void onALineTakesItsPointsOnceTheLineFallsShort() {
            Shop shop = with(points(1).per("1").on(quantityFrom(2)));
            shop.buys("o-1", line("goods", "20.00").times(3));
            assertThat(shop.returns("o-1", "goods", 1).revoked()).isEqualTo(20);
            assertThat(shop.returns("o-1", "goods", 1).revoked()).isEqualTo(40);
        }

        @Test
        void ofOnesOwnGoesWithTheLastPiece() {
            Condition<Occasion> own =
                    Condition.of("own", occasion -> occasion.amount().amount().intValue() > 50);
            Shop shop = with(points(100).perOrder().when(own));
            shop.buys("o-1", line("goods", "20.00").times(3));
            shop.returns("o-1", "goods", 2);
            assertThat(shop.available()).isEqualTo(100);
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isZero();
        }
    }

    @Nested
    class OncePer {
        private final Shop shop = with(points(25).forActivity("review").oncePer(Window.DAY));

        @Test
        void aDayIsTheProgramsDay() {
            shop.at("2026-11-21T00:00");
            assertThat(shop.does("review", "r-1").earned()).isEqualTo(25);
            assertThat(shop.at("2026-11-21T23:59:59.999").does("review", "r-2").earned())
                    .isZero();
            assertThat(shop.at("2026-11-22").does("review", "r-3").earned()).isEqualTo(25);
        }

        @Test
        void aDayLongAgoIsCountedTooWhenItArrivesLate() {
            Instant longAgo = shop.now().minus(Duration.ofDays(60));
            long earned = Stream.of("r-1", "r-2", "r-3")
                    .map(id -> Activity.of(MemberId.of("ana"), "review", id).at(longAgo))
                    .mapToLong(review -> shop.engine().record(review).receipt().earned())
                    .sum();
            assertThat(earned).isEqualTo(25);
        }

        @Test
        void theDayOfTwentyFiveHoursIsOneDay() {
            assertThat(shop.at(Instant.parse("2026-11-01T05:30:00Z"))
                            .does("review", "r-1")
                            .earned())
                    .isEqualTo(25);
            assertThat(shop.at(Instant.parse("2026-11-01T06:30:00Z"))
                            .does("review", "r-2")
                            .earned())
                    .isZero();
            assertThat(shop.at(Instant.parse("2026-11-02T04:59:59.999Z"))
                            .does("review", "r-3")
                            .earned())
                    .isZero();
            assertThat(shop.at(Instant.parse("2026-11-02T05:00:00Z"))
                            .does("review", "r-4")
                            .earned())
                    .isEqualTo(25);
        }

        @Test
        void aLateOneCountsForItsOwnDay() {
            shop.does("review", "r-1");
            Activity late = Activity.of(Shop.ANA, "review", "r-0").at(Instant.parse("2026-11-20T12:00:00Z"));
            assertThat(shop.engine().record(late).receipt().earned()).isEqualTo(25);
        }

        @Test
        void anOrderReturnedWholeDoesNotCount() {
            Shop orders = with(points(100).perOrder().oncePer(Window.LIFETIME));
            assertThat(orders.buys("o-1", "1.00").earned()).isEqualTo(100);
            assertThat(orders.buys("o-2", "1.00").earned()).isZero();
            orders.cancels("o-1");
            assertThat(orders.buys("o-3", "1.00").earned()).isEqualTo(100);
        }
    }

    @Test
    void theFirstOrderIsTheFirstThatIsNotReturnedWhole() {
        Shop shop = with(points(100).perOrder().when(firstOrder()));
        assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(100);
        shop.returns("o-1", "goods", 1);
        assertThat(shop.available()).isZero();
        assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(100);
        assertThat(shop.buys("o-3", "1.00").earned()).isZero();
    }

    @Nested
    class AFormulaOfOnesOwn {
        private Shop own(Formula formula) {
            return Shop.with(aPointPerDollar().earn("own", formula));
        }

        @Test
        void multipliesAwardsOrRatesWhatItLikes() {
            assertThat(own(occasion -> multiply(2)).buys("o", "10.00").earned()).isEqualTo(20);
            assertThat(own(occasion -> award(5)).buys("o", "10.00").earned()).isEqualTo(15);
            assertThat(own(occasion -> rate(3, "2.00")).buys("o", "10.00").earned())
                    .isEqualTo(25);
            assertThat(own(occasion -> none("it is dry")).buys("o", "10.00").earned())
                    .isEqualTo(10);
        }

        @Test
        void saysWhyInItsOwnWords() {
            assertThat(own(occasion -> award(5).because("for you"))
                            .buys("o", "1.00")
                            .awards())
                    .extracting(Award::why)
                    .contains("for you");
            assertThat(own(occasion -> none("it is dry"))
                            .engine()
                            .quote(Shop.with(aPointPerDollar()).order("o", line("a", "1")))
                            .silent())
                    .extracting(Silence::rule, Silence::why)
                    .contains(tuple("own", "it is dry"));
        }

        @Test
        void mayBeLimitedToSomeLines() {
            Shop shop = own(occasion -> multiply(3).onlyOn(one -> one.sku().startsWith("a"), "a"));
            assertThat(shop.buys("o", line("ab", "10.00"), line("b", "10.00")).earned())
                    .isEqualTo(40);
        }

        @Test
        void thatThrowsFailsTheOrderWithItsNameAndBooksNothing() {
            Shop shop = own(occasion -> {
                throw new IllegalStateException("no weather");
            });
            assertThatThrownBy(() -> shop.buys("o", "1.00"))
                    .isInstanceOfSatisfying(
                            RuleFailedException.class, e -> assertThat(e.rule()).isEqualTo("own"))
                    .hasMessageContaining("no weather");
            assertThat(shop.journal().postings()).isEmpty();
        }

        @Test
        void thatGivesNothingAtAllOrMoreForLessIsNamedToo() {
            assertThatThrownBy(() -> own(occasion -> null).buys("o", "1.00")).isInstanceOf(RuleFailedException.class);
            assertThatThrownBy(() -> own(occasion -> multiply("0.5")).buys("o", "1.00"))
                    .isInstanceOf(RuleFailedException.class);
            assertThatThrownBy(() -> own(occasion -> award(-1)).buys("o", "1.00"))
                    .isInstanceOf(RuleFailedException.class);
        }

        @Test
        void whoseConditionThrowsIsNamedToo() {
            Condition<Occasion> broken = Condition.of("broken", occasion -> occasion.number("age") > 18);
            Shop shop = with(points(1).perOrder().when(broken));
            assertThatThrownBy(
                            () -> shop.buys(shop.order("o", line("a", "1.00")).with("age", "old")))
                    .isInstanceOfSatisfying(
                            RuleFailedException.class, e -> assertThat(e.rule()).isEqualTo("rule"));
            Shop rewards = Shop.with(
                    aPointPerDollar().reward("r", Reward.discount("1").costs(1).when(broken)));
            Quote quote =
                    rewards.engine().quote(rewards.order("o", line("a", "1.00")).with("age", "old"));
            assertThatThrownBy(quote::rewards)
                    .isInstanceOfSatisfying(
                            RuleFailedException.class, e -> assertThat(e.rule()).isEqualTo("r"));
        }

        @Test
        void forAnActivityGivesFixedPointsOnly() {
            Shop shop = with(rule(occasion -> award(occasion.number("stars"))).forActivity("review"));
            Activity review = Activity.of(Shop.ANA, "review", "r").with("stars", 5);
            assertThat(shop.engine().record(review).receipt().earned()).isEqualTo(5);
            Shop wrong = with(rule(occasion -> multiply(2)).forActivity("review"));
            assertThatThrownBy(() -> wrong.does("review", "r")).isInstanceOf(RuleFailedException.class);
        }
    }

    @Test
    void isPutIntoWordsOnlyWhenSomebodyAsks() {
        AtomicInteger described = new AtomicInteger();
        Condition<Occasion> never = new Condition<>() {
            @Override
            public boolean test(Occasion occasion) {
                return false;
            }

            @Override
            public String describe() {
                described.incrementAndGet();
                return "never";
            }
        };
        Shop shop =
                Shop.with(aPointPerDollar().earn("never", points(9).perOrder().when(never)));
        Quote quote = shop.engine().quote(shop.order("o", line("a", "1.00")));
        shop.buys("o", "1.00");
        assertThat(described).hasValue(0);
        assertThat(quote.silent()).hasSize(1);
        assertThat(described).hasPositiveValue();
    }

    @Nested
    class AQuoteSays {
        private final Shop shop = Shop.with(aPointPerDollar()
                .excluding(category("gift-card"))
                .earn("big", points(200).perOrder().when(orderFrom("50.00")))
                .earn("early", points(1).perOrder().from("2027-01-01"))
                .earn("late", points(1).perOrder().through("2025-01-01"))
                .earn("app", points(1).perOrder().when(orderIs("channel", "app")))
                .earn("tier", points(1).perOrder().when(inTier("MEMBER").negate()))
                .earn("scent", points(1).perOrder().on(category("fragrance"))));

        private String why(Quote quote, String rule) {
            return quote.silent().stream()
                    .filter(each -> each.rule().equals(rule))
                    .findFirst()
                    .orElseThrow()
                    .why();
        }

        @Test
        void whyRulesGiveNothing() {
            Quote quote = shop.engine().quote(shop.order("o", line("soap", "37.50")));
            assertThat(why(quote, "big")).isEqualTo("not met: an order of 50.00 or more");
            assertThat(why(quote, "early")).isEqualTo("begins 2027-01-01");
            assertThat(why(quote, "late")).isEqualTo("ended 2025-01-01");
            assertThat(why(quote, "app")).isEqualTo("not met: channel app");
            assertThat(why(quote, "tier")).isEqualTo("not met: not tier MEMBER");
            assertThat(why(quote, "scent")).isEqualTo("no line with category fragrance");
        }

        @Test
        void whatIsExcluded() {
            Quote quote =
                    shop.engine().quote(shop.order("o", line("card", "60.00").category("gift-card")));
            assertThat(why(quote, "base")).isEqualTo("excluded: category gift-card");
            assertThat(quote.points()).isZero();
        }

        @Test
        void whatIsNear() {
            Quote quote = shop.engine().quote(shop.order("o", line("soap", "37.50")));
            assertThat(quote.hints())
                    .extracting(Hint::of, Hint::toString)
                    .contains(tuple("big", "12.50 USD more for 200 points"));
            assertThat(quote.explain().lines())
                    .allMatch(row -> row.length() <= 100)
                    .anyMatch(row -> row.contains("12.50 USD more"));
        }

        @Test
        void itInTheRulesOwnWords() {
            Shop own = with(points(200).perOrder().when(orderFrom("50")).describedAs("a big thank you"));
            assertThat(own.engine().quote(own.order("o", line("a", "49.00"))).hints())
                    .extracting(Hint::gain)
                    .containsExactly(Reason.of("custom", "a big thank you"));
            assertThat(own.buys("o", "50.00").awards()).extracting(Award::why).containsExactly("a big thank you");
        }
    }
}
