package io.loyalty4j.simulation;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.simulation.Basket.Article;
import java.util.ArrayList;
import java.util.List;

/** An order that is changed, again and again: other goods, other rewards, while some of it comes back, or after it was undone. */
final class EditStory implements Story {
    @Override
    public void tell(Plot plot) {
        Chance chance = plot.chance;
        long at = plot.someTime();
        MemberId member = chance.percent(60) ? plot.member() : newcomer(plot, at);
        Basket basket = OrderStory.basket(plot, member, at);
        if (chance.percent(30)) {
            plot.sent(at, new Reserve(basket.rewards(OrderStory.rewards(chance))));
            at += plot.upTo(Plot.HOUR);
        }
        basket = chance.percent(10) ? basket.revised(2, basket.articles()) : basket;
        if (chance.percent(95)) {
            plot.sent(at, new Buy(chance.percent(30) ? basket.keepingHolds() : basket));
        }
        long pause = chance.of(Plot.HOUR, 4 * Plot.DAY, 40 * Plot.DAY);
        for (int i = chance.between(1, 5); i > 0; i--) {
            at += plot.upTo(pause);
            basket = next(plot, basket, chance.percent(94) ? at : at - plot.upTo(2 * pause));
        }
    }

    /** Somebody with few points, all of this order and of one more. */
    private static MemberId newcomer(Plot plot, long at) {
        MemberId member = MemberId.of(plot.name("e"));
        plot.happens(at - plot.upTo(Plot.DAY), new Enrol(member));
        plot.happens(at, new Buy(OrderStory.basket(plot, member, at).rewards(List.of())));
        return member;
    }

    private static Basket next(Plot plot, Basket basket, long at) {
        Chance chance = plot.chance;
        switch (chance.weighted(55, 27, 10, 8)) {
            case 0 -> {
                Basket edited = edited(plot, basket);
                plot.sent(at, new Buy(edited));
                return edited;
            }
            case 1 -> plot.sent(at, OrderStory.back(plot, basket));
            case 2 -> plot.sent(at, new HandOver(basket.member(), basket.id()));
            default ->
                plot.sent(
                        at,
                        new Cancel(
                                basket.member(), basket.id(), Math.max(1, basket.revision() + chance.between(-1, 1))));
        }
        return basket;
    }

    private static Basket edited(Plot plot, Basket basket) {
        Chance chance = plot.chance;
        List<Article> articles = new ArrayList<>();
        for (Article article : basket.articles()) {
            if (chance.percent(88)) {
                articles.add(chance.percent(60) ? article : changed(chance, article));
            }
        }
        if (articles.isEmpty() || chance.percent(25)) {
            articles.add(
                    new Article(plot.name("q"), chance.between(10, 2000), chance.between(1, 3), chance.percent(20)));
        }
        Basket edited = basket.revised(basket.revision() + chance.weighted(0, 90, 10), articles);
        edited = chance.percent(60) ? edited : edited.rewards(OrderStory.rewards(chance));
        return chance.percent(15) ? edited.keepingHolds() : edited;
    }

    private static Article changed(Chance chance, Article article) {
        boolean price = chance.percent(50);
        return new Article(
                article.id(),
                price ? chance.between(10, 2000) : article.price(),
                price ? article.quantity() : chance.between(1, 4),
                article.doubled());
    }
}
