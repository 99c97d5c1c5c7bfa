package io.loyalty4j.simulation;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.List;

/** Somebody new, with little to spend, has a few orders that take from each other; then, perhaps long after, they come back. */
final class TangledStory implements Story {
    @Override
    public void tell(Plot plot) {
        Chance chance = plot.chance;
        MemberId member = MemberId.of(plot.name("n"));
        long at = plot.someTime();
        if (chance.percent(80)) {
            plot.happens(at, new Enrol(member));
        }
        Basket first = OrderStory.basket(plot, member, at).rewards(List.of());
        plot.sent(at, new Buy(first));
        plot.happens(at, new HandOver(member, first.id()));
        List<List<Deed>> taking = new ArrayList<>();
        List<List<Deed>> comingBack = new ArrayList<>();
        comingBack.add(comingBack(plot, first));
        at += plot.upTo(chance.of(Plot.HOUR, 10 * Plot.DAY));
        for (int i = chance.between(1, 4); i > 0; i--) {
            Basket basket = OrderStory.basket(plot, member, at).rewards(spending(chance));
            List<Deed> back = comingBack(plot, basket);
            boolean late = chance.percent(40);
            taking.add(taking(chance, basket, late));
            if (late) {
                back.add(0, new Buy(basket));
            }
            comingBack.add(back);
        }
        at = mixed(plot, taking, at, chance.of(Plot.HOUR, Plot.DAY));
        long gap = chance.percent(40) ? plot.upTo(Plot.DAY) : chance.below(12 * Plot.DAY);
        mixed(plot, comingBack, at + gap, chance.of(Plot.HOUR, 10 * Plot.DAY));
    }

    private static List<String> spending(Chance chance) {
        List<String> rewards = new ArrayList<>();
        for (int i = chance.between(1, 3); i > 0; i--) {
            rewards.add(chance.of("two", "two", "five"));
        }
        return List.copyOf(rewards);
    }

    private static List<Deed> taking(Chance chance, Basket basket, boolean late) {
        List<Deed> course = new ArrayList<>();
        if (late || chance.percent(40)) {
            course.add(new Reserve(basket));
        }
        if (chance.percent(15)) {
            course.add(new Reserve(basket.rewards(OrderStory.rewards(chance))));
        }
        if (!late) {
            course.add(new Buy(basket));
        }
        return course;
    }

    private static List<Deed> comingBack(Plot plot, Basket basket) {
        List<Deed> course = new ArrayList<>();
        for (int i = plot.chance.weighted(20, 50, 20, 10); i > 0; i--) {
            course.add(OrderStory.back(plot, basket));
        }
        if (plot.chance.percent(30)) {
            course.add(new Cancel(basket.member(), basket.id(), 1));
        }
        return course;
    }

    /** Tells all courses, in any order but each in its own. */
    private static long mixed(Plot plot, List<List<Deed>> courses, long from, long pause) {
        long at = from;
        while (!courses.isEmpty()) {
            List<Deed> course = plot.chance.of(courses);
            if (course.isEmpty()) {
                courses.remove(course);
            } else {
                at += plot.upTo(pause);
                plot.happens(at, course.remove(0));
            }
        }
        return at;
    }
}
