package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.earn.Keep;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A posting as text, the same on every machine, locale and Java version, for its hash: a line for each thing, its parts set off by a tab. What the
 * shop's words could forge (tabs, ends of line) is escaped. The first line names the format; a change of the format is a new number.
 */
final class CanonicalText {
    private static final String FORMAT = "loyalty4j-posting/4";

    private final StringBuilder text = new StringBuilder(512);

    private CanonicalText() {}

    static String of(Posting posting) {
        CanonicalText canonical = new CanonicalText();
        canonical.line(FORMAT, posting.previousHash());
        Posting.Header header = posting.header();
        canonical.line(
                "header",
                header.member(),
                header.version(),
                header.kind(),
                header.requestId(),
                header.fingerprint().sha256(),
                header.order(),
                header.occurredAt(),
                header.recordedAt(),
                header.programVersion());
        header.person()
                .ifPresent(person -> canonical.line("person", person.actor(), person.reason(), person.approver()));
        posting.awards().forEach(canonical::award);
        posting.entries()
                .forEach(entry -> canonical.line("entry", entry.lot(), entry.from(), entry.to(), entry.points()));
        posting.changes().forEach(canonical::change);
        Posting.Balances after = posting.after();
        canonical.line("after", after.pending(), after.available(), after.held(), after.debt(), posting.tierAfter());
        return canonical.text.toString();
    }

    private void award(Award award) {
        line(
                "award",
                award.rule(),
                award.line(),
                award.points(),
                award.wanted(),
                award.reason().code(),
                award.reason().facts());
    }

    private void change(Change change) {
        if (change instanceof Change.LotOpened opened) {
            terms("lot-opened", opened.lot(), opened.terms());
        } else if (change instanceof Change.LotReopened reopened) {
            terms("lot-reopened", reopened.before().id(), reopened.before().terms());
            reopened.before().points().forEach((bucket, points) -> line("lot-points", bucket, points));
        } else if (change instanceof Change.LotRedated redated) {
            terms("lot-redated", redated.lot(), redated.terms());
        } else if (change instanceof Change.LotRetimed retimed) {
            terms("lot-retimed", retimed.lot(), retimed.terms());
        } else if (change instanceof Change.HoldSet set) {
            hold(set.hold());
        } else if (change instanceof Change.HoldClosed closed) {
            line("hold-closed", closed.hold());
            piece(closed.piece());
        } else if (change instanceof Change.StandingSet set) {
            standing(set);
        } else if (change instanceof Change.TierGranted granted) {
            line("tier-granted", granted.grant(), granted.tier(), granted.lastDay());
        } else if (change instanceof Change.TierWithdrawn withdrawn) {
            line("tier-withdrawn", withdrawn.grant());
        } else if (change instanceof Change.CounterSet set) {
            line(
                    "counter",
                    set.name(),
                    set.counter().value(),
                    set.counter().terms(),
                    set.counter().until());
        } else if (change instanceof Change.ActiveUntil active) {
            line("active-until", active.idleAt());
        } else if (change instanceof Change.OrderSet set) {
            order(set.delta());
        } else if (change instanceof Change.RewardApplied applied) {
            line("reward", applied.reward(), applied.points(), applied.worth());
            benefit(applied.benefit());
            new TreeMap<>(applied.discountOfLines()).forEach((id, discount) -> line("reward-line", id, discount));
        } else if (change instanceof Change.PieceTaken taken) {
            line("piece-taken", taken.pieces());
            piece(Optional.of(taken.piece()));
        } else if (change instanceof Change.Granted granted) {
            line("granted", granted.budget(), granted.used(), granted.limit());
        } else if (change instanceof Change.Drawn drawn) {
            line("drawn", drawn.rule(), drawn.prize());
        } else if (change instanceof Change.VoucherIssued issued) {
            line("voucher-issued", issued.reward(), issued.hash(), issued.n(), issued.until());
        } else if (change instanceof Change.TokenIssued issued) {
            line("token", issued.token());
        } else if (change instanceof Change.Sent sent) {
            line("sent", sent.command().member(), sent.command().requestId());
            sent.command().facts().forEach((name, value) -> line("sent-fact", name, value));
        } else if (change instanceof Change.ProgramAdopted adopted) {
            adopted(adopted);
        } else if (change instanceof Change.StatusSet set) {
            line("status", set.status());
        }
    }

    private void terms(String what, String lot, LotTerms terms) {
        line(
                what,
                lot,
                terms.source(),
                terms.order(),
                terms.original(),
                terms.opened(),
                terms.activates(),
                terms.expires(),
                terms.idleAt(),
                terms.redated());
    }

    private void hold(Hold hold) {
        line("hold", hold.id(), hold.order(), hold.reward(), hold.until(), hold.voucher());
        benefit(hold.benefit());
        piece(hold.piece());
        hold.parts().forEach(part -> line("hold-part", part.lot(), part.points(), part.lapsed()));
    }

    private void benefit(Benefit benefit) {
        line("benefit", benefit.kind(), benefit.amount(), benefit.percent(), benefit.what());
    }

    private void piece(Optional<Piece> piece) {
        piece.ifPresent(one -> line("piece", one.stock(), one.order(), one.id()));
    }

    private void standing(Change.StandingSet set) {
        new TreeMap<>(set.amounts()).forEach((period, amount) -> line("counted", period, amount));
        line("standing-settled", set.settled());
        for (Standing.Span span : set.spans()) {
            line("span", span.tier(), span.source(), span.period(), span.needed(), span.from(), span.until());
        }
    }

