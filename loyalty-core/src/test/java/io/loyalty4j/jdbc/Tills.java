package io.loyalty4j.jdbc;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Tills that sell at the same time.
 *
 * @param machines they are spread over
 * @param threads how many they are
 */
record Tills(Market market, List<LoyaltyEngine> machines, int threads) {
    /** The orders from one number on up to another, each at the till that is free first. */
    List<Told> sell(int from, int until, IntFunction<MemberId> members) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        AtomicInteger next = new AtomicInteger(from);
        try {
            List<Future<List<Told>>> tills = new ArrayList<>();
            for (int till = 0; till < threads; till++) {
                LoyaltyEngine machine = machines.get(till % machines.size());
                tills.add(pool.submit(() -> sell(machine, next, until, members)));
            }
            List<Told> told = new ArrayList<>();
            for (Future<List<Told>> till : tills) {
                told.addAll(till.get(2, TimeUnit.HOURS));
            }
            return told;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Told> sell(LoyaltyEngine machine, AtomicInteger next, int until, IntFunction<MemberId> members) {
        List<Told> told = new ArrayList<>();
        for (int number = next.getAndIncrement(); number < until; number = next.getAndIncrement()) {
            told.add(sell(machine, members.apply(number), number));
        }
        return told;
    }

    private Told sell(LoyaltyEngine machine, MemberId member, int number) {
        long begun = System.nanoTime();
        return Told.of(member, number, machine.purchase(market.order(member, number)), begun);
    }

    /** The first order of a member. */
    Told open(MemberId member) {
        return sell(machines.get(0), member, Market.OPENING);
    }
}
