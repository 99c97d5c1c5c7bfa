package io.loyalty4j.ledger;

import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether what a store has of orders beside the account, their positions and the lots that are named in them, is what the postings lead to. */
final class StoredOrders {
    private final Findings findings;
    private final Account account;
    private final Function<String, State> stored;

    StoredOrders(Findings findings, Account account, Function<String, State> stored) {
        this.findings = findings;
        this.account = account;
        this.stored = stored;
    }

    void check(Map<String, OrderPosition> positions, Map<String, Lot> lots) {
        positions.forEach((order, position) -> {
            try {
                State state = stored.apply(order);
                if (state.account().version() == account.version()) {
                    check(position, state, lots);
                }
            } catch (CorruptAccountException e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        });
    }

    private void check(OrderPosition position, State state, Map<String, Lot> lots) {
        String order = "the stored order " + position.order();
        findings.check(state.order().filter(position::equals).isPresent(), order + " is not what the postings lead to");
        position.stakes().stream()
                .map(Stake::lot)
                .filter(lot ->
                        account.lots().stream().noneMatch(open -> open.id().equals(lot)))
                .flatMap(lot -> Optional.ofNullable(lots.get(lot)).stream())
                .forEach(lot -> findings.check(
                        lot.equals(state.namedLots().get(lot.id())),
                        order + " has the closed lot " + lot.id() + ", which is not what the postings lead to"));
    }
}
