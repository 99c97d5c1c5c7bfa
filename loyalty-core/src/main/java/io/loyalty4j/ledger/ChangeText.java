package io.loyalty4j.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Changes as lines. A new kind is one more form; without one it cannot be written. */
final class ChangeText {
    private static final List<ChangeForm<?>> OTHERS = List.of(
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
            ChangeForm.of(Change.Sent.class, SentText.SENT, SentText::write, SentText::read),
            ChangeForm.of(Change.ProgramAdopted.class, ProgramText.PROGRAM, ProgramText::write, ProgramText::read),
            ChangeForm.line(
                    Change.StatusSet.class,
                    "status",
                    set -> List.of(set.status()),
                    line -> new Change.StatusSet(line.constant(Account.Status.class))),
            ChangeForm.of(Change.Restated.class, RestatedText.RESTATED, RestatedText::write, RestatedText::read));

    static final List<ChangeForm<?>> FORMS = Stream.of(LotChangeText.FORMS, RewardText.FORMS, OTHERS)
            .<ChangeForm<?>>flatMap(List::stream)
            .toList();

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
}
