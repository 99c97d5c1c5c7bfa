package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Unit;
import java.util.List;
import java.util.stream.IntStream;

/** Several updates are as if they came one after the other. */
final class BatchChecks {
    private BatchChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("no updates have no answers", BatchChecks::none),
                Clause.of("several updates are answered in their order", BatchChecks::answers),
                Clause.of("updates of one member build on each other", BatchChecks::builds),
                Clause.of("the same request twice in a batch has one effect and two answers", BatchChecks::twice),
                Clause.of("a batch may have 256 members", BatchChecks::many));
    }

    private static void none(Trial trial) {
        Expect.equal("answers", List.of(), trial.store().updateAll(List.of()));
    }

    private static void answers(Trial trial) {
        List<Commit> commits = Batch.send(trial, order(BEN, "1"), order(ANA, "1"), order(BEN, "2"), order(ANA, "2"));
        List<String> requests = commits.stream()
                .map(each -> Expect.kind("an answer", Commit.Applied.class, each)
                        .postings()
                        .get(0)
                        .header())
                .map(header -> header.member() + " " + header.requestId())
                .toList();
        Expect.equal("requests", List.of("ben order/1@1", "ana order/1@1", "ben order/2@1", "ana order/2@1"), requests);
        trial.proof().ofEverybody();
    }

    private static void builds(Trial trial) {
        List<Commit> commits = Batch.send(
                trial,
                order(ANA, "1"),
                order(ANA, "2").redeem("ten"),
                Refund.of(order(ANA, "1"), "r-1").line("thing", 1),
                order(ANA, "3").redeem("eighty"),
                Refund.of(order(ANA, "1"), "r-2").line("thing", 2));
        Expect.equal("kinds", "AAARA", Batch.kinds(commits));
        Expect.equal("points", 29L, trial.engine(PLAIN).account(ANA).available());
        trial.proof().ofEverybody();
    }

    private static void twice(Trial trial) {
        List<Commit> commits = Batch.send(trial, order(ANA, "1"), order(BEN, "1"), order(ANA, "1"));
        Expect.equal("kinds", "AAP", Batch.kinds(commits));
        Expect.equal(
                "the posting of the second answer",
                Alike.digest(trial.postings(ANA).get(0)),
                Alike.digest(((Commit.Replayed) commits.get(2)).first()));
        Expect.equal("postings", 2, trial.postings().size());
        trial.proof().ofEverybody();
    }

    private static void many(Trial trial) {
        List<Unit> units = IntStream.range(0, 512)
                .mapToObj(number -> Batch.unit(trial, order(MemberId.of(number % 256), "o-" + number)))
                .toList();
        Expect.equal("kinds", "A".repeat(512), Batch.kinds(trial.store().updateAll(units)));
        Expect.equal(
                "kinds when sent again",
                "P".repeat(512),
                Batch.kinds(trial.store().updateAll(units)));
        Expect.equal("postings", 512, trial.postings().size());
        trial.proof().ofEverybody();
    }
}
