package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds, and what they are good for, as lines. */
final class HoldText {
    static final String HOLD = "hold";
    private static final String PART = "hold-part";
    private static final String BENEFIT = "benefit";
    private static final String PIECE = "piece";

    private HoldText() {}

    static void write(TextWriter text, Hold hold) {
        text.line(HOLD, hold.id(), hold.order(), hold.reward(), hold.until(), hold.voucher());
        benefit(text, hold.benefit());
        piece(text, hold.piece());
        hold.parts().forEach(part -> text.line(PART, part.lot(), part.points(), part.lapsed()));
    }

    static Hold read(TextReader text) {
        TextFields line = text.line(HOLD);
        String id = line.text();
        String order = line.text();
        String reward = line.text();
        Instant until = line.instant();
        Optional<String> voucher = line.optional(TextFields::text);
        Benefit benefit = benefit(text);
        Optional<Piece> piece = piece(text);
        List<Hold.Part> parts = text.each(PART, part -> new Hold.Part(part.text(), part.number(), part.flag()));
        return new Hold(id, order, reward, parts, benefit, piece, until, voucher);
    }

    static void benefit(TextWriter text, Benefit benefit) {
        text.line(BENEFIT, benefit.kind(), benefit.amount(), benefit.percent(), benefit.what());
    }

    static Benefit benefit(TextReader text) {
        TextFields line = text.line(BENEFIT);
        return new Benefit(line.constant(Benefit.Kind.class), line.decimal(), line.count(), line.text());
    }

    static void piece(TextWriter text, Optional<Piece> piece) {
        piece.ifPresent(one -> text.line(PIECE, one.stock(), one.order(), one.id()));
    }

    static Optional<Piece> piece(TextReader text) {
        return text.optional(PIECE, line -> new Piece(line.text(), line.text(), line.text()));
    }
}
