package io.loyalty4j.ledger;

import io.loyalty4j.shop.MemberId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An account told again, as lines. */
final class RestatedText {
    static final String RESTATED = "restated";

    private static final String TOTAL = "total";

    private RestatedText() {}

    static void write(TextWriter text, Change.Restated restated) {
        text.line(RESTATED, restated.account().member(), restated.orders());
        for (Bucket bucket : Bucket.values()) {
            Long total = restated.totals().get(bucket);
            if (total != null) {
                text.line(TOTAL, bucket, total);
            }
        }
        AccountText.write(text, restated.account());
    }

    static Change.Restated read(TextReader text) {
        TextFields line = text.line(RESTATED);
        MemberId member = MemberId.of(line.text());
        List<String> orders = line.list(TextFields::text);
        Map<Bucket, Long> totals = new EnumMap<>(Bucket.class);
        totals.putAll(text.map(TOTAL, part -> part.constant(Bucket.class), TextFields::number));
        return new Change.Restated(AccountText.read(member, text), totals, orders);
    }
}
