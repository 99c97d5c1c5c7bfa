package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes as lines. A new kind is one more form; without one it cannot be written. */
final class ChangeText {
    private static final String REOPENED = "lot-reopened";
    private static final String CLOSED = "hold-closed";
    private static final String REWARD = "reward";
    private static final String REWARD_LINE = "reward-line";
    private static final String TAKEN = "piece-taken";
    private static final String SENT = "sent";
    private static final String FACT = "sent-fact";

    static final List<ChangeForm<?>> FORMS = List.of(
            ChangeForm.of(
                    Change.LotOpened.class,
                    "lot-opened",
                    (text, lot) -> LotText.terms(text, "lot-opened", lot.lot(), lot.terms()),
                    text -> opened(text.line("lot-opened"))),
            ChangeForm.of(
                    Change.LotReopened.class,
                    REOPENED,
                    (text, lot) -> LotText.write(text, REOPENED, lot.before()),
                    text -> new Change.LotReopened(LotText.read(text, REOPENED))),
            ChangeForm.of(
                    Change.LotRedated.class,
                    "lot-redated",
                    (text, lot) -> LotText.terms(text, "lot-redated", lot.lot(), lot.terms()),
                    text -> redated(text.line("lot-redated"))),
            ChangeForm.of(
                    Change.LotRetimed.class,
                    "lot-retimed",
                    (text, lot) -> LotText.terms(text, "lot-retimed", lot.lot(), lot.terms()),
                    text -> retimed(text.line("lot-retimed"))),
            ChangeForm.of(
                    Change.HoldSet.class,
                    HoldText.HOLD,
                    (text, set) -> HoldText.write(text, set.hold()),
                    text -> new Change.HoldSet(HoldText.read(text))),
            ChangeForm.of(Change.HoldClosed.class, CLOSED, ChangeText::closed, ChangeText::closed),
            new ChangeForm<>(
                    Change.StandingSet.class,
                    List.of(StandingText.COUNTED, StandingText.SETTLED),
                    StandingText::write,
                    StandingText::read),
            ChangeForm.line(
                    Change.TierGranted.class,
                    "tier-granted",
                    tier -> List.of(tier.grant(), tier.tier(), tier.lastDay()),
                    line -> new Change.TierGranted(line.text(), line.text(), line.optional(TextFields::day))),
            ChangeForm.line(
                    Change.TierWithdrawn.class,
                    "tier-withdrawn",
                    tier -> List.of(tier.grant()),
                    line -> new Change.TierWithdrawn(line.text())),
            ChangeForm.line(Change.CounterSet.class, CounterText.COUNTER, CounterText::parts, CounterText::read),
            ChangeForm.line(
                    Change.ActiveUntil.class,
                    "active-until",
                    active -> List.of(active.idleAt()),
                    line -> new Change.ActiveUntil(line.instant())),
            ChangeForm.of(
                    Change.OrderSet.class,
                    OrderText.ORDER,
                    (text, set) -> OrderText.write(text, set.delta()),
                    text -> new Change.OrderSet(OrderText.read(text))),
            ChangeForm.of(Change.RewardApplied.class, REWARD, ChangeText::reward, ChangeText::reward),
            ChangeForm.of(Change.PieceTaken.class, TAKEN, ChangeText::taken, ChangeText::taken),
            ChangeForm.line(
                    Change.Granted.class,
                    "granted",
                    granted -> List.of(granted.budget(), granted.used(), granted.limit()),
                    line -> new Change.Granted(line.text(), line.number(), line.number())),
            ChangeForm.line(
                    Change.Drawn.class,
                    "drawn",
                    drawn -> List.of(drawn.rule(), drawn.prize()),
                    line -> new Change.Drawn(line.text(), line.text())),
            ChangeForm.line(
                    Change.VoucherIssued.class,
                    "voucher-issued",
                    issued -> List.of(issued.reward(), issued.hash(), issued.n(), issued.until()),
                    line -> new Change.VoucherIssued(line.text(), line.text(), line.count(), line.instant())),
            ChangeForm.line(
                    Change.TokenIssued.class,
                    "token",
                    issued -> List.of(issued.token()),
                    line -> new Change.TokenIssued(line.text())),
            ChangeForm.of(Change.Sent.class, SENT, ChangeText::sent, ChangeText::sent),
            ChangeForm.of(
                    Change.ProgramAdopted.class, StandingText.PROGRAM, StandingText::program, StandingText::program),
            ChangeForm.line(
                    Change.StatusSet.class,
                    "status",
                    set -> List.of(set.status()),
                    line -> new Change.StatusSet(line.constant(Account.Status.class))));

