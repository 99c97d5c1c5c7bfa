package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
    private static final MemberId ANA = MemberId.of("ana");

    @Test
    void areReadable() {
        Order order = Order.of(ANA, "A-1001");
        assertThat(order.requestId()).isEqualTo("order/A-1001@1");
        assertThat(order.reservation().requestId()).isEqualTo("reserve/A-1001");
        assertThat(order.cancellation().requestId()).isEqualTo("cancel/A-1001@1");
        assertThat(Refund.of(order, "rma-7").requestId()).isEqualTo("refund/A-1001/rma-7");
        assertThat(Activity.of(ANA, "review", "r-991").requestId()).isEqualTo("activity/review/r-991");
        assertThat(Activity.once(ANA, "sign-up").requestId()).isEqualTo("activity/sign-up/sign-up");
        assertThat(Member.of(ANA).requestId()).isEqualTo("enrol");
    }

    @Test
    void escapeWhatTheyAreComposedWith() {
        assertThat(Order.of(ANA, "a/b@c#d%e").requestId()).isEqualTo("order/a%2Fb%40c%23d%25e@1");
    }

    @Test
    void noTwoOfThemCollideWhateverTheShopsIdsAre() {
        List<String> pieces = List.of("a", "/", "@", "#", "%", "%2F", "@1", "a/", "/a", "%252F", "%25", "2F", "1");
        List<String> ids = new ArrayList<>();
        for (String first : pieces) {
            ids.add(Order.of(ANA, first).requestId());
            ids.add(Order.of(ANA, first).reservation().requestId());
            ids.add(Order.of(ANA, first).cancellation().requestId());
            for (String second : pieces) {
                ids.add(Refund.of(Order.of(ANA, first), second).requestId());
                ids.add(Activity.of(ANA, first, second).requestId());
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void fitInto400Characters() {
        String longest = "%".repeat(64);
        assertThat(Refund.of(Order.of(ANA, longest), longest).requestId()).hasSizeLessThanOrEqualTo(400);
    }
}
