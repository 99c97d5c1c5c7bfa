package io.loyalty4j.reward;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.points;

import io.loyalty4j.earn.Award;
import io.loyalty4j.laws.Chance;
import io.loyalty4j.laws.CommandText;
import io.loyalty4j.laws.LawBroken;
import io.loyalty4j.laws.NaivePrices;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Tally;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A random program of all kinds of rewards, and what a member does under it. Everything is held to the laws of rewards as it happens. */
final class RewardHistory {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private final Chance chance;
    private final Map<String, Long> seen;
    private final String currency;
    private final int decimals;
    private final boolean excluding;
    private final List<AnyReward> rewards = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Map<String, Order> open = new TreeMap<>();
    private final Map<String, Order> paid = new TreeMap<>();
    private final RewardLimits limits;
    private Checkout books;
    private int names;

    RewardHistory(long seed, Map<String, Long> seen) {
        this.chance = Chance.of(seed);
        this.seen = seen;
        this.currency = chance.of("USD", "EUR", "JPY");
        this.decimals = currency.equals("JPY") ? 0 : 2;
        this.excluding = chance.percent(50);
        for (int i = chance.between(2, 6); i > 0; i--) {
            rewards.add(AnyReward.of(chance, "r" + i, decimals));
        }
        choose(Policy.EarnOnPointsPaid.values());
        choose(Policy.RedeemedOnReturn.values());
        choose(Policy.LapsedHold.values());
        choose(Policy.ClawBack.values());
        choose(Policy.Rounding.values());
        choose(Policy.PayingOrder.values());
        this.limits = new RewardLimits(rewards, policies.contains(Policy.LapsedHold.TAKE_INTO_DEBT));
        this.books = Checkout.of(program(), BEGIN);
    }

    private void choose(Policy... choices) {
        policies.add(chance.of(choices));
    }

    private LoyaltyProgram program() {
        ProgramBuilder builder = LoyaltyProgram.named("any")
                .currency(currency)
                .zone("UTC")
                .earn("base", points(1).per("1"))
                .earn("visit", points(1).perUnit("points").forActivity("visit"))
                .holdsLast(Duration.ofHours(30));
        if (excluding) {
            builder = builder.excluding(category("gift"));
        }
        if (chance.percent(20)) {
            builder = builder.expiry(Expiry.after(Period.ofDays(4)));
        }
        for (AnyReward reward : rewards) {
            builder = builder.reward(reward.id(), reward.built());
        }
        for (Policy policy : policies) {
            builder = builder.policy(policy);
        }
        return builder.build();
    }

