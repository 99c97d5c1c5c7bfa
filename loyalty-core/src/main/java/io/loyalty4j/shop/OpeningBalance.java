package io.loyalty4j.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a member brings from an earlier program: points with their last days, a tier, what was spent in the present period, how often they have ordered. Points
 * are available at once.
 *
 * <p>{@code OpeningBalance.of(ana, "legacy").pointsThrough(1_200, "2027-03-31").tierThrough("VIB", "2026-12-31").spentThisPeriod("410.00")
 * .ordered(12, "2026-03-01")}
 *
 * @param id of the migration, the shop's own, unique per member
 * @param tierLastDay of the tier, as it was written; there is a tier only with one
 * @param spendText as it was written; {@link #spend()} reads it
 * @param orders of before; empty if there are none, or none are known
 */
public record OpeningBalance(
        @NotNull MemberId member,
        @Identifier String id,
        @Size(max = 1_000) List<@Valid OpeningLot> lots,
        Optional<@Label String> tier,
        Optional<@Day String> tierLastDay,
        Optional<@Pattern(regexp = Money.PATTERN, message = "must be an amount such as 410.00") String> spendText,
        Optional<@Valid EarlierOrders> orders)
        implements Command {

    public static OpeningBalance of(MemberId member, String id) {
        return new OpeningBalance(
                member, id, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Points that live as long as others that are given now. */
    public OpeningBalance points(long points) {
        return with(new OpeningLot(points, Optional.empty()));
    }

    /** Points that are good through a day; where the program lets points lapse for inactivity, that day is put off by what the member does. */
    public OpeningBalance pointsThrough(long points, String lastDay) {
        return with(new OpeningLot(points, Optional.of(lastDay)));
    }

    private OpeningBalance with(OpeningLot lot) {
        return new OpeningBalance(member, id, Copies.plus(lots, lot), tier, tierLastDay, spendText, orders);
    }

    /** A tier of the program, kept through a day whatever is spent. */
    public OpeningBalance tierThrough(String code, String lastDay) {
        return new OpeningBalance(member, id, lots, Optional.of(code), Optional.of(lastDay), spendText, orders);
    }

    /** What counts for tiers in the period of the booking, in the program's currency; tiers that it reaches are reached. */
    public OpeningBalance spentThisPeriod(String amount) {
        return new OpeningBalance(member, id, lots, tier, tierLastDay, Optional.of(amount), orders);
    }

    /**
     * That the member has ordered before. Rules that ask how many orders there were, or how long ago the last was, go by it, as moments for dormant members do, from
     * the first instant of the last day on; and nobody can bring such a member as a friend any more. It counts for no tier: {@link #spentThisPeriod} alone does. What
     * several opening balances bring adds up, and of the last days the latest holds.
     *
     * @param times how many orders, from 1 to {@link EarlierOrders#MOST}
     * @param lastDay of the last of them, in the program's zone; a day that is yet to come is refused as {@link Refusal.NotYetHappened}
     */
    public OpeningBalance ordered(long times, String lastDay) {
        EarlierOrders earlier = new EarlierOrders(times, lastDay);
        return new OpeningBalance(member, id, lots, tier, tierLastDay, spendText, Optional.of(earlier));
    }

    /** The last day of the tier; empty if there is none. */
    public Optional<LocalDate> tierUntil() {
        return tierLastDay.flatMap(Days::of);
    }

    /** What was spent in the present period, zero if it is not said. */
    public BigDecimal spend() {
        return spendText
                .filter(text -> text.matches(Money.PATTERN))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of("~" + requestId());
    }

    @Override
    public String requestId() {
        return RequestIds.of("opening", id);
    }

    @Override
    public SortedMap<String, String> facts() {
        Facts facts = new Facts()
                .put("opening", id)
                .put("tier", tier)
                .put("tier-until", tierUntil())
                .amount("spend", spend())
                .put("orders", orders.map(EarlierOrders::times))
                .put("last-order", orders.flatMap(EarlierOrders::day));
        for (int i = 0; i < lots.size(); i++) {
            facts.put("lot." + i + ".points", Long.toString(lots.get(i).points()));
            facts.put("lot." + i + ".last-day", lots.get(i).until());
        }
        return facts.sorted();
    }

    static OpeningBalance of(MemberId member, FactsReader facts) {
        List<OpeningLot> lots = new ArrayList<>();
        for (String number : facts.inOrder("lot.")) {
            FactsReader lot = facts.of("lot.", number);
            lots.add(new OpeningLot(lot.number("points"), lot.optional("last-day")));
        }
        return new OpeningBalance(
                member,
                facts.text("opening"),
                List.copyOf(lots),
                facts.optional("tier"),
                facts.optional("tier-until"),
                facts.optional("spend"),
                orders(facts));
    }

    private static Optional<EarlierOrders> orders(FactsReader facts) {
        return facts.has("orders")
                ? Optional.of(new EarlierOrders(facts.number("orders"), facts.text("last-order")))
                : Optional.empty();
    }

    /**
     * Points with one last day.
     *
     * @param lastDay as it was written; {@link #until()} reads it
     */
    public record OpeningLot(
            @Min(1) @Max(Adjustment.MOST_POINTS) long points, Optional<@Day String> lastDay) {
        /** The last day on which they are good; empty if the program's expiry holds. */
        public Optional<LocalDate> until() {
            return lastDay.flatMap(Days::of);
        }
    }
}
