package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what tills were told at the same time can have happened one after the other. There is no search: the journal says in which order. Booked again in
 * that order by one who is alone it comes to the same, nobody who began after another had ended comes before them, and all that was told is there.
 */
final class Linear {
    private final LoyaltyStore store;
    private final Market market;

    Linear(LoyaltyStore store, Market market) {
        this.store = store;
        this.market = market;
    }

    /** @param told all of it, the members' first orders too */
    void check(List<Told> told) {
        Map<MemberId, List<Told>> members =
                told.stream().filter(Told::applied).collect(Collectors.groupingBy(Told::member));
        members.forEach((member, own) -> {
            List<Posting> postings = postings(member);
            sound(member, postings);
            comesToTheSameAlone(member, postings);
            isThere(own, postings);
            keepsTheOrder(own);
        });
    }

    private List<Posting> postings(MemberId member) {
        try (Stream<Posting> postings = store.postings(member)) {
            return postings.toList();
        }
    }

    private void sound(MemberId member, List<Posting> postings) {
        for (int i = 0; i < postings.size(); i++) {
            assertThat(postings.get(i).header().version()).isEqualTo(i + 1L);
        }
        assertThat(Journal.of(store.find(member).orElseThrow(), postings)
                        .verify()
                        .findings())
                .isEmpty();
    }

    private void comesToTheSameAlone(MemberId member, List<Posting> postings) {
        LoyaltyEngine alone = Market.machine(LoyaltyStore.inMemory());
        for (Posting posting : postings) {
            int number = Market.number(posting.header().requestId());
            Posting again =
                    alone.purchase(market.order(member, number)).receipt().posting();
            assertThat(again.hash())
                    .as(
                            "order %s, alone in its place %s",
                            number, posting.header().version())
                    .isEqualTo(posting.hash());
        }
    }

    /** One posting for each, and none besides. */
    private static void isThere(List<Told> told, List<Posting> postings) {
        assertThat(told).hasSameSizeAs(postings);
        for (Told each : told) {
            Posting posting = postings.get((int) each.version() - 1);
            assertThat(Market.number(posting.header().requestId())).isEqualTo(each.number());
            assertThat(posting.hash()).isEqualTo(each.hash());
        }
    }

    private static void keepsTheOrder(List<Told> told) {
        long latest = Long.MIN_VALUE;
        for (Told each :
                told.stream().sorted(Comparator.comparing(Told::version)).toList()) {
            assertThat(each.ended())
                    .as("%s had ended before one that was booked earlier began", each)
                    .isGreaterThanOrEqualTo(latest);
            latest = Math.max(latest, each.begun());
        }
    }
}
