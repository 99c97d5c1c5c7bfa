package io.loyalty4j.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a posting keeps of its command is the whole command: it can be read back and sent again. */
class CommandTextTest {
    private static final int COMMANDS = 2_000;

    static List<Class<?>> types() {
        return AnyCommand.types();
    }

    private static Command readBack(Command command) {
        return Fingerprint.of(command).command(command.member(), command.requestId());
    }

    @ParameterizedTest
    @MethodSource("types")
    void anyCommandComesBackWithTheSameFactsAndRequestIdAndHenceTheSameFingerprint(Class<?> type) {
        AnyCommand any = new AnyCommand(Long.getLong("loyalty4j.laws.seed", 1));
        for (int i = 0; i < COMMANDS; i++) {
            Command command = any.of(type);
            Command read = readBack(command);

            assertThat(read).isInstanceOf(type);
            assertThat(read.member()).isEqualTo(command.member());
            assertThat(read.requestId()).isEqualTo(command.requestId());
            assertThat(read.subject()).isEqualTo(command.subject());
            assertThat(read.facts()).as("%s", command).isEqualTo(command.facts());
            assertThat(Fingerprint.of(read)).isEqualTo(Fingerprint.of(command));
        }
    }

    /** Amounts are compared as they are, with their zeros; what a profile says is beside the journal. */
    @Test
    void aCommandWhosePartsAreInOrderComesBackEqual() {
        Order order = Order.of(Shop.ANA, "o=1/%41")
                .currency("USD")
                .at(Instant.parse("2026-06-01T12:00:00.123Z"))
                .line(OrderLine.of("a.b", "1.25")
                        .id("%2E.x")
                        .times(3)
                        .less("0.5")
                        .category("x.y=z"))
                .line(OrderLine.of("pin", "7").brand("b%b").with("a.b", "c=d"))
                .less("0.1")
                .redeem("second")
                .redeem("first")
                .with("channel", "web");
        assertThat(readBack(order)).isEqualTo(order);
        assertThat(readBack(order.reservation())).isEqualTo(order.reservation());
        Refund refund = Refund.of(order, "rma").line("%2E.x", 2).line("pin", 1);
        assertThat(readBack(refund)).isEqualTo(refund);
        OpeningBalance opening = OpeningBalance.of(Shop.ANA, "legacy").points(1).ordered(12, "2026-03-01");
        assertThat(readBack(opening)).isEqualTo(opening);
        assertThat(opening.facts()).containsEntry("orders", "12").containsEntry("last-order", "2026-03-01");
        assertThat(readBack(Member.of(Shop.ANA).with("segment", "x"))).isEqualTo(Member.of(Shop.ANA));
    }

    @Nested
    class Unreadable {
        private static final Map<String, String> ORDER =
                Order.of(Shop.ANA, "o-1").facts();

        private static void unreadable(String requestId, Map<String, String> facts, String why) {
            assertThatThrownBy(() -> Command.of(Shop.ANA, requestId, facts))
                    .isInstanceOfSatisfying(
                            UnreadableCommandException.class,
                            e -> assertThat(e.requestId()).isEqualTo(requestId))
                    .hasMessageContaining(why);
        }

        @Test
        void isACommandOfAKindThatIsNotKnown() {
            unreadable("dance/d-1", Map.of("dance", "d-1"), "no command is called \"dance\", only [activity, ");
        }

        @Test
        void isOneThatSaysMoreThanIsKnown() {
            unreadable("order/o-1@1", Map.of("order", "o-1", "gift-wrap", "yes"), "\"gift-wrap\" is not understood");
            unreadable(
                    "opening/a",
                    Map.of("opening", "a", "last-order", "2026-03-01"),
                    "\"last-order\" is not understood");
            unreadable("order/o-1@1", Map.of("order", "o-1", "discount", "1.50"), "\"discount\" is not understood");
        }

        @Test
        void isOneThatSaysLessThanItMust() {
            unreadable("order/o-1@1", Map.of(), "does not say \"order\"");
            unreadable("opening/a", Map.of("opening", "a", "orders", "12"), "does not say \"last-order\"");
            unreadable("activity/a/b", Map.of("activity", "a", "id", "b", "done-at", "noon"), "noon");
        }

        @Test
        void isOneUnderAnothersRequestId() {
            unreadable("order/o-2@1", ORDER, "its facts are those of order/o-1@1");
            assertThat(Command.of(Shop.ANA, "reserve/o-1#7", ORDER))
                    .isEqualTo(Order.of(Shop.ANA, "o-1").reservation());
        }

        @Test
        void isATextOfAnotherFormat() {
            assertThatThrownBy(() -> Fingerprint.NONE.command(Shop.ANA, "~1"))
                    .isInstanceOf(UnreadableCommandException.class)
                    .hasMessageContaining("loyalty4j-command/1");
        }
    }
}
