package io.loyalty4j.simulation;

import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Policy.LapsedHold;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.simulation.Rules.Offer;
import io.loyalty4j.simulation.Sale.Paid;
import io.loyalty4j.simulation.Sale.Piece;
import io.loyalty4j.simulation.Token.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes rewards off an order: what is held for them, or what is available. Amounts are in cents. */
final class Till {
    private final Visit visit;
    private final Purse purse;
    private final String order;
    private final String lot;
    private final List<Piece> pieces;
    private final List<Long> left = new ArrayList<>();
    private final List<Paid> rewards = new ArrayList<>();
    private long redeemed;

    Till(Visit visit, Basket basket, List<Piece> pieces) {
        this.visit = visit;
        this.purse = visit.purse;
        this.order = basket.id();
        this.lot = basket.lot();
        this.pieces = pieces;
        pieces.forEach(piece -> left.add(piece.amount));
    }

    long redeemed() {
        return redeemed;
    }

    /** What the order is paid with. */
    List<Paid> rewards() {
        return List.copyOf(rewards);
    }

    /** Leaves rewards paid that are still wanted, and takes them off the list. */
    Optional<String> stay(List<String> wanted, List<Paid> before) {
        List<Paid> there = new ArrayList<>(before);
        for (String reward : List.copyOf(wanted)) {
            Optional<Paid> paid =
                    there.stream().filter(one -> one.reward().equals(reward)).findFirst();
            Optional<String> no = paid.flatMap(one -> stillFits(reward, one.worth()));
            if (no.isPresent()) {
                return no;
            }
            paid.ifPresent(one -> {
                there.remove(one);
                wanted.remove(reward);
                pay(reward, one.worth(), one.points());
            });
        }
        return Optional.empty();
    }

