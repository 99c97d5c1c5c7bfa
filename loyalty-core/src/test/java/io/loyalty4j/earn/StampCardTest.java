package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StampCardTest {
    private static ProgramBuilder card(EarnRule card) {
        return Shop.program().earn("card", card);
    }

    private static ProgramBuilder coffee(int stamps, long worth) {
        return card(stampCard(stamps).givingPoints(worth).on(category("coffee")));
    }

    private static OrderLine cups(int pieces) {
        return line("cup", "3.00").times(pieces).category("coffee");
    }

    private static long stamps(Shop shop) {
        Counter card = shop.account().counters().get("card/card");
        return card == null ? 0 : card.value();
    }

    @Nested
    class OfNineStamps {
        private final Shop shop = Shop.with(coffee(9, 100));

        @Test
        void isFullWithTheNinth() {
            for (int i = 1; i <= 8; i++) {
                assertThat(shop.buys("o-" + i, cups(1)).earned()).isZero();
            }
            assertThat(stamps(shop)).isEqualTo(8);
            assertThat(shop.buys("o-9", cups(1)).earned()).isEqualTo(100);
            assertThat(stamps(shop)).isZero();
            assertThat(shop.buys("o-10", cups(1)).earned()).isZero();
        }

        @Test
        void takesAPieceForAStampAndNothingElse() {
            shop.buys("o-1", cups(4), line("cake", "3.00").times(9));
            assertThat(stamps(shop)).isEqualTo(4);
        }

        @Test
        void canBeFilledSeveralTimesByOneOrder() {
            shop.buys("o-1", cups(5));
            assertThat(shop.buys("o-2", cups(25)).awards())
                    .extracting(Award::rule, Award::points, Award::why)
                    .containsExactly(tuple("card", 300L, "a full card of 9 stamps"));
            assertThat(stamps(shop)).isEqualTo(3);
        }

        @Test
        void saysHowFarItIs() {
            shop.buys("o-1", cups(5));
            Quote quote = shop.engine().quote(shop.order("o-2", cups(2)));
            assertThat(quote.silent())
                    .extracting(Silence::rule, Silence::why)
                    .containsExactly(tuple("card", "the card had 5 of 9 stamps and is not full"));
            assertThat(stamps(shop)).isEqualTo(5);
        }

        @Test
        void isEachMembersOwn() {
            shop.buys("o-1", cups(8));
            assertThat(shop.engine()
                            .purchase(Order.of(MemberId.of("ben"), "o-1")
                                    .currency("USD")
                                    .line(cups(1)))
                            .receipt()
                            .earned())
                    .isZero();
        }
    }

    @Nested
    class WithLimits {
        @Test
        void anOrderBringsAtMostSoManyStamps() {
            Shop shop = Shop.with(card(stampCard(9)
                    .givingPoints(100)
                    .on(category("coffee"))
                    .atMostTimes(2)
                    .perOrder()));
            shop.buys("o-1", cups(25));
            assertThat(stamps(shop)).isEqualTo(2);
            shop.returns("o-1", "cup", 23);
            assertThat(stamps(shop)).isEqualTo(2);
            shop.returns("o-1", "cup", 1);
            assertThat(stamps(shop)).isEqualTo(1);
        }

        @Test
        void oneADayIsOneStampADayAlsoWhileTheCardIsNotFull() {
            Shop shop = Shop.with(
                    card(stampCard(3).givingPoints(50).forActivity("visit").oncePer(DAY)));
            shop.at("2026-11-21").does("visit", "v-1");
            shop.does("visit", "v-2");
            assertThat(stamps(shop)).isEqualTo(1);
            shop.at("2026-11-22").does("visit", "v-3");
            assertThat(stamps(shop)).isEqualTo(2);
            assertThat(shop.does("visit", "v-4").earned()).isZero();
            assertThat(shop.at("2026-11-23").does("visit", "v-5").earned()).isEqualTo(50);
        }
    }

    @Test
    void anActivityIsAStamp() {
        Shop shop = Shop.with(card(stampCard(3).givingPoints(50).forActivity("visit")));
        assertThat(shop.does("visit", "v-1").earned()).isZero();
        assertThat(shop.does("visit", "v-1").earned()).isZero();
        assertThat(shop.does("visit", "v-2").earned()).isZero();
        assertThat(shop.does("visit", "v-3").earned()).isEqualTo(50);
    }

    @Nested
    class AfterTheProgramHasChanged {
        private final Shop shop = Shop.with(coffee(9, 100));

        @Test
        void theOpenCardKeepsItsTermsAndTheNextHasTheNewOnes() {
            shop.buys("o-1", cups(5));
            shop.passes(Period.ofDays(1)).adopts(coffee(3, 20));
            assertThat(shop.buys("o-2", cups(3)).earned()).isZero();
            assertThat(shop.buys("o-3", cups(1)).earned()).isEqualTo(100);
            assertThat(shop.buys("o-4", cups(3)).earned()).isEqualTo(20);
        }

        @Test
        void anOrderThatFillsTheOldCardGoesOnWithNewOnes() {
            shop.buys("o-1", cups(5));
            shop.passes(Period.ofDays(1)).adopts(coffee(3, 20));
            assertThat(shop.buys("o-2", cups(4 + 3 + 3 + 1)).earned()).isEqualTo(140);
            assertThat(stamps(shop)).isEqualTo(1);
            shop.returns("o-2", "cup", 2);
            assertThat(shop.available()).isEqualTo(120);
            assertThat(stamps(shop)).isEqualTo(2);
        }

        @Test
        void aCardThatIsEmptyHasTheNewTerms() {
            shop.buys("o-1", cups(9));
            shop.passes(Period.ofDays(1)).adopts(coffee(3, 20));
            assertThat(shop.buys("o-2", cups(3)).earned()).isEqualTo(20);
        }

        @Test
        void whatComesBackOfAnOldOrderLeavesTheTermsOfTheOpenCardAlone() {
            shop.buys("o-1", cups(3));
            shop.buys("o-2", cups(6));
            shop.passes(Period.ofDays(1)).adopts(coffee(4, 20));
            shop.buys("o-3", cups(2));
            shop.returns("o-1", "cup", 1);
            assertThat(stamps(shop)).isEqualTo(1);
            assertThat(shop.buys("o-4", cups(3)).earned()).isEqualTo(20);
        }
    }

    @Nested
    class WhenGoodsComeBack {
        private final Shop shop = Shop.with(coffee(9, 100));

        @Test
        void theirStampsGoPieceByPiece() {
            shop.buys("o-1", cups(5));
            shop.returns("o-1", "cup", 2);
            assertThat(stamps(shop)).isEqualTo(3);
            shop.cancels("o-1");
            assertThat(stamps(shop)).isZero();
        }

        @Test
        void theCardThatTheyFilledIsOpenAgain() {
            shop.buys("o-1", cups(5));
            shop.buys("o-2", cups(4));
            shop.returns("o-2", "cup", 1);
            assertThat(shop.available()).isZero();
            assertThat(stamps(shop)).isEqualTo(8);
            assertThat(shop.buys("o-3", cups(1)).earned()).isEqualTo(100);
        }

        @Test
        void stampsOfAnEarlierOrderAreOwedAndTheFullCardStays() {
            shop.buys("o-1", cups(5));
            shop.buys("o-2", cups(4));
            shop.cancels("o-1");
            assertThat(shop.available()).isEqualTo(100);
            assertThat(stamps(shop)).isEqualTo(-5);
            assertThat(shop.buys("o-3", cups(9)).earned()).isZero();
            assertThat(shop.buys("o-4", cups(5)).earned()).isEqualTo(100);
        }

        @Test
        void anOrderThatFindsMoreThanACardFullLeavesAllOfItWhenItGoes() {
            shop.buys("o-1", cups(5));
            shop.buys("o-2", cups(4));
            shop.buys("o-3", cups(3));
            shop.returns("o-2", "cup", 1);
            assertThat(stamps(shop)).isEqualTo(11);
            assertThat(shop.buys("o-4", cups(1)).earned()).isEqualTo(100);
            assertThat(stamps(shop)).isEqualTo(3);
            shop.cancels("o-4");
            assertThat(stamps(shop)).isEqualTo(11);
            assertThat(shop.available()).isZero();
        }

        @Test
        void whatCameBackBeforeTheOrderBringsNoStamp() {
            shop.buys("o-0", cups(1));
            shop.returns("o-1", "cup", 3);
            shop.buys("o-1", cups(5));
            assertThat(stamps(shop)).isEqualTo(3);
        }
    }

    /** Random orders and returns: the way back makes no difference. */
    @Nested
    class AnyPartitionOfReturns {
        private final long seed = Long.getLong("loyalty4j.laws.seed", 20261121L);

        @Test
        void endsWithTheSameStampsAndPoints() {
            for (int i = 0; i < 60; i++) {
                Random random = new Random(seed + i);
                List<Integer> orders = random.ints(5, 0, 12).boxed().toList();
                List<Integer> back = new ArrayList<>();
                for (int order = 0; order < orders.size(); order++) {
                    int pieces = orders.get(order) == 0 ? 0 : random.nextInt(orders.get(order) + 1);
                    back.addAll(Collections.nCopies(pieces, order));
                }
                assertThat(end(orders, shuffled(back, random)))
                        .as("seed " + (seed + i))
                        .isEqualTo(end(orders, shuffled(back, random)))
                        .isEqualTo(end(orders, back));
            }
        }

        private static List<Integer> shuffled(List<Integer> list, Random random) {
            List<Integer> shuffled = new ArrayList<>(list);
            Collections.shuffle(shuffled, random);
            return shuffled;
        }

        private static String end(List<Integer> orders, List<Integer> back) {
            Shop shop = Shop.with(Shop.program()
                    .earn("base", points(1).per("1.00"))
                    .earn("card", stampCard(4).givingPoints(50).on(category("coffee"))));
            for (int i = 0; i < orders.size(); i++) {
                if (orders.get(i) > 0) {
                    shop.buys("o-" + i, cups(orders.get(i)), line("cake", "1.00"));
                }
            }
            back.forEach(order -> shop.returns("o-" + order, "cup", 1));
            return shop.available() + " points, " + shop.account().debt() + " owed, " + stamps(shop) + " stamps";
        }
    }
}
