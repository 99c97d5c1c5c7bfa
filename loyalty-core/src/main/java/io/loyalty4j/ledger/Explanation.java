package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.reward.RewardOffer;
import java.util.ArrayList;
import java.util.List;

/** Quotes and receipts as plain text for people, in at most 100 columns. */
final class Explanation {
    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();

    private Explanation() {}

    static String of(Quote quote) {
        Explanation text = new Explanation();
        text.line("Order " + quote.order().id() + ": " + quote.points() + " points, " + quote.toPay() + " to pay");
        quote.refusal().ifPresent(refusal -> text.line("  would be refused: " + refusal));
        text.awards(quote.awards());
        for (Silence silence : quote.silent()) {
            text.row("", silence.rule(), "-", silence.why());
        }
        quote.hints().forEach(hint -> text.line("  " + hint.of() + ": " + hint));
        for (RewardOffer offer : quote.rewards()) {
            text.line("  reward " + offer.reward() + ": " + offer.description()
                    + offer.refusal().map(why -> " (" + why + ")").orElse(""));
        }
        return text.toString();
    }

    static String of(Receipt receipt) {
        Explanation text = new Explanation();
        text.line(receipt.posting().header().requestId() + ": " + receipt.earned() + " points earned, "
                + receipt.available() + " available");
        text.awards(receipt.awards());
        receipt.rewards()
                .forEach(reward -> text.line(
                        "  reward " + reward.reward() + ": " + reward.worth() + " for " + reward.points() + " points"));
        if (receipt.revoked() > 0 || receipt.restored() > 0) {
            text.line("  taken back " + receipt.revoked() + ", given back " + receipt.restored());
        }
        receipt.surplus()
                .forEach((line, pieces) -> text.line("  " + pieces + " of " + line + " were not there to come back"));
        return text.toString();
    }

    private void awards(List<Award> awards) {
        for (Award award : awards) {
            row(award.line().orElse("whole"), award.rule(), Long.toString(award.points()), award.why());
        }
    }

    private void row(String where, String rule, String points, String why) {
        line("  %-20s %-20s %9s  %s".formatted(where, rule, points, why));
    }

    private void line(String text) {
        lines.add(text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…");
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