    /** What each piece still earns on. */
    void setBases() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            piece.basis = visit.rules.says(EarnOnPointsPaid.YES) ? piece.amount : left.get(i);
        }
    }

    /** Keeps what the rewards cost, and nothing else. */
    Optional<String> keep(List<String> rewards, long until) {
        List<Optional<Holding>> kept = sorted(rewards, false);
        for (int i = 0; i < rewards.size(); i++) {
            String reward = rewards.get(i);
            Optional<String> no = kept.get(i).isPresent()
                    ? stillFits(reward, kept.get(i).get().worth())
                    : offered(reward).or(() -> fits(reward)).or(() -> unaffordable(reward));
            if (no.isPresent()) {
                return no;
            }
            if (kept.get(i).isEmpty()) {
                Offer offer = offer(reward);
                Holding hold = new Holding(
                        "reserve/" + order + "#" + (purse.postings + 1) + "/" + i, order, reward, offer.worth(), until);
                purse.holds.add(hold);
                takeAvailable(offer.points(), Where.HELD, hold.id());
            }
            pay(reward, worth(kept.get(i), reward), 0);
        }
        return Optional.empty();
    }

    /** Takes what the rewards cost. */
    Optional<String> capture(List<String> rewards, List<String> reserved, boolean keeping) {
        List<Optional<Holding>> kept = sorted(rewards, keeping);
        List<String> lost = new ArrayList<>(reserved);
        kept.forEach(hold -> hold.ifPresent(there -> lost.remove(there.reward())));
        for (int i = 0; i < rewards.size(); i++) {
            String reward = rewards.get(i);
            Optional<String> no = kept.get(i).isPresent()
                    ? captureKept(kept.get(i).get())
                    : captureAvailable(reward, lost.remove(reward));
            if (no.isPresent()) {
                return no;
            }
        }
        return Optional.empty();
    }

    /** The hold for each reward, if there is one; the order's other holds are let go, or not. */
    private List<Optional<Holding>> sorted(List<String> rewards, boolean keeping) {
        List<Holding> there = purse.holdsOf(order);
        List<Optional<Holding>> kept = new ArrayList<>();
        for (String reward : rewards) {
            Optional<Holding> hold =
                    there.stream().filter(each -> each.reward().equals(reward)).findFirst();
            hold.ifPresent(there::remove);
            kept.add(hold);
        }
        if (!keeping) {
            there.forEach(hold -> purse.release(hold, visit.now));
        }
        return kept;
    }

    void takeAgain(int points) {
        takeAvailable(points, Where.REDEEMED, order);
    }

    private Optional<String> captureKept(Holding hold) {
        Optional<String> no = stillFits(hold.reward(), hold.worth());
        if (no.isEmpty()) {
            List<Token> tokens = purse.takenBy(hold.id(), Where.HELD);
            purse.holds.remove(hold);
            for (int i = tokens.size() - 1; i >= 0; i--) {
                purse.take(tokens.get(i), Where.REDEEMED, order);
            }
            pay(hold.reward(), hold.worth(), tokens.size());
            redeemed += tokens.size();
        }
        return no;
    }

    private Optional<String> captureAvailable(String reward, boolean lost) {
        Optional<String> no = (lost ? Optional.<String>empty() : offered(reward)).or(() -> fits(reward));
        if (no.isPresent()) {
            return no;
        }
        Offer offer = offer(reward);
        int missing = Math.max(0, offer.points() - purse.count(Where.AVAILABLE));
        if (missing > 0 && !(lost && visit.rules.says(LapsedHold.TAKE_INTO_DEBT))) {
            return unaffordable(reward);
        }
        takeAvailable(offer.points() - missing, Where.REDEEMED, order);
        borrow(missing);
        pay(reward, offer.worth(), offer.points());
        redeemed += offer.points();
        return Optional.empty();
    }

    private void borrow(int points) {
        if (points == 0) {
            return;
        }
        String id = lot + "~debt";
        Grant credit = purse.grants.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseGet(() -> visit.rules.grant(id, "", visit.now));
        if (!purse.grants.contains(credit)) {
            purse.grants.add(credit);
        }
        for (int i = 0; i < points; i++) {
            Token token = new Token(credit, Where.REDEEMED, true);
            purse.tokens.add(token);
            purse.take(token, Where.REDEEMED, order);
            purse.owe(credit, true);
        }
    }

    private void takeAvailable(int points, Where into, String taker) {
        List<Token> paying = purse.paying(visit.rules.says(PayingOrder.SOONEST_EXPIRY));
        for (int i = 0; i < points; i++) {
            purse.take(paying.get(i), into, taker);
        }
    }

    private Offer offer(String reward) {
        return Optional.ofNullable(visit.rules.offers().get(reward)).orElseThrow();
    }

    private long worth(Optional<Holding> kept, String reward) {
        return kept.map(Holding::worth).orElseGet(() -> offer(reward).worth());
    }

    private Optional<String> offered(String reward) {
        return visit.rules.offers().containsKey(reward) ? Optional.empty() : Optional.of("reward-not-offered");
    }

    private Optional<String> fits(String reward) {
        return offered(reward)
                .or(() -> tooSmall(reward))
                .or(() -> tooDear(offer(reward).worth()));
    }

    private Optional<String> stillFits(String reward, long worth) {
        return tooSmall(reward).or(() -> tooDear(worth));
    }

    private Optional<String> tooSmall(String reward) {
        long all = pieces.stream().mapToLong(piece -> piece.amount).sum();
        Offer offer = visit.rules.offers().get(reward);
        return offer != null && all < offer.least() ? Optional.of("order-too-small") : Optional.empty();
    }

    private Optional<String> tooDear(long worth) {
        return worth > left.stream().mapToLong(Long::longValue).sum()
                ? Optional.of("order-too-small")
                : Optional.empty();
    }

    private Optional<String> unaffordable(String reward) {
        return offer(reward).points() > purse.count(Where.AVAILABLE)
                ? Optional.of("insufficient-points")
                : Optional.empty();
    }

    private void pay(String reward, long worth, long points) {
        List<Long> off = shared(worth, left);
        List<Long> cost = shared(points, off);
        for (int i = 0; i < pieces.size(); i++) {
            left.set(i, left.get(i) - off.get(i));
            pieces.get(i).points += cost.get(i);
        }
        rewards.add(new Paid(reward, points, worth));
    }

    /** Whole shares first; what is missing goes one by one to the largest rests, ties to the first. */
    private static List<Long> shared(long total, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        List<Long> parts = new ArrayList<>();
        long missing = sum == 0 ? 0 : total;
        for (long weight : weights) {
            long part = sum == 0 ? 0 : total * weight / sum;
            parts.add(part);
            missing -= part;
        }
        List<Integer> served = new ArrayList<>();
        while (missing > 0) {
            int best = -1;
            for (int i = 0; i < weights.size(); i++) {
                boolean larger = best < 0 || total * weights.get(i) % sum > total * weights.get(best) % sum;
                if (!served.contains(i) && larger) {
                    best = i;
                }
            }
            served.add(best);
            parts.set(best, parts.get(best) + 1);
            missing--;
        }
        return parts;
    }
}
