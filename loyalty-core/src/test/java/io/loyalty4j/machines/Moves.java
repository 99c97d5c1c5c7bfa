package io.loyalty4j.machines;

import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a sequence is made of. An order that is bought again is edited: with fewer pieces of one and more of another it is split, with another cancelled it is
 * merged, and after a cancellation it is paid anew.
 */
final class Moves {
    private static final long MOST_REDUCED = 2_000;

    /** For all short sequences. */
    static final List<Move> FEW = List.of(
            review(),
            buy("A", 2, false),
            buy("A", 1, false),
            buy("A", 2, true),
            buy("B", 1, true),
            reserve("B"),
            cancel("A"),
            cancel("B"),
            giveBack("A"),
            reduce("A"),
            send(Place.ANA, 50),
            pass(6),
            pass(26));

    /** For long ones. */
    static final List<Move> MANY = Stream.concat(
                    FEW.stream(),
                    Stream.of(
                            buy("A", 1, true),
                            buy("A", 3, false),
                            buy("A", 3, true),
                            buy("B", 1, false),
                            buy("B", 2, true),
                            buy("C", 1, false),
                            buy("C", 2, false),
                            buy("C", 1, true),
                            reserve("A"),
                            giveBack("B"),
                            cancel("C"),
                            retract(),
                            send(Place.ANA, 100),
                            send(Place.BEN, 50)))
            .toList();

    /** Where the reward is points as payment: as many as one likes, and fewer than were held. */
    static final List<Move> PAYING = Stream.concat(
                    FEW.stream(), Stream.of(buy("A", 2, 20), buy("B", 1, 20), buy("B", 2, 30), giveBack("B")))
            .toList();

    private Moves() {}

    /** Leads through a sequence; what is refused is left out. */
    static Place play(House house, List<Move> moves) {
        Place place = Place.of(house);
        for (Move move : moves) {
            place = move.from(place).orElse(place);
        }
        return place;
    }

    /** Leaves moves out as long as a sequence still wins. */
    static List<Move> shrunk(List<Move> moves, Predicate<List<Move>> wins) {
        for (int i = 0; i < moves.size(); i++) {
            List<Move> fewer = new ArrayList<>(moves);
            fewer.remove(i);
            if (wins.test(fewer)) {
                return shrunk(fewer, wins);
            }
        }
        return moves;
    }

    static Move review() {
        return new Move("review", place -> {
            boolean again = place.subjects().containsKey(Place.ANA + "/~activity/review/" + id(place.now()));
            return again
                    ? Optional.empty()
                    : place.says(Activity.of(Place.ANA, "review", id(place.now())))
                            .map(after -> {
                                List<Instant> reviews =
                                        new ArrayList<>(place.tale().reviews());
                                reviews.add(place.now());
                                return reviewed(after, reviews);
                            });
        });
    }

    static Move retract() {
        return new Move("retract the last review", place -> {
            List<Instant> reviews = new ArrayList<>(place.tale().reviews());
            if (reviews.isEmpty() || place.house().has(ClawBack.PENDING_ONLY)) {
                return Optional.empty();
            }
            Instant last = reviews.remove(reviews.size() - 1);
            return place.says(Activity.of(Place.ANA, "review", id(last)).retraction())
                    .map(after -> reviewed(after, reviews));
        });
    }

    private static String id(Instant at) {
        return "r" + at.toEpochMilli();
    }

    private static Place reviewed(Place after, List<Instant> reviews) {
        Yardstick tale = after.tale();
        return after.telling(new Yardstick(tale.house(), tale.orders(), List.copyOf(reviews), tale.graces()));
    }

    static Move buy(String id, int pieces, boolean redeems) {
        return buy(id, pieces, redeems ? House.REWARD : 0);
    }

    /** Paid with so many points of the reward. */
    static Move buy(String id, int pieces, long points) {
        String how = points == 0 ? "" : points == House.REWARD ? " with the reward" : " with " + points + " points";
        return new Move("buy " + pieces + " as " + id + how, place -> {
            Optional<Bought> before = place.bought(id);
            boolean stays = before.filter(one -> one.paid() == points)
                    .filter(one -> one.kept() > 0 || place.house().has(RedeemedOnReturn.NEVER))
                    .isPresent();
            Optional<Instant> spent = before.filter(one -> stays)
                    .flatMap(Bought::spentAt)
                    .or(() -> place.held(id))
                    .or(() -> Optional.of(place.now()))
                    .filter(at -> points > 0);
            Bought bought = new Bought(
                    before.map(Bought::at).orElse(place.now()),
                    pieces,
                    before.map(Bought::asked).orElse(0),
                    before.map(Bought::reduced).orElse(0L),
                    false,
                    spent,
                    points,
                    before.map(Bought::ours).orElse(0L));
            return place.says(order(place, id, pieces, points))
                    .map(after -> after.holding(id, Optional.empty()).knowing(id, bought));
        });
    }

    private static Order order(Place place, String id, int pieces, long points) {
        Order order = Order.of(Place.ANA, id)
                .currency("USD")
                .line(OrderLine.of("goods", House.PRICE + ".00").times(pieces))
                .revision(revision(place, id) + 1);
        return points > 0 ? order.redeem("five", points) : order;
    }

    private static int revision(Place place, String id) {
        return Optional.ofNullable(place.subjects().get(Place.ANA + "/" + id))
                .map(OrderPosition::revision)
                .orElse(0);
    }

    static Move reserve(String id) {
        return new Move("reserve " + id + " with the reward", place -> {
            if (place.bought(id).isPresent() || place.held(id).isPresent()) {
                return Optional.empty();
            }
            return place.says(order(place, id, 1, House.REWARD).reservation())
                    .map(after -> after.holding(id, Optional.of(place.now())));
        });
    }

    static Move cancel(String id) {
        return new Move("cancel " + id, place -> {
            Optional<Bought> paid = place.bought(id).filter(one -> !one.off());
            if (paid.isEmpty() && place.held(id).isEmpty()) {
                return Optional.empty();
            }
            int revision = paid.isPresent() ? revision(place, id) : revision(place, id) + 1;
            Order order = Order.of(Place.ANA, id).revision(revision);
            return place.says(order.cancellation()).map(after -> {
                Place free = after.holding(id, Optional.empty());
                return paid.map(one -> free.knowing(id, one.cancelled())).orElse(free);
            });
        });
    }

    static Move giveBack(String id) {
        return new Move(
                "return a piece of " + id,
                place -> place.bought(id)
                        .filter(one -> one.kept() > 0)
                        .flatMap(one -> place.says(refund(place, id).line("goods", 1))
                                .map(after -> after.knowing(id, one.returning(1)))));
    }

    static Move reduce(String id) {
        return new Move(
                "10 dollars of " + id + " come back",
                place -> place.bought(id)
                        .filter(one -> one.kept() > 0 && one.reduced() < MOST_REDUCED)
                        .flatMap(one -> place.says(refund(place, id).amount("10.00"))
                                .map(after -> after.knowing(id, one.reducedBy(1_000)))));
    }

    private static Refund refund(Place place, String id) {
        return Refund.of(Order.of(Place.ANA, id), "rma-" + place.serial());
    }

    static Move send(MemberId from, long points) {
        return new Move(
                from + " sends " + points + " points",
                place -> place.says(Transfer.of(from, "t-" + place.serial(), points)
                        .to(from.equals(Place.ANA) ? Place.BEN : Place.ANA)));
    }

    static Move pass(int days) {
        return new Move(days + " days pass", place -> Optional.of(place.later(Duration.ofDays(days))));
    }
}
