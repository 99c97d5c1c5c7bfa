package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes about rewards that are held, taken or let go, as lines. */
final class RewardText {
    private static final String CLOSED = "hold-closed";
    private static final String REWARD = "reward";
    private static final String REWARD_LINE = "reward-line";
    private static final String TAKEN = "piece-taken";

    static final List<ChangeForm<?>> FORMS = List.of(
            ChangeForm.of(
                    Change.HoldSet.class,
                    HoldText.HOLD,
                    (text, set) -> HoldText.write(text, set.hold()),
                    text -> new Change.HoldSet(HoldText.read(text))),
            ChangeForm.of(Change.HoldClosed.class, CLOSED, RewardText::closed, RewardText::closed),
            ChangeForm.of(Change.RewardApplied.class, REWARD, RewardText::reward, RewardText::reward),
            ChangeForm.of(Change.PieceTaken.class, TAKEN, RewardText::taken, RewardText::taken));

    private RewardText() {}

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
        Piece piece = HoldText.piece(text)
                .orElseThrow(() -> new IllegalArgumentException("which piece was taken is missing"));
        return new Change.PieceTaken(piece, pieces);
    }
}
