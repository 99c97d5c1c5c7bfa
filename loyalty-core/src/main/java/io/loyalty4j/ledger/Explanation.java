package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.earn.Working;
import io.loyalty4j.reward.RewardOffer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Quotes and receipts as plain text for people: a table of at most 100 columns, and what does not fit a column on lines of its own. */
final class Explanation {
    private static final int WIDTH = 100;
    private static final String ROW = "  %-12s %-16s %10s %6s %10s %7s %7s  %s";

    private final List<String> lines = new ArrayList<>();

    private Explanation() {}

    static String of(Quote quote) {
        Explanation text = new Explanation();
        text.line("Order " + quote.order().id() + ": " + quote.points() + " points, " + quote.toPay() + " to pay");
        quote.refusal().ifPresent(refusal -> text.line("  would be refused: " + refusal));
        text.awards(quote.workings(), quote.awards(), quote.rounding());
        quote.silent().forEach(text::silence);
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
        text.awards(receipt.workings(), receipt.awards(), receipt.rounding());
        receipt.silent().forEach(text::silence);
        receipt.hints().forEach(hint -> text.line("  " + hint.of() + ": " + hint));
        StatementText.ofTiers(receipt.posting()).forEach(what -> text.line("  " + what));
        receipt.draws().forEach(draw -> text.line("  " + draw.rule() + " drew " + draw.prize()));
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

    private void awards(List<Working> workings, List<Award> awards, String rounding) {
        if (workings.isEmpty()) {
            return;
        }
        line("  rounding: " + rounding);
        row("line", "rule", "basis", "factor", "exact", "wanted", "points", "why");
        for (Working working : workings) {
            row(
                    working.line().orElse("whole"),
                    working.rule(),
                    working.basis().map(Explanation::plain).orElse(""),
                    working.factor().map(Explanation::plain).orElse(""),
                    working.exact(),
                    Long.toString(working.wanted()),
                    Long.toString(working.points()),
                    limit(working) + why(working.rule(), awards));
        }
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String why(String rule, List<Award> awards) {
        return awards.stream()
                .filter(award -> award.rule().equals(rule))
                .findFirst()
                .map(Award::why)
                .orElse("");
    }

    private static String limit(Working working) {
        if (working.points() >= working.wanted()) {
            return "";
        }
        return working.most().map(most -> "at most " + most + "; ").orElse("at the member's limit; ");
    }

    private void silence(Silence silence) {
        line("  " + silence.rule() + " gives nothing: " + silence.why());
    }

    /** Cells that are too wide for the table push nothing aside: the row says them one below the other. */
    private void row(String... cells) {
        String row = ROW.formatted((Object[]) cells);
        if (row.length() <= WIDTH) {
            line(row);
            return;
        }
        String why = cells[cells.length - 1];
        cells[cells.length - 1] = "";
        line(ROW.formatted((Object[]) cells).stripTrailing());
        line("      " + why);
    }

    /** Long ones are broken between words. */
    private void line(String text) {
        String rest = text.stripTrailing();
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            int end = space > WIDTH / 2 ? space : WIDTH;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = "      " + rest.substring(end).strip();
        }
        lines.add(rest);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
