package io.loyalty4j.ledger;

import java.util.List;

/** Changes of lots, as lines. */
final class LotChangeText {
    private static final String REOPENED = "lot-reopened";

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
                    text -> retimed(text.line("lot-retimed"))));

    private LotChangeText() {}

    private static Change.LotOpened opened(TextFields line) {
        return new Change.LotOpened(line.text(), LotText.terms(line));
    }

    private static Change.LotRedated redated(TextFields line) {
        return new Change.LotRedated(line.text(), LotText.terms(line));
    }

    private static Change.LotRetimed retimed(TextFields line) {
        return new Change.LotRetimed(line.text(), LotText.terms(line));
    }
}
