package io.loyalty4j.ledger;

import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The open lots of one account while postings are applied to them: copies what a posting says of lots, then moves its entries. Not thread-safe. */
public final class OpenLots {
    private final MemberId member;
    private final Map<String, Lot> lots = new LinkedHashMap<>();

    private OpenLots(MemberId member) {
        this.member = member;
    }

    /** As an account has them. */
    public static OpenLots of(Account account) {
        OpenLots open = new OpenLots(account.member());
        account.lots().forEach(lot -> open.lots.put(lot.id(), lot));
        return open;
    }

    /** Those that have something left. */
    public List<Lot> all() {
        return List.copyOf(lots.values());
    }

    /**
     * Applies the next posting of the account; that it is the next one is not looked at.
     *
     * @return every lot that it opened, moved or redated, by id, as it now is, closed ones too
     * @throws CorruptAccountException if it moves a lot that is not open
     */
    public Map<String, Lot> apply(Posting posting) {
        Map<String, Lot> touched = new LinkedHashMap<>();
        for (Change change : posting.changes()) {
            apply(change, touched);
        }
        for (Entry entry : posting.entries()) {
            put(known(entry.lot()).moved(entry.from(), entry.to(), entry.points()), touched);
        }
        touched.forEach((id, lot) -> {
            if (lot.remaining() == 0) {
                lots.remove(id);
            }
        });
        return touched;
    }

    private void apply(Change change, Map<String, Lot> touched) {
        if (change instanceof Change.LotOpened opened) {
            put(Lot.opened(opened.lot(), opened.terms()), touched);
        } else if (change instanceof Change.LotReopened reopened) {
            put(reopened.before(), touched);
        } else if (change instanceof Change.LotRedated redated) {
            put(known(redated.lot()).under(redated.terms()), touched);
        } else if (change instanceof Change.LotRetimed retimed) {
            put(known(retimed.lot()).under(retimed.terms()), touched);
        }
    }

    private Lot known(String id) {
        Lot lot = lots.get(id);
        if (lot == null) {
            throw new CorruptAccountException(member, "a posting moves the lot " + id + ", which is not open");
        }
        return lot;
    }

    private void put(Lot lot, Map<String, Lot> touched) {
        lots.put(lot.id(), lot);
        touched.put(lot.id(), lot);
    }
}
