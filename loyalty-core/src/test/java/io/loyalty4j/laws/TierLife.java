package io.loyalty4j.laws;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.tier.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A member who buys, returns, reviews and waits by chance, with a book kept beside. */
final class TierLife {
    private final Chance chance;
    private final TierSpec spec;
    private final boolean nothingComesBack;
    private final Shop shop;
    private final TierBook book;
    private final List<Bought> bought = new ArrayList<>();
    private final List<Reviewed> reviewed = new ArrayList<>();
    private int names;

    TierLife(long seed, TierSpec spec, String zone, boolean nothingComesBack) {
        this.chance = Chance.of(seed);
        this.spec = spec;
        this.nothingComesBack = nothingComesBack;
        this.shop = Shop.with(aPointPerDollar()
                        .zone(zone)
                        .earn("bonus", points(7).perOrder())
                        .earn("review", points(25).forActivity("review"))
                        .tiers(spec.ladder()))
                .at(Instant.parse("2024-02-29T15:00:00Z"));
        this.book = new TierBook(spec, ZoneId.of(zone));
    }

    TierBook book() {
        return book;
    }

    Shop shop() {
        return shop;
    }

    List<Order> orders() {
        return bought.stream().map(deed -> deed.order).toList();
    }

    Standing standing() {
        return shop.engine().account(Shop.ANA).standing();
    }

    void step() {
        switch (chance.weighted(40, 30, 20, 12, 8, 5)) {
            case 0 -> shop.at(shop.now().plus(Duration.ofHours(chance.between(1, 24 * 25))));
            case 1 -> buy();
            case 2 -> giveBack();
            case 3 -> review();
            case 4 -> retract();
            default -> cancel();
        }
    }

    /** Rolling tiers that are kept for a time begin with the order that reaches them; only orders in time say which that is. */
    private Instant placedAt() {
        boolean late = !book.isEmpty() && !(spec.per().rolls() && spec.keptFor().isPresent()) && chance.percent(30);
        return late ? shop.now().minus(Duration.ofHours(chance.between(1, 24 * 30))) : shop.now();
    }

    private void buy() {
        names++;
        int pieces = chance.between(1, 4);
        OrderLine goods = line("goods", chance.between(5, 60) + ".00")
                .times(pieces)
                .with("nights", Integer.toString(pieces * chance.between(0, 40)));
        OrderLine old = line("old", chance.between(5, 60) + ".00")
                .with("nights", Integer.toString(chance.between(0, 40)))
                .category("outlet");
        List<OrderLine> lines = chance.percent(40) ? List.of(goods, old) : List.of(chance.of(goods, old));
        Order order =
                Order.of(Shop.ANA, "o" + names).currency("USD").lines(lines).at(placedAt());
        shop.engine().purchase(order).receipt();
        Bought deed = new Bought(order);
        bought.add(deed);
        book.add(deed);
    }

    private void giveBack() {
        if (!bought.isEmpty() && !nothingComesBack) {
            Bought deed = chance.of(bought);
            OrderLine line = chance.of(deed.order.lines());
            names++;
            shop.engine()
                    .refund(Refund.of(deed.order, "r" + names).line(line.id(), 1))
                    .receipt();
            deed.back.add(line.id());
        }
    }

    private void cancel() {
        if (!bought.isEmpty() && !nothingComesBack) {
            Bought deed = chance.of(bought);
            shop.engine().cancel(deed.order).receipt();
            deed.cancelled = true;
        }
    }

    private void review() {
        names++;
        Activity activity = Activity.of(Shop.ANA, "review", "v" + names).at(placedAt());
        shop.engine().record(activity).receipt();
        Reviewed deed = new Reviewed(activity);
        reviewed.add(deed);
        book.add(deed);
    }

    private void retract() {
        if (!reviewed.isEmpty() && !nothingComesBack) {
            Reviewed deed = chance.of(reviewed);
            shop.engine().execute(deed.activity.retraction());
            deed.retracted = true;
        }
    }

    private final class Bought implements TierBook.Deed {
        private final Order order;
        private final List<String> back = new ArrayList<>();
        private boolean cancelled;

        Bought(Order order) {
            this.order = order;
        }

        @Override
        public Instant at() {
            return order.placedAt().orElseThrow();
        }

        private int left(OrderLine line) {
            int returned = (int) back.stream().filter(line.id()::equals).count();
            return cancelled ? 0 : Math.max(0, line.quantity() - returned);
        }

        @Override
        public long worth() {
            boolean something = order.lines().stream().anyMatch(line -> left(line) > 0);
            boolean counting = order.lines().stream().anyMatch(this::counts);
            long sum = order.lines().stream()
                    .filter(this::counts)
                    .mapToLong(this::worth)
                    .sum();
            return switch (spec.measure()) {
                case "orders" -> something && counting ? 1 : 0;
                case "points" -> sum == 0 ? 0 : sum + 7;
                default -> sum;
            };
        }

        private boolean counts(OrderLine line) {
            return !spec.excluding() || !line.categories().contains("outlet");
        }

        private long worth(OrderLine line) {
            return spec.measure().equals("nights")
                    ? Long.parseLong(line.attributes().getOrDefault("nights", "0")) / line.quantity() * left(line)
                    : line.price().longValueExact() * left(line);
        }
    }

    private final class Reviewed implements TierBook.Deed {
        private final Activity activity;
        private boolean retracted;

        Reviewed(Activity activity) {
            this.activity = activity;
        }

        @Override
        public Instant at() {
            return activity.doneAt().orElseThrow();
        }

        @Override
        public long worth() {
            return spec.measure().equals("points") && !retracted ? 25 : 0;
        }
    }
}
