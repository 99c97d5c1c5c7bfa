package io.loyalty4j.testing;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a command.
 *
 * @param points by rule
 * @param rest whether it was booked, what its rewards take off, what it took back and gave back, by name
 */
record Answered(SortedMap<String, String> points, SortedMap<String, String> rest) {
    static Answered of(World world, Answer answer) {
        Command command = answer.sent().command();
        Optional<Receipt> receipt = answer.refusal().isPresent()
                ? Optional.empty()
                : world.store().posting(command.member(), command.requestId()).map(Receipt::new);
        SortedMap<String, String> rest = new TreeMap<>();
        rest.put("is", answer.refusal().map(why -> "refused (" + why + ")").orElse("booked"));
        receipt.map(Receipt::revoked).ifPresent(taken -> rest.put("taken back", Long.toString(taken)));
        receipt.map(Receipt::restored).ifPresent(given -> rest.put("given back", Long.toString(given)));
        rest.put(
                "rewards",
                receipt.map(Answered::rewards).filter(all -> !all.isEmpty()).orElse("none"));
        return new Answered(receipt.map(Receipt::posting).map(Answered::points).orElseGet(TreeMap::new), rest);
    }

    private static String rewards(Receipt receipt) {
        return receipt.rewards().stream()
                .map(reward -> reward.reward() + " " + reward.worth())
                .collect(Collectors.joining(", "));
    }

    private static SortedMap<String, String> points(Posting posting) {
        Map<String, Long> points = new TreeMap<>();
        posting.awards().forEach(award -> points.merge(award.rule(), award.points(), Long::sum));
        SortedMap<String, String> said = new TreeMap<>();
        points.forEach((rule, sum) -> said.put(rule, Long.toString(sum)));
        return said;
    }

    /** In words; empty if nothing. */
    String differenceTo(Answered other) {
        List<String> differences = List.of(Contrast.of(points, other.points, "0"), Contrast.of(rest, other.rest, "0"));
        return differences.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }
}
