package io.loyalty4j.testing;

import static io.loyalty4j.testing.News.contact;
import static io.loyalty4j.testing.News.news;
import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** News of members stand and fall with their postings. */
final class NewsChecks {
    private NewsChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("what is booked leaves news, due at once, and nothing else does", NewsChecks::withPostings),
                Clause.of("news of several commits are one contact, due as it was at first", NewsChecks::coalesced),
                Clause.of("all postings of one commit are news", NewsChecks::several),
                Clause.of("a batch leaves news of each of its members", NewsChecks::batch));
    }

    private static void withPostings(Trial trial) {
        Expect.kind("a gift of nothing", Commit.Refused.class, trial.books(PLAIN, Gifts.gift(ANA, "g-1")));
        Expect.thrown(
                "a fault",
                IllegalStateException.class,
                () -> trial.store().update(Trial.request(order(ANA, "1")), state -> {
                    throw new IllegalStateException(
                            "after " + trial.decide(PLAIN, state, order(ANA, "1")).getClass());
                }));
        Expect.equal("contacts", List.of(), trial.store().contacts(Trial.FAR, 10));
        Instant booked = trial.clock().instant();
        trial.books(PLAIN, order(ANA, "1"));
        Contact expected = contact(ANA, news(1, 1), Optional.of(booked));
        Expect.equal("the contact", Optional.of(expected), trial.store().contact(ANA));
        trial.clock().passDays(1);
        Expect.kind("the same again", Commit.Replayed.class, trial.books(PLAIN, order(ANA, "1")));
        Expect.thrown(
                "another content",
                ConflictingRequestException.class,
                () -> trial.books(PLAIN, order(ANA, "1", "9.00", 1)));
        Expect.equal("contacts", List.of(expected), trial.store().contacts(Trial.FAR, 10));
        News.told(trial, ANA);
        Expect.kind("the same once more", Commit.Replayed.class, trial.books(PLAIN, order(ANA, "1")));
        Expect.equal("contacts", List.of(), trial.store().contacts(Trial.FAR, 10));
    }

    private static void coalesced(Trial trial) {
        Instant first = trial.clock().instant();
        for (int i = 0; i < 4; i++) {
            trial.books(PLAIN, order(ANA, "o-" + i));
            trial.clock().pass(Duration.ofHours(1));
        }
        Expect.equal(
                "contacts",
                List.of(contact(ANA, news(1, 4), Optional.of(first))),
                trial.store().contacts(Trial.FAR, 10));
    }

    private static void several(Trial trial) {
        trial.books(WAITING, order(ANA, "1"));
        News.told(trial, ANA);
        trial.clock().passDays(20);
        Commit.Applied applied =
                Expect.kind("an order", Commit.Applied.class, trial.books(WAITING, order(ANA, "2")));
        Expect.that("activation and purchase are postings of their own", applied.postings().size() > 1);
        Optional<Contact> expected = Optional.of(Contact.after(Optional.empty(), applied.postings()));
        Expect.equal("the contact", expected, trial.store().contact(ANA));
    }

    private static void batch(Trial trial) {
        trial.books(PLAIN, order(BEN, "0"));
        Instant first = trial.clock().instant();
        trial.clock().pass(Duration.ofHours(1));
        Instant second = trial.clock().instant();
        Expect.equal(
                "kinds", "AAAPR", Batch.kinds(Batch.send(
                        trial,
                        order(ANA, "1"),
                        order(BEN, "1"),
                        order(ANA, "2"),
                        order(ANA, "1"),
                        Gifts.gift(MemberId.of("poor"), "g-1"))));
        Expect.equal(
                "contacts",
                List.of(
                        contact(BEN, news(1, 2), Optional.of(first)),
                        contact(ANA, news(1, 2), Optional.of(second))),
                trial.store().contacts(Trial.FAR, 10));
    }
}
