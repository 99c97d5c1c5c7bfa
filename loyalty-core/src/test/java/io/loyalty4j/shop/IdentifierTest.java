package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that somebody means harm with: FAULTS 73. */
class IdentifierTest {
    private static final MemberId ANA = MemberId.of("ana");

    static String[] hostile() {
        return new String[] {
            "",
            " ",
            "a b",
            "a ",
            "\u0000",
            "a\u0000",
            "\uD800",
            "a\uDC00b",
            "\u202Egnp.exe",
            "a\r\nINFO booked 1000000 points",
            "a\n",
            "\t",
            "\u2028",
            "\u00A0",
            "caf\u00E9",
            "\uD83D\uDE00",
            "~guest",
            "~1",
            "\u007F",
            "x".repeat(65),
            "x".repeat(10_000_000)
        };
    }

    static String[] odd() {
        return new String[] {
            "'; DROP",
            "';DROP--",
            "${jndi:ldap://x}",
            "A-1001",
            "a/b@c#d%e",
            "<script>",
            "\\",
            "\"",
            "x~",
            "0",
            "x".repeat(64)
        };
    }

    private static void refused(Command command) {
        assertThatThrownBy(() -> InputCheck.valid(command)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(1_000);
            assertThat(e.getMessage().chars()).allMatch(c -> c >= ' ' && c < 0x7F);
        });
    }

    @Nested
    class HostileOnes {
        private static final String ALL = "io.loyalty4j.shop.IdentifierTest#hostile";

        @ParameterizedTest
        @MethodSource(ALL)
        void areNoMembers(String id) {
            if (!id.equals("~guest")) {
                assertThatThrownBy(() -> MemberId.of(id))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a member's id " + Identifier.WORDS);
            }
        }

        @ParameterizedTest
        @MethodSource(ALL)
        void areNoOrdersLinesOrRewards(String id) {
            refused(Order.of(ANA, id));
            refused(Order.of(ANA, "o-1")
                    .currency("USD")
                    .line(OrderLine.of("soap", "1.00").id(id)));
            refused(Order.of(ANA, "o-1").redeem(id));
            refused(Order.of(ANA, id).reservation());
            refused(Order.of(ANA, id).cancellation());
        }

        @ParameterizedTest
        @MethodSource(ALL)
        void areNoReturnsOrActivities(String id) {
            refused(Refund.of(Order.of(ANA, id), "rma").line("soap", 1));
            refused(Refund.of(Order.of(ANA, "o-1"), id).line("soap", 1));
            refused(Refund.of(Order.of(ANA, "o-1"), "rma").line(id, 1));
            refused(Activity.of(ANA, id, "r-1"));
            refused(Activity.of(ANA, "review", id));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\u0000", "\uD800", "\u202Egnp", "a\r\nb", "\u2028", "\u00A0", "\u007F", "\u200B"})
        void areNoWordsForGoodsEither(String word) {
            refused(Order.of(ANA, "o")
                    .currency("USD")
                    .line(OrderLine.of(word, "1.00").id("x")));
            OrderLine soap = OrderLine.of("soap", "1.00");
            refused(Order.of(ANA, "o").currency("USD").line(soap.category(word)));
            refused(Order.of(ANA, "o").currency("USD").line(soap.brand(word)));
            refused(Order.of(ANA, "o").currency("USD").line(soap.with(word, "x")));
            refused(Order.of(ANA, "o").currency("USD").line(soap.with("x", word)));
            refused(Order.of(ANA, "o").with(word, "x"));
            refused(Order.of(ANA, "o").with("x", word));
            refused(Activity.of(ANA, "review", "r").with(word, "x"));
            refused(Activity.of(ANA, "review", "r").with("x", word));
            refused(Member.of(ANA).with(word, "x"));
            refused(Member.of(ANA).with("x", word));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "usd", "US", "USD\n", "US\r\nINFO", "\u202EUSD", "DOLLARS"})
        void areNoCurrencies(String code) {
            refused(Order.of(ANA, "o").currency(code).line(OrderLine.of("soap", "1.00")));
        }

        @Test
        void tenMegabytesOfWordsAreRefusedInAShortLine() {
            refused(Order.of(ANA, "o").with("x".repeat(10_000_000), "x"));
            refused(Order.of(ANA, "o").with("x", "x".repeat(10_000_000)));
        }
    }

    @Nested
    class OddButPrintableOnes {
        private static final String ALL = "io.loyalty4j.shop.IdentifierTest#odd";

        @ParameterizedTest
        @MethodSource(ALL)
        void areTakenAsTheyAre(String id) {
            String legal = id.replace(" ", "");
            assertThat(MemberId.of(legal)).hasToString(legal);
            assertThat(InputCheck.valid(Order.of(ANA, legal)).id()).isEqualTo(legal);
            assertThat(InputCheck.valid(Activity.of(ANA, legal, legal)).kind()).isEqualTo(legal);
        }

        @Test
        void areComparedByteForByte() {
            assertThat(MemberId.of("Ana")).isNotEqualTo(MemberId.of("ana"));
            assertThat(MemberId.of(7)).isEqualTo(MemberId.of("7")).isGreaterThan(MemberId.of("07"));
        }
    }

    @Test
    void wordsForGoodsMayBeInAnyScript() {
        OrderLine line = OrderLine.of("Café crème 250 g", "1.00")
                .id("1")
                .category("日本茶")
                .brand("\uD83D\uDE00")
                .with("größe", "groß");
        assertThat(InputCheck.valid(Order.of(ANA, "o").currency("EUR").line(line))
                        .lines())
                .containsExactly(line);
    }

    @Test
    void aGuestIsNoMember() {
        assertThat(MemberId.GUEST.guest()).isTrue();
        assertThat(MemberId.of("guest").guest()).isFalse();
    }
}
