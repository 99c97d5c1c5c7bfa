package io.loyalty4j.program;

import io.loyalty4j.earn.Conditions;
import io.loyalty4j.earn.Probes;
import io.loyalty4j.shop.OrderLine;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Asks whether points are earned on a gift card and again on what it pays for. */
final class GiftCardDoubt {
    private static final Pattern GIFT_CARD =
            Pattern.compile("gift|voucher|gutschein|cadeau|regalo", Pattern.CASE_INSENSITIVE);

    private GiftCardDoubt() {}

    /** Only a question: words are all that a program knows of its goods. */
    static void raise(Study study, Consumer<Finding> report) {
        boolean named = study.draft().excluded().stream()
                .flatMap(lines -> Probes.of(Conditions.anyLine(lines)).words().stream())
                .anyMatch(word -> GIFT_CARD.matcher(word).find());
        if (named) {
            return;
        }
        OrderLine card = OrderLine.of(Space.ANYTHING, "0").id("line").category("gift-card");
        Space plain = new Space(study.program(), Probes.together(study.rules().values()));
        Trial trial = plain.plain(study.tiers().get(0)).basket(basket -> basket.kind(card));
        new Scenes(study.program())
                .of(trial)
                .flatMap(sample -> Find.of(study.program().plan(), sample))
                .filter(find -> find.points() > 0)
                .ifPresent(find -> report.accept(new Finding(
                        "excluding",
                        "does a gift card earn points when it is bought, and again what it pays for? Nothing that is excluded"
                                + " sounds like one",
                        "quote an order of " + find.sample().describe() + ": "
                                + study.worth().of(find.points())
                                + "; excluding(category(\"gift-card\")) prevents it")));
    }
}