    void run(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step();
            }
        } catch (LawBroken | RuntimeException broken) {
            throw new AssertionError(
                    broken + "\nunder " + rewards + policies + (excluding ? " excluding gift" : "") + "\n"
                            + String.join("\n", story),
                    broken);
        }
    }

    private void step() {
        switch (chance.weighted(25, 16, 18, 14, 20, 6, 20, 12)) {
            case 0 -> buys(fresh());
            case 1 -> reserves(open.isEmpty() || chance.percent(60) ? fresh() : redeeming(some(open)));
            case 2 -> buys(open.isEmpty() ? fresh() : changed(some(open)));
            case 3 -> buys(paid.isEmpty() ? fresh() : edited(some(paid)));
            case 4 -> returns();
            case 5 -> cancels();
            case 6 -> books = books.later(chance.of(Duration.ofMinutes(9), Duration.ofHours(15), Duration.ofDays(2)));
            default -> visits();
        }
    }

    private Order some(Map<String, Order> orders) {
        return chance.of(List.copyOf(orders.values()));
    }

    private void told(Command command) {
        story.add(books.now() + " " + CommandText.of(command));
    }

    private void visits() {
        names++;
        Activity visit = Activity.of(Checkout.ANA, "visit", "v" + names).with("points", chance.of(5L, 60L, 200L));
        told(visit);
        books = books.after(visit);
    }

    private Order fresh() {
        names++;
        Order order = Order.of(Checkout.ANA, "o" + names).currency(currency);
        for (int i = chance.between(1, 5); i > 0; i--) {
            order = order.line(line("x" + i));
        }
        if (chance.percent(25)) {
            BigDecimal gross = order.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            order = order.less(gross.multiply(new BigDecimal(chance.of("0.1", "0.37", "1")))
                    .setScale(decimals, RoundingMode.FLOOR));
        }
        return redeeming(order);
    }

    private OrderLine line(String id) {
        String price = decimals == 0
                ? chance.of("1", "37", "980", "100", "2.5")
                : chance.of("0.01", "0.99", "9.99", "12.37", "33.33", "60.00", "0.333", "10.005", "0");
        OrderLine line = OrderLine.of(id, price).times(chance.percent(50) ? 1 : chance.between(2, 7));
        if (chance.percent(20)) {
            line = line.less(line.amount().multiply(new BigDecimal("0.3")).setScale(decimals, RoundingMode.FLOOR));
        }
        return chance.percent(75) ? line.category(chance.of("food", "toys", "gift")) : line;
    }

    /** With other rewards: mostly such as are offered. */
    private Order redeeming(Order order) {
        Order other = order.withoutRewards();
        for (int i = chance.weighted(15, 45, 25, 15); i > 0; i--) {
            List<RewardOffer> offers = books.quote(order).rewards().stream()
                    .filter(RewardOffer::takeable)
                    .toList();
            if (!offers.isEmpty() && chance.percent(75)) {
                RewardOffer offer = chance.of(offers);
                long steps = offer.step() == 0 ? 0 : (offer.most() - offer.points()) / offer.step();
                long points = offer.points() + (steps == 0 ? 0 : chance.below(steps + 1) * offer.step());
                other = points == 0 ? other.redeem(offer.reward()) : other.redeem(offer.reward(), points);
            } else {
                AnyReward reward = chance.of(rewards);
                other = reward.choosable() || chance.percent(10)
                        ? other.redeem(reward.id(), chance.of(1L, 3L, 20L, 60L, 100L))
                        : other.redeem(reward.id());
            }
        }
        return other;
    }

    /** As it is paid in the end: some of its rewards, all, in part, or others. */
    private Order changed(Order order) {
        Order other = order;
        if (chance.percent(25)) {
            other = other.line(line("y" + names));
        }
        if (chance.percent(30)) {
            other = redeeming(other);
        } else if (chance.percent(50)) {
            other = inPart(other);
        }
        return chance.percent(25) ? other.keepingHolds() : other;
    }

    private Order inPart(Order order) {
        Order other = order.withoutRewards();
        for (Order.Redemption each : order.redemptions()) {
            other = chance.percent(10) ? other : other.redeem(each.reward(), stepsOf(each));
        }
        return other;
    }

    /** Of a payment some of the steps that were asked for. */
    private long stepsOf(Order.Redemption each) {
        AnyReward reward = reward(each.reward());
        if (reward.kind() != AnyReward.Kind.PAYMENT) {
            return each.points();
        }
        int steps = (int) (each.points() / reward.step(decimals));
        return steps == 0 || chance.percent(10) ? 0 : reward.step(decimals) * chance.between(1, steps);
    }

    private AnyReward reward(String id) {
        return rewards.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private Order edited(Order order) {
        Order other = chance.percent(50) ? order : redeeming(order);
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine line : other.lines()) {
            switch (chance.weighted(50, 20, 20, 10)) {
                case 0 -> lines.add(line);
                case 1 -> lines.add(line.times(chance.between(1, 6)).less("0"));
                case 2 -> lines.add(line(line.id()));
                default -> {}
            }
        }
        lines = lines.isEmpty() ? List.of(line("z" + names)) : lines;
        return new Order(
                other.member(),
                other.id(),
                order.revision() + 1,
                false,
                other.currency(),
                other.placedAt(),
                lines,
                BigDecimal.ZERO,
                other.redemptions(),
                other.vouchers(),
                other.attributes());
    }

    private void note(String what) {
        seen.merge(what, 1L, Long::sum);
    }

    private void buys(Order order) {
        told(order);
        boolean known = books.orders().containsKey(order.id());
        if (!known) {
            offers(order.withoutRewards());
        }
        quoted(order);
        Decided decided = books.decide(order);
        if (decided instanceof Decided.Refuse refused) {
            note("refused: " + refused.why().code());
            story.add("    refused: " + refused.why());
            limits.refused(refused.why(), books.now(), order, books.account());
            if (!known) {
                Law.same(books.refusal(order.reservation()), Optional.of(refused.why()), Law.RESERVED);
            }
            return;
        }
        if (!known) {
            reservedFirst(order);
        }
        boolean edit = paid.containsKey(order.id());
        Checkout before = books;
        books = books.after(order);
        notePart(order, before);
        open.remove(order.id());
        paid.put(order.id(), order);
        limits.bought(order, edit ? Optional.empty() : Optional.of(before.now()), !known);
        priced(order, edit);
        if (!edit && books.last().size() == 1) {
            partitions(order);
        }
    }

    private void notePart(Order order, Checkout before) {
        boolean part = before.account().holds().stream()
                .filter(hold -> hold.order().equals(order.id()))
                .anyMatch(hold -> order.redemptions().stream()
                        .anyMatch(each -> each.reward().equals(hold.reward())
                                && each.points() > 0
                                && each.points() < hold.points()));
        if (part) {
            note("captured in part");
        }
    }

    /** What a quote says is what is booked. */
    private void quoted(Order order) {
        Quote quote = books.quote(order);
        Law.same(quote.refusal(), books.refusal(order), Law.QUOTE);
        if (quote.refusal().isPresent()) {
            return;
        }
        Receipt receipt = books.after(order).receipt();
        Law.same(receipt.discount().orElse(quote.discount()), quote.discount(), Law.QUOTE);
        Law.holds(!receipt.rewards().isEmpty() || quote.discount().amount().signum() == 0, Law.QUOTE, quote::explain);
        Law.same(receipt.awards(), quote.awards(), Law.QUOTE);
        for (OrderLine line : order.lines()) {
            Money none = Money.zero(currency);
            Law.same(receipt.discountOf(line.id()).orElse(none), quote.discountOf(line.id()), Law.QUOTE);
        }
    }

    private NaivePrices prices(Order order) {
        return new NaivePrices(order, line -> !(excluding && line.categories().contains("gift")), decimals);
    }

    /** Every reward is worth what its own words say, and lines bear it to the cent. */
    private void priced(Order order, boolean edit) {
        NaivePrices prices = prices(order);
        Receipt receipt = books.receipt();
        Map<String, BigDecimal> points = new TreeMap<>();
        for (Change.RewardApplied applied : receipt.rewards()) {
            AnyReward reward = reward(applied.reward());
            BigDecimal off = reward.off(applied.points(), prices.left(reward.goods()), decimals);
            Law.value(applied.worth().amount(), off, Law.WORTH, () -> reward + " of " + order);
            List<BigDecimal> shares = new ArrayList<>();
            prices.take(off, applied.points() == 0, reward.goods()).forEach((line, share) -> {
                BigDecimal is = applied.discountOfLines().getOrDefault(line, BigDecimal.ZERO);
                Law.value(is, share, Law.LINES, () -> line + " " + applied);
                shares.add(share);
            });
            List<BigDecimal> parts = NaivePrices.spread(BigDecimal.valueOf(applied.points()), shares, 0);
            for (int i = 0; i < parts.size(); i++) {
                points.merge(prices.lines().get(i).id(), parts.get(i), BigDecimal::add);
            }
            Law.holds(
                    reward.on().isEmpty()
                            || prices.lines().stream()
                                    .anyMatch(line -> prices.counts(line)
                                            && reward.goods().test(line)),
                    Law.WORTH,
                    () -> reward + " without any such lines: " + order);
            note(reward.kind() + (reward.on().isPresent() ? " on some lines" : "") + (edit ? ", edited" : ""));
        }
        Law.holds(prices.toPay().signum() >= 0, Law.LINES, order::toString);
        for (OrderLine line : order.lines()) {
            BigDecimal off = receipt.discountOf(line.id()).map(Money::amount).orElse(BigDecimal.ZERO);
            Law.holds(off.compareTo(prices.priceOf(line.id())) <= 0, Law.LINES, line::toString);
        }
        Law.same(receipt.rewards().size(), order.redemptions().size(), Law.QUOTE);
        for (OrderPosition.Line line : books.position(order).lines()) {
            if (points.containsKey(line.id())) {
                Law.value(BigDecimal.valueOf(line.points()), points.get(line.id()), Law.LINES, line::toString);
            }
        }
        if (!edit) {
            earned(prices, receipt);
        }
    }

    /** Nothing is earned on what a free reward took off, nor on what points paid, unless the policy says so. */
    private void earned(NaivePrices prices, Receipt receipt) {
        List<BigDecimal> basis = prices.basis(policies.contains(Policy.EarnOnPointsPaid.YES));
        BigDecimal sum = basis.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long should = policies.contains(Policy.Rounding.UP)
                ? sum.setScale(0, RoundingMode.UP).longValueExact()
                : policies.contains(Policy.Rounding.HALF_UP)
                        ? sum.setScale(0, RoundingMode.HALF_UP).longValueExact()
                        : policies.contains(Policy.Rounding.FLOOR_PER_ORDER)
                                ? sum.longValue()
                                : basis.stream()
                                        .mapToLong(BigDecimal::longValue)
                                        .sum();
        long is = receipt.awards().stream()
                .filter(award -> award.rule().equals("base"))
                .mapToLong(Award::points)
                .sum();
        Law.same(is, should, Law.EARNED);
        long bonus = receipt.rewards().stream()
                .filter(one -> reward(one.reward()).kind() == AnyReward.Kind.POINTS)
                .count();
        Law.same(receipt.awards().stream().mapToLong(Award::points).sum() - is, 13 * bonus, Law.EARNED);
    }

    /** Whatever is offered is accepted, and whatever is refused is refused for the reason that was told. */
    private void offers(Order plain) {
        Quote quote = books.quote(plain);
        Optional<RewardOffer> best = Optional.empty();
        for (RewardOffer offer : quote.rewards()) {
            Order with = offer.on(plain);
            Law.same(books.refusal(with), offer.refusal(), Law.OFFERS);
            note(
                    offer.takeable()
                            ? "offers"
                            : "offers refused: " + offer.refusal().get().code());
            if (offer.takeable()) {
                Law.same(books.quote(with).discount(), offer.worth(), Law.OFFERS);
                Law.holds(offer.worth().amount().compareTo(plainPrice(plain)) <= 0, Law.OFFERS, offer::toString);
                best = better(offer, best);
            }
            if (offer.takeable() && offer.step() > 0) {
                bounds(plain, offer);
            }
        }
        Optional<RewardOffer> tried = best;
        Law.same(quote.bestReward(), tried, Law.BEST);
    }

    private BigDecimal plainPrice(Order plain) {
        return prices(plain).price(line -> true);
    }

    private static Optional<RewardOffer> better(RewardOffer one, Optional<RewardOffer> than) {
        if (one.worth().amount().signum() == 0 || than.isEmpty()) {
            return one.worth().amount().signum() == 0 ? than : Optional.of(one);
        }
        RewardOffer other = than.get();
        int more = one.worth().amount().compareTo(other.worth().amount());
        boolean better = more > 0
                || (more == 0
                        && (one.most() < other.most()
                                || (one.most() == other.most() && one.reward().compareTo(other.reward()) < 0)));
        return better ? Optional.of(one) : than;
    }

    private void bounds(Order plain, RewardOffer offer) {
        note("payments offered");
        long steps = (offer.most() - offer.points()) / offer.step();
        Law.holds((offer.most() - offer.points()) % offer.step() == 0, Law.MOST, offer::toString);
        long between = offer.points() + offer.step() * chance.below(steps + 1);
        Law.same(books.refusal(plain.redeem(offer.reward(), between)), Optional.empty(), Law.MOST);
        Law.holds(
                books.refusal(plain.redeem(offer.reward(), offer.most() + offer.step()))
                        .isPresent(),
                Law.MOST,
                () -> offer + " has not the most");
        Law.holds(
                offer.points() == offer.step()
                        || books.refusal(plain.redeem(offer.reward(), offer.points() - offer.step()))
                                .isPresent(),
                Law.MOST,
                () -> offer + " has not the least");
        if (offer.step() > 1) {
            Law.holds(
                    books.refusal(plain.redeem(offer.reward(), offer.points() + 1))
                            .isPresent(),
                    Law.MOST,
                    offer::toString);
        }
    }

    /** Reserving first makes no difference. */
    private void reservedFirst(Order order) {
        Law.same(books.refusal(order.reservation()), Optional.empty(), Law.RESERVED);
        Checkout held = books.after(order.reservation());
        Law.holds(held.decide(order.reservation()) instanceof Decided.Unchanged, Law.IDEMPOTENT, order::toString);
        Law.same(held.refusal(order), Optional.empty(), Law.RESERVED);
        Law.same(held.quote(order).toPay(), books.quote(order).toPay(), Law.RESERVED);
        same(held.after(order), books.after(order), order, Law.RESERVED);
        note("reserved first");
    }

    private void reserves(Order order) {
        told(order.reservation());
        Decided decided = books.decide(order.reservation());
        if (decided instanceof Decided.Refuse refused) {
            story.add("    refused: " + refused.why());
            limits.refused(refused.why(), books.now(), order, books.account());
            return;
        }
        books = books.after(order.reservation());
        open.put(order.id(), order);
        Law.holds(books.decide(order.reservation()) instanceof Decided.Unchanged, Law.IDEMPOTENT, order::toString);
        if (chance.percent(50)) {
            buys(chance.percent(25) ? inPart(order).keepingHolds() : inPart(order));
        }
    }

    private static void same(Checkout one, Checkout other, Order order, String law) {
        Law.same(one.account().available(), other.account().available(), law);
        Law.same(one.account().pending(), other.account().pending(), law);
        Law.same(one.account().held(), other.account().held(), law);
        Law.same(one.account().debt(), other.account().debt(), law);
        Law.same(one.account().standing(), other.account().standing(), law);
        Law.same(counters(one), counters(other), law);
        OrderPosition left = one.position(order);
        OrderPosition right = other.position(order);
        Law.same(left.state(), right.state(), law);
        Law.same(left.lines(), right.lines(), law);
        Law.same(left.tally(), right.tally(), law);
        Law.same(left.stakes(), right.stakes(), law);
        Law.same(left.rewards(), right.rewards(), law);
    }

    private static Map<String, Long> counters(Checkout books) {
        Map<String, Long> counters = new TreeMap<>();
        books.account().counters().forEach((name, counter) -> {
            if (!name.startsWith("soonest/") && counter.value() != 0) {
                counters.put(name, counter.value());
            }
        });
        return counters;
    }

    /** The same pieces come back in two ways, and in the end all of them. */
    private void partitions(Order order) {
        List<String> pieces = new ArrayList<>();
        order.lines().forEach(line -> {
            for (int i = 0; i < line.quantity(); i++) {
                pieces.add(line.id());
            }
        });
        List<String> some = chance.shuffled(pieces).subList(0, chance.between(1, pieces.size()));
        Checkout one = back(order, chance.shuffled(some), "one");
        same(one, back(order, chance.shuffled(some), "other"), order, Law.PARTITION);
        Tally whole =
                back(order, chance.shuffled(pieces), "all").position(order).tally();
        boolean never = policies.contains(Policy.RedeemedOnReturn.NEVER);
        Law.same(whole.restored(), never ? 0 : whole.redeemed(), Law.WHOLE);
        note("partitions" + (whole.redeemed() > 0 ? " of orders paid with points" : ""));
    }

    private Checkout back(Order order, List<String> pieces, String name) {
        Checkout then = books;
        int portion = chance.between(1, pieces.size());
        long most = books.position(order).tally().redeemed();
        for (int i = 0; i < pieces.size(); i += portion) {
            Refund refund = Refund.of(order, name + i);
            for (String line : pieces.subList(i, Math.min(pieces.size(), i + portion))) {
                refund = refund.line(line, 1);
            }
            then = then.after(refund);
            Checkout now = then;
            Law.holds(
                    now.position(order).tally().restored() <= most,
                    Law.WHOLE,
                    () -> now.position(order).toString());
        }
        return then;
    }

    private void returns() {
        if (paid.isEmpty()) {
            return;
        }
        Order order = some(paid);
        names++;
        Refund refund = Refund.of(order, "rma" + names);
        for (OrderLine line : order.lines()) {
            if (chance.percent(60)) {
                refund = refund.line(
                        line.id(), chance.percent(50) ? line.quantity() : chance.between(1, line.quantity()));
            }
        }
        if (!refund.lines().isEmpty()) {
            told(refund);
            books = books.after(refund);
            gone(order);
        }
    }

    private void gone(Order order) {
        OrderPosition.State state = books.position(order).state();
        if (state == OrderPosition.State.RETURNED || state == OrderPosition.State.CANCELLED) {
            paid.remove(order.id());
            limits.gone(order);
        }
    }

    private void cancels() {
        Map<String, Order> all = new TreeMap<>(open);
        all.putAll(paid);
        if (all.isEmpty()) {
            return;
        }
        Order order = some(all);
        told(order.cancellation());
        if (books.refusal(order.cancellation()).isEmpty()) {
            books = books.after(order.cancellation());
            open.remove(order.id());
            gone(order);
        }
    }

    /** The laws, by name. */
    static final class Law {
        static final String QUOTE = "a quote says what the purchase books";
        static final String WORTH = "a reward takes off what its words say";
        static final String LINES = "the lines bear a reward to the cent, none more than it costs";
        static final String EARNED = "nothing is earned on what a free reward took off";
        static final String OFFERS = "what is offered is accepted, and refused for the reason that was told";
        static final String BEST = "the best reward is the best of all that can be tried";
        static final String MOST = "a payment goes from the least to the most in its steps, and no further";
        static final String RESERVED = "reserving first makes no difference";
        static final String IDEMPOTENT = "a reservation that is repeated changes nothing";
        static final String PARTITION = "any partition and order of the same returns ends in one state";
        static final String WHOLE = "points paid come back whole when all has come back, and never more";
        static final String LIMITS = "no reward is had more often than is stated, and none is refused before that";

        private Law() {}

        static void same(Object is, Object should, String law) {
            LawBroken.unlessSame(is, should, law);
        }

        static void value(BigDecimal is, BigDecimal should, String law, java.util.function.Supplier<String> how) {
            holds(is.compareTo(should) == 0, law, () -> is + ", not " + should + ": " + how.get());
        }

        static void holds(boolean holds, String law, java.util.function.Supplier<String> how) {
            LawBroken.unless(holds, law, how);
        }
    }
}
