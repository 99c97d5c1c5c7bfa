package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Expiry;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever can write the database can reckon the hashes anew. What an account may never do is found all the same. */
class AuditTest {
    private final Life life = Life.lived();
    private final List<Posting> postings = life.postings();
    private final Account stored = life.stored();

    private List<String> forged(Predicate<Posting> which, UnaryOperator<Posting> how) {
        List<Posting> forged = new ArrayList<>();
        boolean found = false;
        String hash = "";
        for (Posting posting : postings) {
            boolean own = !found && which.test(posting);
            found |= own;
            Posting next = chained(own ? how.apply(posting) : posting, hash);
            forged.add(next);
            hash = next.hash();
        }
        assertThat(found).isTrue();
        return Journal.of(folded(forged), forged).verify().findings();
    }

    private static Posting chained(Posting posting, String hash) {
        return new Posting(
                posting.header(),
                posting.awards(),
                posting.entries(),
                posting.changes(),
                posting.after(),
                posting.tierAfter(),
                hash);
    }

    private Account folded(List<Posting> forged) {
        Account account = Account.of(Shop.ANA);
        try {
            for (Posting posting : forged) {
                account = account.apply(posting);
            }
            return account;
        } catch (RuntimeException alreadyFound) {
            return stored;
        }
    }

    private List<String> withOrder(Predicate<OrderPosition.Delta> which, UnaryOperator<OrderPosition.Delta> how) {
        return forged(
                posting -> posting.changes(Change.OrderSet.class)
                        .map(Change.OrderSet::delta)
                        .anyMatch(which),
                posting -> changed(
                        posting,
                        change -> change instanceof Change.OrderSet set
                                ? new Change.OrderSet(how.apply(set.delta()))
                                : change));
    }

    private Posting changed(Posting posting, UnaryOperator<Change> how) {
        return new Posting(
                posting.header(),
                posting.awards(),
                posting.entries(),
                posting.changes().stream().map(how).toList(),
                posting.after(),
                posting.tierAfter(),
                posting.previousHash());
    }

    private static OrderPosition.Delta with(OrderPosition.Delta delta, Tally tally, List<Stake> stakes) {
        return new OrderPosition.Delta(
                delta.order(),
                delta.state(),
                delta.revision(),
                delta.occurredAt(),
                delta.lines(),
                delta.terms(),
                delta.reserved(),
                delta.asked(),
                delta.fulfilled(),
                delta.rewards(),
                tally,
                stakes,
                delta.surplus(),
                delta.shortfall());
    }

    private static OrderPosition.Delta with(OrderPosition.Delta delta, UnaryOperator<Stake> stake) {
        return with(delta, delta.tally(), delta.stakes().stream().map(stake).toList());
    }

