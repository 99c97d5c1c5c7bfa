package io.loyalty4j.modulepath;

import static io.loyalty4j.earn.EarnRules.points;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;

/** A shop on the class path that uses the library on the module path. */
public final class EmbeddingMain {
    private EmbeddingMain() {}

    public static void main(String[] args) {
        System.out.println("module " + LoyaltyEngine.class.getModule().getName());
        attempt(
                "program without a zone",
                () -> LoyaltyProgram.named("simple")
                        .currency("USD")
                        .earn("base", points(0).per("1.00"))
                        .build()
                        .name());
        attempt("purchase", () -> purchase(1, "0"));
        attempt("purchase of nothing", () -> purchase(0, "0"));
        attempt("purchase below nothing", () -> purchase(1, "61.00"));
    }

    private static String purchase(int pieces, String discount) {
        LoyaltyProgram program = LoyaltyProgram.named("simple")
                .currency("USD")
                .zone("America/New_York")
                .earn("base", points(1).per("1.00"))
                .build();
        Order order = Order.of(MemberId.of("ana"), "A-1001")
                .currency("USD")
                .line(OrderLine.of("perfume", "60.00").times(pieces).less(discount));
        return LoyaltyEngine.of(program).purchase(order).receipt().earned() + " points";
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            System.out.println(what + ": " + attempt.run());
        } catch (Throwable e) {
            System.out.println(what + ": " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Attempt {
        String run();
    }
}
