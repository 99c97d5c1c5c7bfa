package io.loyalty4j.ledger;

import io.loyalty4j.reward.Offered;
import io.loyalty4j.reward.Payable;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.reward.VoucherTerms;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a reward would be for an order, choice by choice; nothing is taken. */
final class Offers {
    private final Gates gates;
    private final Draft draft;

    Offers(Gates gates, Draft draft) {
        this.gates = gates;
        this.draft = draft;
    }

    List<RewardOffer> of(Offered reward) {
        Payable goods = gates.payableGoods(reward.id());
        Wanted any = new Wanted(reward.id(), 0, Optional.empty());
        List<Long> choices = gates.fixed(any)
                .map(terms -> List.of(terms.points()))
                .orElseGet(() -> reward.choices(draft.available(), goods));
        return choices.stream().map(points -> offer(reward, points, goods)).toList();
    }

    private RewardOffer offer(Offered reward, long points, Payable goods) {
        Wanted wanted = new Wanted(reward.id(), points, Optional.empty());
        Optional<Refusal> refusal = gates.all(wanted, gates.pieces().of(Optional.of(reward), 0));
        BigDecimal off = gates.fixed(wanted)
                .map(VoucherTerms::benefit)
                .orElseGet(() -> reward.benefit(points, goods))
                .off(goods.left(), goods.scale());
        return new RewardOffer(
                reward.id(),
                reward.describe(),
                reward.least(points, goods),
                points,
                reward.step(goods),
                goods.money(off),
                refusal);
    }
}
