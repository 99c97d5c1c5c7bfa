package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.lineFrom;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.quantityFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Estate;
import io.loyalty4j.shop.Extension;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Reinstatement;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A life with every kind of posting, entry and change.
 *
 * @param stored the account at its end
 * @param program that it ended with
 */
record Life(List<Posting> postings, Account stored, LoyaltyProgram program) {
    private static ProgramBuilder begun() {
        return aPointPerDollar()
                .tiers(TierLadder.bySpend().base("BASE").tier("SILVER", 100))
                .earn(
                        "keep",
                        points(5)
                                .perOrder()
                                .when(orderFrom("2").and(anyLine(lineFrom("1").or(category("x"))))))
                .earn("some", points(1).perItem().on(quantityFrom(1)))
                .earn("any", points(1).perOrder().when(anyLine(category("x"))))
                .earn("visit", points(7).forActivity("visit").oncePer(Window.DAY))
                .earn("launch", points(3).perOrder().atMostPoints(9).inAll())
                .earn("wheel", spin(Prizes.draw().points(2, "100")).forActivity("spin"))
                .earn("friends", referral().toReferrer(5).toFriend(4).returnableFor(Period.ofDays(30)))
                .earn("thanks", reward("thanks").forActivity("praise"))
                .reward("thanks", discount("1.00").free().withVoucher(Duration.ofDays(90)))
                .reward("fifty", discount("1.50").costs(50).stock(1_000))
                .activation(Activation.after(Period.ofDays(1)))
                .expiry(Expiry.after(Period.ofDays(20)))
                .transfers(Transfers.upTo(100).per(Window.YEAR))
                .reinstatableFor(Period.ofYears(1))
                .policy(Policy.LapsedHold.TAKE_INTO_DEBT);
    }

    static Life lived() {
        Shop shop = Shop.with(begun()).at("2026-06-01T12:00");
        shop.engine().execute(Referral.invite(Shop.ANA)).receipt();
        shop.engine().execute(Referral.accept(Shop.ANA, MemberId.of("bob"))).receipt();
        shop.returns("early", "goods", 1);
        shop.buys(shop.order("early", line("goods", "50.00").times(3).category("x"))
                .less("1.00"));
        shop.does("visit", "v-1");
        shop.does("spin", "s-1");
        String code = shop.does("praise", "p-1").vouchers().get(0).code().orElseThrow();
        shop.passes(Duration.ofDays(2));
        shop.reserves(shop.order("paid", line("pin", "3.00").times(2)).redeem("fifty"));
        shop.buys(shop.order("paid", line("pin", "3.00").times(2)).redeem("fifty"));
        shop.reserves(shop.order("thanked", line("pin", "3.00")).voucher(code));
        shop.buys(shop.order("thanked", line("pin", "3.00")).voucher(code));
        shop.reserves(shop.order("held", line("pin", "3.00")).redeem("fifty"));
        shop.passes(Duration.ofDays(1))
                .adopts(begun().activation(Activation.atOnce()).expiry(Expiry.afterInactivity(Period.ofDays(10))));
        shop.buys("now", "10.00");
        shop.cancels("held");
        shop.passes(Duration.ofDays(40));
        shop.returns("paid", "pin", 1);
        shop.returns("paid", "pin", 9);
        shop.cancels("early");
        shop.buys("given", "90.00");
        shop.tellsAgain();
        shop.reserves(shop.order("owing", line("pin", "3.00")).redeem("fifty"));
        shop.passes(Duration.ofHours(2));
        for (int i = 0; shop.available() >= 50; i++) {
            shop.buys(shop.order("spent-" + i, line("pin", "3.00")).redeem("fifty"));
        }
        shop.buys(shop.order("owing", line("pin", "3.00")).redeem("fifty"));
        shop.returns("given", "goods", 1);
        shop.buys("paying", "30.00");
        atTheDesk(shop);
        fromOthers(shop);
        shop.account();
        return new Life(shop.journal().postings(), shop.store().find(Shop.ANA).orElseThrow(), shop.current());
    }

    private static void atTheDesk(Shop shop) {
        shop.buys("struck", "500.00");
        shop.passes(Duration.ofDays(15));
        shop.says(Reinstatement.of(shop.order("struck"), "x-1")
                .through("2027-12-31")
                .by("agent")
                .because("strike"));
        shop.says(Extension.of(shop.order("struck"), "x-2")
                .through("2028-12-31")
                .by("agent")
                .because("strike"));
        shop.says(TierGrant.of(Shop.ANA, "x-5", "SILVER")
                .through("2028-12-31")
                .by("agent")
                .because("wedding"));
        shop.says(
                TierGrant.of(Shop.ANA, "x-5", "SILVER").withdrawal().by("agent").because("divorce"));
        shop.says(StatusChange.freeze(Shop.ANA, "x-3").by("agent").because("stolen"));
        shop.says(StatusChange.unfreeze(Shop.ANA, "x-4").by("agent").because("found"));
    }

    private static void fromOthers(Shop shop) {
        MemberId bob = MemberId.of("bob");
        shop.says(Transfer.of(Shop.ANA, "g-1", 5).to(bob));
        shop.says(new Transfer.Bounce(Shop.ANA, bob, "g-1", "closed"));
        Estate debts = new Estate(
                List.of(),
                7,
                Map.of(),
                List.of(),
                new Estate.Progress("spend", Window.YEAR, Map.of(), List.of()),
                Optional.empty());
        shop.says(new Merge.Inheritance(Shop.ANA, bob, 3, debts, 0));
    }
}
