package io.loyalty4j.jdbc;

import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.store.Allotments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Allotments, never in the shop's transaction, which would hold up all other tills; claims made within one are settled by housekeeping, from the journal. */
final class JdbcAllotments implements Allotments {
    private final Connections shops;
    private final Optional<Connections> plain;
    private final AllotmentRows rows;

    JdbcAllotments(Connections shops, Optional<Connections> plain, AllotmentRows rows) {
        this.shops = shops;
        this.plain = plain;
        this.rows = rows;
    }

    private Connections own() {
        if (plain.isEmpty() && shops.joined()) {
            throw new StoreFailedException("claims are not made in the shop's transaction: claimingFrom(plain)");
        }
        return plain.orElse(shops);
    }

    @Override
    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
        Claim one = new Claim(allotment, claimant, at);
        return own().write("a claim on " + allotment, connection -> rows.claim(connection, one, wanted, limit));
    }

    @Override
    public void settle(String allotment, String claimant, long used) {
        if (!shops.joined()) {
            own().write("a settlement of " + allotment, connection -> {
                rows.settle(connection, allotment, claimant, used);
                return used;
            });
        }
    }

    @Override
    public long taken(String allotment) {
        return own().read(connection -> rows.taken(connection, allotment));
    }

    @Override
    public Optional<String> claimant(String allotment) {
        return own().read(connection -> rows.claimant(connection, allotment));
    }

    @Override
    public List<Claim> unsettled(Instant before, int limit) {
        return own().read(connection -> rows.unsettled(connection, before, limit));
    }
}
