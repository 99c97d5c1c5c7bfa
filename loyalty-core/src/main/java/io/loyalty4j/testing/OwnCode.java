package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Request;
import io.loyalty4j.testing.Overheard.Said;
import java.util.ArrayList;
import java.util.List;

/** Makes what the shop's own code had booked into commands again, with their outcomes. */
final class OwnCode {
    private final LoyaltyProgram program;
    private final LoyaltyEngine engine;
    private final Overheard store;

    OwnCode(LoyaltyProgram program, LoyaltyEngine engine, Overheard store) {
        this.program = program;
        this.engine = engine;
        this.store = store;
    }

    /** A command and what it came to. */
    record Own(Command command, Outcome outcome) {}

    /** Without what the engine sent by itself. The engine may ask the store again, after a refusal, for the same command. */
    List<Own> of(List<Said> said) {
        List<Own> own = new ArrayList<>();
        for (Said one : said) {
            if (!one.request().fingerprint().text().isEmpty()) {
                add(own, command(one.request()), one.commit());
            }
        }
        return own;
    }

    private void add(List<Own> own, Command command, Commit commit) {
        if (ofAShop(command)) {
            Own last = own.isEmpty() ? null : own.get(own.size() - 1);
            if (last != null
                    && last.outcome().refusal().isPresent()
                    && last.command().equals(command)) {
                own.remove(last);
            }
            own.add(new Own(command, outcome(commit)));
        }
    }

    private Command command(Request request) {
        String id = request.id()
                .or(() -> request.order().map(order -> "reserve/" + escaped(order)))
                .orElse("enrol");
        Command command = request.fingerprint().command(request.member(), id);
        return command instanceof Member member ? store.profile(member.member()).orElse(member) : command;
    }

    /** As request ids are composed. */
    private static String escaped(String id) {
        return id.replace("%", "%25").replace("/", "%2F").replace("@", "%40").replace("#", "%23");
    }

    private Outcome outcome(Commit commit) {
        if (commit instanceof Commit.Refused refused) {
            return new Outcome.Refused(refused.why());
        }
        if (commit instanceof Commit.Replayed replayed) {
            return new Outcome.Replayed(receipt(replayed.first()));
        }
        return new Outcome.Applied(((Commit.Applied) commit)
                .postings().stream()
                        .filter(posting -> posting.header().kind() == Posting.Kind.COMMAND)
                        .findFirst()
                        .map(this::receipt)
                        .orElseThrow());
    }

    private Receipt receipt(Posting posting) {
        return new Receipt(
                posting, () -> engine.journal(posting.header().member()).heard(program, posting));
    }

    /** The engine sends some by itself. */
    private static boolean ofAShop(Command command) {
        return !(command instanceof Transfer.Delivery
                || command instanceof Transfer.Bounce
                || command instanceof Merge.Inheritance
                || command instanceof Referral.Reward
                || command instanceof Referral.Withdrawal
                || command instanceof Donation
                || (command instanceof Activity activity && activity.kind().startsWith("~")));
    }
}
