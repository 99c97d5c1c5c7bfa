package io.loyalty4j.laws;

import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.OrderPosition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many pairs of partitions met which situation. */
final class Coverage {
    private final Map<String, Long> seen = new TreeMap<>();
    private long pairs;

    void early() {
        note(true, "some returns before their order");
    }

    void seen(Path before, Path after) {
        pairs++;
        boolean redated = before.state().account().lots().stream()
                .anyMatch(lot -> lot.terms().redated());
        note(before.state().account().debt() > 0, "indebted members");
        note(before.state().account().held() > 0, "points held");
        note(before.owesReturn(), "earlier shortfalls");
        note(after.owesReturn(), "shortfalls");
        note(after.owesReturn() && after.moves(Bucket.REDEEMED, Bucket.AVAILABLE), "shortfalls, points restored");
        note(redated, "an open lot redated before");
        promised(after.state().order().orElseThrow());
        note(after.redates(), "lots redated by the returns");
        note(after.lapsesAtOnce(), "restored and lapsed at once");
        note(after.moves(Bucket.REDEEMED, Bucket.AVAILABLE), "lines paid with points");
        note(after.moves(Bucket.DEBT, Bucket.REVOKED), "claw-backs into debt");
        note(after.moves(Bucket.AVAILABLE, Bucket.DEBT), "debt paid");
        note(after.revokesExpired(), "claw-backs of expired points");
        note(after.lapsesAtOnce() && before.state().account().debt() > 0, "lapsed at once, of indebted members");
    }

    private void promised(OrderPosition position) {
        List<FrozenContribution> all = position.terms().orElseThrow().contributions();
        note(all.stream().anyMatch(one -> one.most().isPresent()), "rules with limits");
        note(all.stream().anyMatch(one -> one.group().isPresent()), "rules of groups");
        note(all.stream().anyMatch(one -> one.card().isPresent()), "stamp cards");
        note(
                all.stream()
                        .anyMatch(one ->
                                one.card().filter(card -> card.stamps() > 0).isPresent()),
                "stamp cards that were begun");
        note(all.stream().anyMatch(one -> one.kind() == FrozenContribution.Kind.MILESTONE), "milestones");
        note(position.terms().get().most().isPresent(), "the member's limit");
    }

    void retracted(boolean gave) {
        note(true, "activities retracted");
        note(gave, "activities retracted that gave points");
    }

    private void note(boolean holds, String what) {
        seen.merge(what, holds ? 1L : 0L, Long::sum);
    }

    long partitions() {
        return 2 * pairs;
    }

    Map<String, Long> rarerThan(long times) {
        Map<String, Long> rare = new TreeMap<>(seen);
        rare.values().removeIf(count -> count >= times);
        return rare;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-42s %8d%n", "pairs of partitions", pairs));
        seen.forEach((what, count) -> text.append(String.format(Locale.ROOT, "  %-40s %8d%n", what, count)));
        return text.toString();
    }
}
