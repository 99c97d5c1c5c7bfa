package io.loyalty4j.simulation;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.simulation.Basket.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An order from payment page to return. */
final class OrderStory implements Story {
    @Override
    public void tell(Plot plot) {
        Chance chance = plot.chance;
        MemberId member = plot.member();
        long at = plot.someTime();
        Basket basket = basket(plot, member, at);
        if (chance.percent(basket.rewards().isEmpty() ? 5 : 65)) {
            at = reserved(plot, basket, at);
        }
        if (chance.percent(90)) {
            at += plot.upTo(2 * Plot.HOUR);
            plot.sent(at, new Buy(chance.percent(95) ? basket : basket.rewards(rewards(chance))));
        }
        if (chance.percent(60)) {
            plot.sent(
                    chance.percent(85) ? at + plot.upTo(8 * Plot.DAY) : at - plot.upTo(Plot.DAY),
                    new HandOver(member, basket.id()));
        }
        for (int i = chance.weighted(50, 30, 15, 5); i > 0; i--) {
            at += plot.upTo(40 * Plot.DAY);
            plot.sent(chance.percent(90) ? at : at - plot.upTo(50 * Plot.DAY), back(plot, basket));
        }
        if (chance.percent(12)) {
            plot.sent(at + plot.upTo(60 * Plot.DAY), new Cancel(member, basket.id(), 1));
        }
    }

    private static long reserved(Plot plot, Basket basket, long from) {
        long at = from;
        if (plot.chance.percent(25)) {
            plot.sent(at, new Reserve(basket.rewards(rewards(plot.chance))));
            at += plot.upTo(30 * Plot.MINUTE);
        }
        plot.sent(at, new Reserve(basket));
        return at;
    }

    static Basket basket(Plot plot, MemberId member, long at) {
        Chance chance = plot.chance;
        List<Article> articles = new ArrayList<>();
        for (int i = chance.weighted(0, 50, 30, 20); i > 0; i--) {
            int quantity = 1 + chance.weighted(60, 25, 15);
            articles.add(new Article("p" + i, chance.between(10, 2000), quantity, chance.percent(20)));
        }
        Optional<Long> placed = switch (chance.weighted(70, 20, 8, 2)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(at - plot.upTo(Plot.DAY));
            case 2 -> Optional.of(at - plot.upTo(100 * Plot.DAY));
            default -> Optional.of(at + plot.upTo(Plot.HOUR));
        };
        return new Basket(
                member,
                plot.name("o"),
                1,
                false,
                chance.percent(99) ? "USD" : "EUR",
                placed,
                articles,
                rewards(chance));
    }

    static List<String> rewards(Chance chance) {
        List<String> rewards = new ArrayList<>();
        for (int i = chance.weighted(45, 28, 14, 8, 5); i > 0; i--) {
            rewards.add(chance.percent(98) ? chance.of("two", "five") : "ten");
        }
        return List.copyOf(rewards);
    }

    /** Goods come back, or money. */
    static Asking back(Plot plot, Basket basket) {
        Chance chance = plot.chance;
        long price = basket.pieces().stream().mapToLong(piece -> piece.amount).sum();
        long money = chance.percent(20) ? price : chance.between(1, 1500);
        return chance.percent(80)
                ? returned(plot, basket)
                : new PriceCut(basket.member(), basket.id(), plot.name("cut"), money);
    }

    private static GiveBack returned(Plot plot, Basket basket) {
        Chance chance = plot.chance;
        SortedMap<String, Integer> pieces = new TreeMap<>();
        boolean everything = chance.percent(30);
        for (Article article : basket.articles()) {
            if (everything || chance.percent(55)) {
                pieces.put(article.id(), everything ? article.quantity() : chance.between(1, article.quantity() + 1));
            }
        }
        if (pieces.isEmpty()) {
            pieces.put(chance.percent(80) ? "p1" : "p9", 1);
        }
        return new GiveBack(basket.member(), basket.id(), plot.name("rma"), pieces);
    }
}