    private void adopted(Change.ProgramAdopted adopted) {
        line(
                "program",
                adopted.program().version(),
                adopted.program().inForceFrom(),
                adopted.program().zone());
        Standing.Terms ladder = adopted.ladder();
        line(
                "ladder",
                ladder.measure(),
                ladder.per(),
                ladder.startsNext(),
                ladder.throughNext(),
                ladder.keptFor(),
                ladder.oneStep());
        ladder.rungs().forEach(rung -> line("rung", rung.tier(), rung.from(), rung.benefits()));
    }

    private void order(OrderPosition.Delta delta) {
        Tally tally = delta.tally();
        line(
                "order",
                delta.order(),
                delta.state(),
                delta.revision(),
                delta.occurredAt(),
                delta.fulfilled(),
                delta.shortfall());
        line("reserved", delta.reserved().rewards(), delta.reserved().until());
        line("tally", tally.issued(), tally.due(), tally.clawedBack(), tally.redeemed(), tally.restored());
        delta.lines()
                .forEach(each -> line(
                        "order-line",
                        each.id(),
                        each.quantity(),
                        each.amount(),
                        each.basis(),
                        each.counts(),
                        each.points(),
                        each.returned(),
                        each.qualifies()));
        delta.terms().ifPresent(this::orderTerms);
        delta.stakes().forEach(stake -> line("stake", stake.lot(), stake.own(), stake.points(), stake.back()));
        delta.rewards().forEach(paid -> {
            line("order-reward", paid.reward(), paid.points());
            benefit(paid.benefit());
            piece(paid.piece());
        });
        line("asked", delta.asked().amount());
        new TreeMap<>(delta.asked().pieces()).forEach((id, pieces) -> line("asked-line", id, pieces));
        new TreeMap<>(delta.surplus()).forEach((id, pieces) -> line("surplus", id, pieces));
    }

    private void orderTerms(OrderPosition.Terms terms) {
        line("order-program", terms.program(), terms.rate());
        line(
                "order-past",
                terms.past().tier(),
                terms.past().orders(),
                terms.past().lastOrder());
        line("order-terms", terms.stacking(), terms.rounding(), terms.scale(), terms.most());
        terms.counting().ifPresent(how -> line("order-counting", how.measure(), how.per(), how.period()));
        new TreeMap<>(terms.counters()).forEach((name, by) -> line("order-counter", name, by));
        new TreeMap<>(terms.budgets()).forEach((name, used) -> line("order-budget", name, used));
        new TreeMap<>(terms.vouchers()).forEach((reward, name) -> line("order-voucher", reward, name));
        terms.referral()
                .ifPresent(
                        referral -> line("order-referral", referral.rule(), referral.referrer(), referral.purchase()));
        for (FrozenContribution one : terms.contributions()) {
            line(
                    "contribution",
                    one.rule(),
                    one.kind(),
                    one.value(),
                    one.per(),
                    one.most(),
                    one.group(),
                    one.reward(),
                    List.copyOf(new TreeSet<>(one.lines())));
            one.card()
                    .ifPresent(card ->
                            line("card", card.stamps(), card.openSize(), card.openWorth(), card.size(), card.most()));
            keep("keep", one.keep());
            new TreeMap<>(one.lineKeeps()).forEach((id, keep) -> keep("line-keep\t" + escaped(id), keep));
        }
    }

    private void keep(String what, Keep keep) {
        if (keep instanceof Keep.MinimumBasis minimum) {
            line(what, "basis", minimum.least());
        } else if (keep instanceof Keep.MinimumOf minimum) {
            line(what, "basis-of", minimum.least(), List.copyOf(new TreeSet<>(minimum.lines())));
        } else if (keep instanceof Keep.SomeOf some) {
            line(what, "some-of", List.copyOf(new TreeSet<>(some.lines())));
        } else if (keep instanceof Keep.MinimumQuantity minimum) {
            line(what, "quantity", minimum.line(), minimum.least());
        } else if (keep instanceof Keep.MinimumAmount minimum) {
            line(what, "amount", minimum.line(), minimum.least());
        } else if (keep instanceof Keep.AllOf all && !all.parts().isEmpty()) {
            line(what, "all-of", all.parts().size());
            all.parts().forEach(part -> keep(what, part));
        } else if (keep instanceof Keep.AnyOf any) {
            line(what, "any-of", any.parts().size());
            any.parts().forEach(part -> keep(what, part));
        }
    }

    private void line(String what, Object... parts) {
        text.append(what);
        for (Object part : parts) {
            text.append('\t');
            append(part);
        }
        text.append('\n');
    }

    private void append(Object part) {
        if (part instanceof Optional<?> optional) {
            optional.ifPresent(this::append);
        } else if (part instanceof List<?> list) {
            text.append(list.size());
            list.forEach(each -> {
                text.append('\t');
                append(each);
            });
        } else if (part instanceof Instant instant) {
            text.append(instant.getEpochSecond()).append('.').append(instant.getNano());
        } else if (part instanceof BigDecimal decimal) {
            text.append(
                    decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
        } else if (part instanceof Number
                || part instanceof Boolean
                || part instanceof Enum<?>
                || part instanceof LocalDate) {
            text.append(part);
        } else {
            text.append(escaped(part.toString()));
        }
    }

    private static String escaped(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter == '\t' || letter == '\n' || letter == '\\') {
                return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
            }
        }
        return word;
    }
}