    private static final Map<Class<?>, ChangeForm<?>> BY_TYPE = new LinkedHashMap<>();
    private static final Map<String, ChangeForm<?>> BY_WORD = new LinkedHashMap<>();

    static {
        FORMS.forEach(form -> {
            BY_TYPE.put(form.type(), form);
            form.words().forEach(word -> BY_WORD.put(word, form));
        });
    }

    private ChangeText() {}

    static void write(TextWriter text, Change change) {
        ChangeForm<?> form = BY_TYPE.get(change.getClass());
        if (form == null) {
            throw new IllegalStateException("no text says " + change);
        }
        form.write(text, change);
    }

    /** As many as there are. */
    static List<Change> read(TextReader text) {
        List<Change> changes = new ArrayList<>();
        for (ChangeForm<?> form = BY_WORD.get(text.word()); form != null; form = BY_WORD.get(text.word())) {
            changes.add(form.read(text));
        }
        return changes;
    }

    private static Change.LotOpened opened(TextFields line) {
        return new Change.LotOpened(line.text(), LotText.terms(line));
    }

    private static Change.LotRedated redated(TextFields line) {
        return new Change.LotRedated(line.text(), LotText.terms(line));
    }

    private static Change.LotRetimed retimed(TextFields line) {
        return new Change.LotRetimed(line.text(), LotText.terms(line));
    }

    private static void closed(TextWriter text, Change.HoldClosed closed) {
        text.line(CLOSED, closed.hold());
        HoldText.piece(text, closed.piece());
    }

    private static Change.HoldClosed closed(TextReader text) {
        return new Change.HoldClosed(text.line(CLOSED).text(), HoldText.piece(text));
    }

    private static void reward(TextWriter text, Change.RewardApplied applied) {
        text.line(REWARD, applied.reward(), applied.points(), applied.worth());
        HoldText.benefit(text, applied.benefit());
        text.lines(REWARD_LINE, applied.discountOfLines());
    }

    private static Change.RewardApplied reward(TextReader text) {
        TextFields line = text.line(REWARD);
        String reward = line.text();
        long points = line.number();
        Money worth = line.money();
        Benefit benefit = HoldText.benefit(text);
        Map<String, BigDecimal> discounts = text.map(REWARD_LINE, TextFields::text, TextFields::decimal);
        return new Change.RewardApplied(reward, points, worth, discounts, benefit);
    }

    private static void taken(TextWriter text, Change.PieceTaken taken) {
        text.line(TAKEN, taken.pieces());
        HoldText.piece(text, Optional.of(taken.piece()));
    }

    private static Change.PieceTaken taken(TextReader text) {
        long pieces = text.line(TAKEN).number();
        Piece piece =
                HoldText.piece(text).orElseThrow(() -> new IllegalArgumentException("which piece was taken is missing"));
        return new Change.PieceTaken(piece, pieces);
    }

    private static void sent(TextWriter text, Change.Sent sent) {
        text.line(SENT, sent.command().member(), sent.command().requestId());
        text.lines(FACT, sent.command().facts());
    }

    private static Change.Sent sent(TextReader text) {
        TextFields line = text.line(SENT);
        MemberId member = MemberId.of(line.text());
        String requestId = line.text();
        return new Change.Sent(
                Command.of(member, requestId, text.map(FACT, TextFields::text, TextFields::text)));
    }
}