    @Test
    void noPointOfAnyEntryIsMoreOrLess() {
        for (Posting posting : postings) {
            for (int i = 0; i < posting.entries().size(); i++) {
                int at = i;
                List<Entry> entries = new ArrayList<>(posting.entries());
                Entry entry = entries.get(at);
                entries.set(at, new Entry(entry.lot(), entry.from(), entry.to(), entry.points() + 1));
                assertThat(forged(
                                posting::equals,
                                each -> new Posting(
                                        each.header(),
                                        each.awards(),
                                        entries,
                                        each.changes(),
                                        each.after(),
                                        each.tierAfter(),
                                        each.previousHash())))
                        .as("%s", entry)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noBalanceIsAnother() {
        for (Posting posting : postings) {
            for (Object after : Alterations.of(posting.after())) {
                assertThat(forged(
                                posting::equals,
                                each -> new Posting(
                                        each.header(),
                                        each.awards(),
                                        each.entries(),
                                        each.changes(),
                                        (Posting.Balances) after,
                                        each.tierAfter(),
                                        each.previousHash())))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noLotIsOpenedWithMoreThanItGot() {
        assertThat(forged(
                        posting -> posting.changes(Change.LotOpened.class)
                                .findAny()
                                .isPresent(),
                        posting -> changed(
                                posting,
                                change -> change instanceof Change.LotOpened opened
                                        ? new Change.LotOpened(opened.lot(), more(opened.terms()))
                                        : change)))
                .anyMatch(finding -> finding.contains("was opened with"));
    }

    private static LotTerms more(LotTerms terms) {
        return new LotTerms(
                terms.source(),
                terms.order(),
                terms.original() + 1,
                terms.opened(),
                terms.activates(),
                terms.expires(),
                terms.idleAt(),
                terms.redated());
    }

    @Test
    void noHoldHasMoreThanItsLotsHaveHeld() {
        assertThat(forged(
                        posting ->
                                posting.changes(Change.HoldSet.class).findAny().isPresent(),
                        posting -> changed(
                                posting, change -> change instanceof Change.HoldSet set ? more(set.hold()) : change)))
                .anyMatch(finding -> finding.contains("holds have "));
    }

    private static Change more(Hold hold) {
        return new Change.HoldSet(new Hold(
                hold.id(),
                hold.order(),
                hold.reward(),
                hold.parts().stream()
                        .map(part -> new Hold.Part(part.lot(), part.points() + 1, part.lapsed()))
                        .toList(),
                hold.benefit(),
                hold.piece(),
                hold.until(),
                hold.voucher()));
    }

    @Test
    void noHoldIsClosedTwiceOrComesBack() {
        Hold hold = postings.stream()
                .flatMap(posting -> posting.changes(Change.HoldSet.class))
                .findFirst()
                .orElseThrow()
                .hold();
        Posting last = postings.get(postings.size() - 1);
        assertThat(forged(last::equals, posting -> plus(posting, new Change.HoldClosed(hold.id(), Optional.empty()))))
                .anyMatch(finding -> finding.endsWith("was not open"));
        assertThat(forged(last::equals, posting -> plus(posting, new Change.HoldSet(hold))))
                .anyMatch(finding -> finding.endsWith("was closed before"));
    }

    private Posting plus(Posting posting, Change change) {
        return new Posting(
                posting.header(),
                posting.awards(),
                posting.entries(),
                Stream.concat(posting.changes().stream(), Stream.of(change)).toList(),
                posting.after(),
                posting.tierAfter(),
                posting.previousHash());
    }

    @Test
    void noOrderGaveMoreThanItsLotsGot() {
        assertThat(withOrder(
                        delta -> delta.tally().issued() > 0,
                        delta -> with(
                                delta,
                                new Tally(
                                        delta.tally().issued() + 1,
                                        delta.tally().due(),
                                        delta.tally().clawedBack(),
                                        delta.tally().redeemed(),
                                        delta.tally().restored()),
                                delta.stakes())))
                .anyMatch(finding -> finding.contains("says it gave"));
    }

    @Test
    void noOrderGivesBackMoreThanItGave() {
        assertThat(withOrder(
                        delta -> delta.tally().clawedBack() > 0,
                        delta -> with(
                                delta,
                                new Tally(
                                        delta.tally().issued(),
                                        delta.tally().issued(),
                                        delta.tally().issued() + 1,
                                        delta.tally().redeemed(),
                                        delta.tally().restored()),
                                delta.stakes())))
                .anyMatch(finding -> finding.contains("and gave back"));
    }

    @Test
    void noOrderTookOrGaveBackOfALotWhatItsEntriesDoNotSay() {
        Predicate<OrderPosition.Delta> taking = delta -> delta.stakes().stream().anyMatch(stake -> !stake.own());
        assertThat(withOrder(
                        taking,
                        delta -> with(
                                delta,
                                stake -> new Stake(
                                        stake.lot(),
                                        stake.own(),
                                        stake.points() + (stake.own() ? 0 : 1),
                                        stake.back()))))
                .anyMatch(finding -> finding.contains("its entries of"));
        assertThat(withOrder(
                        taking,
                        delta -> with(
                                delta,
                                stake -> new Stake(
                                        stake.lot(),
                                        stake.own(),
                                        stake.points(),
                                        stake.own() ? 0 : stake.points() + 1))))
                .anyMatch(finding -> finding.contains("its entries of"));
    }

    @Test
    void noneIsRecordedEarlierThanTheOneBeforeOrAheadOfItself() {
        Posting last = postings.get(postings.size() - 1);
        assertThat(forged(
                        last::equals,
                        posting -> booked(posting, -Duration.ofDays(99).toMillis())))
                .anyMatch(finding -> finding.endsWith("booked before the posting before it"))
                .anyMatch(finding -> finding.endsWith("booked before it occurred"));
    }

    private Posting booked(Posting posting, long later) {
        Posting.Header header = posting.header();
        return new Posting(
                new Posting.Header(
                        header.member(),
                        header.version(),
                        header.kind(),
                        header.requestId(),
                        header.fingerprint(),
                        header.order(),
                        header.occurredAt(),
                        header.recordedAt().plusMillis(later),
                        header.programVersion(),
                        header.person()),
                posting.awards(),
                posting.entries(),
                posting.changes(),
                posting.after(),
                posting.tierAfter(),
                posting.previousHash());
    }

    @Test
    void nothingThatFellDueIsLeftOutAtTheEnd() {
        Shop lapsing = Shop.with(aPointPerDollar().expiry(Expiry.after(Period.ofDays(20))));
        lapsing.buys("o-1", "10.00");
        lapsing.passes(Duration.ofDays(40)).buys("o-2", "5.00");
        List<Posting> all = lapsing.journal().postings();
        assertThat(all).extracting(posting -> posting.header().kind()).contains(Posting.Kind.TIME);
        Posting order = all.get(all.size() - 1);
        Posting without = chained(
                new Posting(
                        new Posting.Header(
                                Shop.ANA,
                                2,
                                Posting.Kind.COMMAND,
                                order.header().requestId(),
                                order.header().fingerprint(),
                                order.header().order(),
                                order.header().occurredAt(),
                                order.header().recordedAt(),
                                order.header().programVersion(),
                                order.header().person()),
                        order.awards(),
                        order.entries(),
                        order.changes(),
                        new Posting.Balances(0, 15, 0, 0),
                        order.tierAfter(),
                        ""),
                all.get(0).hash());
        List<Posting> forged = List.of(all.get(0), without);
        assertThat(Journal.of(folded(forged), forged).verify().findings())
                .singleElement()
                .asString()
                .startsWith("what was due at ");
    }
}
