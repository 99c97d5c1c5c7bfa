package io.loyalty4j.testing;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What all members of a world were given and what became of it. */
final class Totals {
    private final Map<Bucket, Long> moved = new EnumMap<>(Bucket.class);
    private final Map<String, List<Award>> awards = new HashMap<>();
    private final Map<String, Money> discounts = new HashMap<>();
    private long issued;

    private Totals() {}

    /** By what they are called, in the order in which they are read. */
    static Map<String, BigDecimal> of(World world) {
        Totals totals = new Totals();
        try (Stream<Posting> all = world.store().postings()) {
            all.forEach(totals::add);
        }
        Map<String, BigDecimal> rows = new LinkedHashMap<>();
        rows.put("points given", BigDecimal.valueOf(totals.issued));
        totals.awarded().forEach((rule, points) -> rows.put("  by " + rule, BigDecimal.valueOf(points)));
        rows.put("points redeemed", totals.moved(Bucket.REDEEMED));
        rows.put("points expired", totals.moved(Bucket.EXPIRED));
        rows.put("points taken back", totals.moved(Bucket.REVOKED));
        long available = 0;
        for (MemberId member : new TreeSet<>(world.versions().keySet())) {
            available += world.account(member).available();
        }
        rows.put("points available at the end", BigDecimal.valueOf(available));
        totals.discounts
                .values()
                .forEach(discount -> rows.merge(
                        "discounts given, " + discount.currency().getCurrencyCode(),
                        discount.amount(),
                        BigDecimal::add));
        return rows;
    }

    private BigDecimal moved(Bucket bucket) {
        return BigDecimal.valueOf(moved.getOrDefault(bucket, 0L));
    }

    /** By rule: an order that was edited counts as it was in the end, for each edit says all that it gives. */
    private SortedMap<String, Long> awarded() {
        SortedMap<String, Long> awarded = new TreeMap<>();
        awards.values().stream()
                .flatMap(List::stream)
                .forEach(award -> awarded.merge(award.rule(), award.points(), Long::sum));
        return awarded;
    }

    /** Of orders that were placed, as each was in the end; what came back of them counts too. */
    private void discounted(Posting posting) {
        if (posting.header().requestId().startsWith("order/")) {
            String order = Awards.effect(posting.header());
            discounts.remove(order);
            new Receipt(posting).discount().ifPresent(discount -> discounts.put(order, discount));
        }
    }

    private void add(Posting posting) {
        discounted(posting);
        awards.put(Awards.effect(posting.header()), posting.awards());
        for (Entry entry : posting.entries()) {
            issued += entry.from() == Bucket.ISSUED ? entry.points() : 0;
            moved.merge(entry.to(), entry.points(), Long::sum);
            moved.merge(entry.from(), -entry.points(), Long::sum);
        }
    }
}
