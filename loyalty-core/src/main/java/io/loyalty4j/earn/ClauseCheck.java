package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Identifier;
import java.util.function.BiConsumer;

/** What is wrong with the clauses of a rule taken together. */
final class ClauseCheck {
    private final Clauses clauses;
    private final Formula formula;
    private final BiConsumer<String, String> report;

    ClauseCheck(Clauses clauses, BiConsumer<String, String> report) {
        this.clauses = clauses;
        this.formula = clauses.formula();
        this.report = report;
    }

    void check() {
        clauses.caps().forEach(this::check);
        checkPerson();
        clauses.group().ifPresent(this::checkGroup);
        clauses.activity().ifPresent(kind -> checkName("forActivity", "a kind ", kind));
        checkActivity();
    }

    private void check(Cap cap) {
        cap.mistakes().forEach(mistake -> report.accept(cap.clause(), mistake));
        if (cap.unit() == Cap.Unit.TIMES && cap.scope() == Cap.Scope.ORDER && !countable()) {
            report.accept(cap.clause(), "per order: only pieces, whole blocks and stamps can be counted in one order");
        }
    }

    private void checkPerson() {
        if (clauses.oncePerPerson() && formula instanceof Stamping) {
            report.accept("oncePerPerson", "a card takes many turns: " + formula.describe() + " could never be given");
        }
        if (clauses.oncePerPerson() && formula instanceof Referring) {
            report.accept(
                    "oncePerPerson",
                    "limits of a referral are the referrer's; a person comes through a friend once anyway");
        }
    }

    private boolean countable() {
        boolean blocks = formula instanceof BuiltIn.PerAmount rate && rate.kind() == Kind.BLOCK_RATE;
        return formula instanceof Stamping || ofPieces() || blocks;
    }

    private boolean ofPieces() {
        return formula instanceof BuiltIn.Fixed fixed && fixed.kind() == Kind.ITEM;
    }

    private void checkGroup(String group) {
        checkName("bestOf", "a group ", group);
        if (formula instanceof Tracked) {
            report.accept("bestOf", formula.describe() + " cannot stand back for another rule");
        }
    }

    private void checkName(String clause, String what, String name) {
        if (!name.matches(Identifier.PATTERN)) {
            report.accept(clause, "\"" + name + "\": " + what + Identifier.WORDS);
        }
    }

    private void checkActivity() {
        boolean forActivity = clauses.activity().isPresent();
        if (formula instanceof Spinning && !forActivity) {
            report.accept("", "a draw is for an activity, since no quote could tell what it gives: forActivity(..)");
        }
        if (forActivity && (formula instanceof Challenging || formula instanceof Referring)) {
            report.accept("forActivity", formula.describe() + ": says itself what it is about");
        }
        boolean ofAmounts = formula instanceof BuiltIn.PerAmount || formula instanceof BuiltIn.Multiplied;
        if (forActivity && (ofAmounts || ofPieces())) {
            report.accept("forActivity", "an activity has no lines: " + formula.describe() + " gives nothing");
        }
    }
}
