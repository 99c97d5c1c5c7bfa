package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The basket, with what the engine says of it.
 *
 * @param orderId under which it is ordered from this page, however often the button is pressed
 * @param promotion the tier that the order leads to, as a sentence; empty if it leads to none
 * @param extras points for the order as a whole, with their reasons
 * @param waiting orders of the customer that are not paid yet, perhaps in another tab
 * @param refusal why it cannot be ordered as it was chosen; empty if it can
 */
record BasketPage(
        Frame frame,
        String orderId,
        List<LineView> lines,
        String promotion,
        List<String> extras,
        String points,
        List<String> hints,
        List<RewardView> rewards,
        List<RewardView> outOfReach,
        SliderView slider,
        String voucher,
        List<Row> sums,
        String toPay,
        List<WaitingOrder> waiting,
        String refusal,
        boolean member) {
    /**
     * @param chosen the quote of the order as the customer chose
     * @param free the quote of it without paying with points, which tells how many they could pay with
     */
    static BasketPage of(Frame frame, ShopOrder order, Quote chosen, Quote free, List<WaitingOrder> waiting) {
        Choice choice = order.choice();
        List<RewardView> offers = RewardView.all(free, choice);
        return new BasketPage(
                frame,
                order.id(),
                order.basket().lines().stream()
                        .map(line -> LineView.of(line, chosen))
                        .toList(),
                promotion(frame, chosen),
                LineView.extras(chosen.awards()),
                chosen.points() == 0 ? "" : Words.points(chosen.points()),
                chosen.hints().stream().map(Words::hint).toList(),
                offers.stream().filter(RewardView::takeable).toList(),
                offers.stream().filter(offer -> !offer.takeable()).toList(),
                SliderView.of(free, choice.points()),
                choice.voucher().orElse(""),
                Row.sums(order, chosen),
                Words.money(chosen.toPay()),
                waiting,
                frame.apologises() ? "" : sentence(chosen.refusal()),
                !order.member().guest());
    }

    private static String promotion(Frame frame, Quote chosen) {
        String tier = Words.name(chosen.tierAfter().code());
        return frame.tier().isEmpty() || frame.tier().equals(tier) ? "" : "With this order you become " + tier + ".";
    }

    private static String sentence(Optional<Refusal> refusal) {
        return refusal.map(Words::refusal).orElse("");
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    public boolean held() {
        return !waiting.isEmpty();
    }

    /** A line of the sum. */
    record Row(String what, String amount) {
        static List<Row> sums(ShopOrder order, Quote quote) {
            Row items = new Row("Items", Words.money(order.basket().total()));
            String chosen = order.choice().describe();
            return chosen.isEmpty() || quote.refusal().isPresent()
                    ? List.of(items)
                    : List.of(items, new Row(chosen, "−" + Words.money(quote.discount())));
        }
    }
}
