package io.loyalty4j.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a posting changed of an order's position, as lines; a whole position is a change of one that was nothing. */
final class OrderText {
    static final String ORDER = "order";
    private static final String RESERVED = "reserved";
    private static final String TALLY = "tally";
    private static final String LINE = "order-line";
    private static final String STAKE = "stake";
    private static final String REWARD = "order-reward";
    private static final String ASKED = "asked";
    private static final String ASKED_LINE = "asked-line";
    private static final String SURPLUS = "surplus";

    private OrderText() {}

    static void write(TextWriter text, OrderPosition.Delta delta) {
        Tally tally = delta.tally();
        text.line(
                ORDER,
                delta.order(),
                delta.state(),
                delta.revision(),
                delta.occurredAt(),
                delta.fulfilled(),
                delta.shortfall());
        text.line(RESERVED, delta.reserved().rewards(), delta.reserved().until());
        text.line(TALLY, tally.issued(), tally.due(), tally.clawedBack(), tally.redeemed(), tally.restored());
        delta.lines().forEach(line -> line(text, line));
        delta.terms().ifPresent(terms -> PromiseText.write(text, terms));
        delta.stakes().forEach(stake -> text.line(STAKE, stake.lot(), stake.own(), stake.points(), stake.back()));
        delta.rewards().forEach(paid -> paid(text, paid));
        text.line(ASKED, delta.asked().amount());
        text.lines(ASKED_LINE, delta.asked().pieces());
        text.lines(SURPLUS, delta.surplus());
    }

    static OrderPosition.Delta read(TextReader text) {
        TextFields head = text.line(ORDER);
        String order = head.text();
        OrderPosition.State state = head.constant(OrderPosition.State.class);
        int revision = head.count();
        Instant occurredAt = head.instant();
        Optional<Instant> fulfilled = head.optional(TextFields::instant);
        long shortfall = head.number();
        TextFields held = text.line(RESERVED);
        Reserved reserved = new Reserved(held.list(TextFields::text), held.optional(TextFields::instant));
        TextFields sums = text.line(TALLY);
        Tally tally = new Tally(sums.number(), sums.number(), sums.number(), sums.number(), sums.number());
        List<OrderPosition.Line> lines = text.each(LINE, OrderText::line);
        Optional<OrderPosition.Terms> terms = PromiseText.read(text);
        List<Stake> stakes =
                text.each(STAKE, line -> new Stake(line.text(), line.flag(), line.number(), line.number()));
        List<Paid> rewards = text.groups(REWARD, OrderText::paid);
        BigDecimal amount = text.line(ASKED).decimal();
        Asked asked = new Asked(text.map(ASKED_LINE, TextFields::text, TextFields::count), amount);
        Map<String, Integer> surplus = text.map(SURPLUS, TextFields::text, TextFields::count);
        return new OrderPosition.Delta(
                order,
                state,
                revision,
                occurredAt,
                lines,
                terms,
                reserved,
                asked,
                fulfilled,
                rewards,
                tally,
                stakes,
                surplus,
                shortfall);
    }

    private static void line(TextWriter text, OrderPosition.Line line) {
        text.line(
                LINE,
                line.id(),
                line.quantity(),
                line.amount(),
                line.basis(),
                line.counts(),
                line.points(),
                line.returned(),
                line.qualifies());
    }

    private static OrderPosition.Line line(TextFields line) {
        return new OrderPosition.Line(
                line.text(),
                line.count(),
                line.decimal(),
                line.decimal(),
                line.flag(),
                line.number(),
                line.count(),
                line.decimal());
    }

    private static void paid(TextWriter text, Paid paid) {
        text.line(REWARD, paid.reward(), paid.points());
        HoldText.benefit(text, paid.benefit());
        HoldText.piece(text, paid.piece());
    }

    private static Paid paid(TextReader text) {
        TextFields line = text.line(REWARD);
        return new Paid(line.text(), line.number(), HoldText.benefit(text), HoldText.piece(text));
    }
}
