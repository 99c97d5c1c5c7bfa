package io.loyalty4j.testing;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The samples bought and done in one shop, each again and again, under ids of their own. */
final class RuleLife {
    private static final int ROUNDS = 4;

    private final LoyaltyProgram program;
    private final List<Booked> booked = new ArrayList<>();

    private RuleLife(LoyaltyProgram program) {
        this.program = program;
    }

    /** What was booked, in its order. */
    static List<Booked> of(RuleTrial trial, LoyaltyProgram program) {
        List<RuleScene> scenes = trial.scenes().stream()
                .sorted(Comparator.comparing(RuleScene::at))
                .toList();
        RuleLife life = new RuleLife(program);
        RuleVisit visit = new RuleVisit(program, scenes.get(0).enrolledAt());
        scenes.forEach(scene -> visit.books(scene.before().get(0)));
        for (RuleScene scene : scenes) {
            visit.waitUntil(scene.at());
            for (int round = 0; round < ROUNDS; round++) {
                RuleScene again = scene.with(renamed(scene.sample(), "s" + life.booked.size()));
                RuleTrial.asked(
                        scene,
                        () -> life.add(
                                again,
                                visit.booksWithinReason(again.sample()).stream().toList()));
            }
        }
        return life.booked;
    }

    private boolean add(RuleScene scene, List<Receipt> receipts) {
        LocalDate day = scene.at().atZone(program.zone()).toLocalDate();
        return booked.addAll(receipts.stream()
                .map(receipt -> new Booked(scene, day, receipt))
                .toList());
    }

    private static Command renamed(Command sample, String id) {
        if (sample instanceof Activity activity) {
            return new Activity(activity.member(), activity.kind(), id, activity.attributes(), activity.doneAt());
        }
        Order order = (Order) sample;
        return new Order(
                order.member(),
                id,
                1,
                order.keepsHolds(),
                order.currency(),
                order.placedAt(),
                order.lines(),
                order.discount(),
                order.redemptions(),
                order.vouchers(),
                order.attributes());
    }

    /**
     * One of them.
     *
     * @param day in the program's zone
     */
    record Booked(RuleScene scene, LocalDate day, Receipt receipt) {
        MemberId member() {
            return scene.sample().member();
        }

        Said said() {
            return RuleTrial.asked(scene, () -> Said.of(receipt));
        }

        /** Whose, and when: what a daily limit is for. */
        String turn() {
            return member() + " on " + day;
        }
    }
}
