package io.loyalty4j.ledger;

import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a purchase promised, as lines. */
final class PromiseText {
    private static final String PROGRAM = "order-program";
    private static final String PAST = "order-past";
    private static final String TERMS = "order-terms";
    private static final String COUNTING = "order-counting";
    private static final String COUNTER = "order-counter";
    private static final String BUDGET = "order-budget";
    private static final String VOUCHER = "order-voucher";
    private static final String REFERRAL = "order-referral";

    private PromiseText() {}

    static void write(TextWriter text, OrderPosition.Terms terms) {
        Past past = terms.past();
        text.line(PROGRAM, terms.program(), terms.rate());
        text.line(PAST, past.tier(), past.orders(), past.lastOrder());
        text.line(TERMS, terms.stacking(), terms.rounding(), terms.scale(), terms.most());
        terms.counting().ifPresent(how -> text.line(COUNTING, how.measure(), how.per(), how.period()));
        text.lines(COUNTER, terms.counters());
        text.lines(BUDGET, terms.budgets());
        text.lines(VOUCHER, terms.vouchers());
        terms.referral().ifPresent(by -> text.line(REFERRAL, by.rule(), by.referrer(), by.purchase()));
        terms.contributions().forEach(one -> ContributionText.write(text, one));
    }

    static Optional<OrderPosition.Terms> read(TextReader text) {
        if (!text.at(PROGRAM)) {
            return Optional.empty();
        }
        TextFields program = text.line(PROGRAM);
        String version = program.text();
        BigDecimal rate = program.decimal();
        TextFields before = text.line(PAST);
        Past past = new Past(before.text(), before.number(), before.optional(TextFields::instant));
        TextFields how = text.line(TERMS);
        Policy.Stacking stacking = how.constant(Policy.Stacking.class);
        Policy.Rounding rounding = how.constant(Policy.Rounding.class);
        int scale = how.count();
        Optional<Long> most = how.optional(TextFields::number);
        Optional<OrderPosition.Counting> counting = text.optional(
                COUNTING, line -> new OrderPosition.Counting(line.text(), new Window(line.text()), line.day()));
        Map<String, Long> counters = text.map(COUNTER, TextFields::text, TextFields::number);
        Map<String, Long> budgets = text.map(BUDGET, TextFields::text, TextFields::number);
        Map<String, String> vouchers = text.map(VOUCHER, TextFields::text, TextFields::text);
        Optional<OrderPosition.Referral> referral = text.optional(
                REFERRAL, line -> new OrderPosition.Referral(line.text(), MemberId.of(line.text()), line.text()));
        List<FrozenContribution> contributions = text.groups(ContributionText.CONTRIBUTION, ContributionText::read);
        return Optional.of(new OrderPosition.Terms(
                version,
                past,
                rate,
                contributions,
                stacking,
                rounding,
                most,
                scale,
                counting,
                counters,
                budgets,
                vouchers,
                referral));
    }
}
