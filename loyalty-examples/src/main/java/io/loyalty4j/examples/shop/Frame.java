package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Account;
import java.util.List;
import java.util.Optional;

/**
 * What is around every page.
 *
 * @param customer empty for a guest
 * @param standing points and tier of the customer
 * @param tier of the customer
 * @param words to be said once; none or one
 */
record Frame(
        String title,
        String token,
        String customer,
        String standing,
        String tier,
        int pieces,
        String clock,
        List<Visit.Word> words) {
    static Frame of(String title, Visit visit, Optional<Visit.Word> word, Till till) {
        Optional<Customer> customer = visit.customer();
        Optional<Account> account = customer.map(known -> till.account(known.id()));
        return new Frame(
                title,
                visit.token(),
                customer.map(Customer::name).orElse(""),
                account.map(Frame::standing).orElse(""),
                account.map(Frame::tier).orElse(""),
                visit.basket().pieces(),
                Words.time(till.now(), till.program().zone()),
                word.stream().toList());
    }

    /** Whether something is refused at the head of the page already. */
    boolean apologises() {
        return words.stream().anyMatch(Visit.Word::sorry);
    }

    private static String standing(Account account) {
        return Words.points(account.available()) + ", " + tier(account);
    }

    private static String tier(Account account) {
        return Words.name(account.tier().code());
    }
}
