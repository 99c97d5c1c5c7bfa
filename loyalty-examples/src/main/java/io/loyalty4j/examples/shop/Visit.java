package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One browser in the shop, with all its tabs. Thread-safe. */
final class Visit {
    private static final int MOST_WORDS = 50;

    private final String token;
    private Optional<Customer> customer = Optional.empty();
    private Basket basket = Basket.empty();
    private Choice choice = Choice.NONE;
    private final Map<String, Word> words = new LinkedHashMap<>();

    /** Of somebody who has nothing here yet. */
    Visit(String token) {
        this.token = token;
    }

    /** In every form, so that no page of somebody else's can send one. */
    String token() {
        return token;
    }

    synchronized Optional<Customer> customer() {
        return customer;
    }

    synchronized MemberId member() {
        return customer.map(Customer::id).orElse(MemberId.GUEST);
    }

    /** What a guest has put into the basket comes along; the basket of one customer is nothing for another. */
    synchronized Visit of(Optional<Customer> other, String itsToken) {
        Visit next = new Visit(itsToken);
        next.customer = other;
        if (customer.isEmpty() || customer.equals(other)) {
            next.basket = basket;
        }
        return next;
    }

    synchronized Basket basket() {
        return basket;
    }

    synchronized Choice choice() {
        return choice;
    }

    /** Whether the basket is another one then. */
    synchronized boolean change(UnaryOperator<Basket> how) {
        Basket before = basket;
        basket = how.apply(before);
        return !basket.equals(before);
    }

    synchronized void choose(Choice other) {
        choice = other;
    }

    /** Begins another basket, if the one that was paid is still the one here, with what another tab has put into it meanwhile. */
    synchronized void bought(Basket paid) {
        if (basket.number().equals(paid.number())) {
            basket = basket.without(paid);
            choice = Choice.NONE;
        }
    }

    /** Keeps a sentence for the page that comes next in this tab. Gives what that page is to ask for it by: another tab must not take it. */
    synchronized String say(Word word) {
        if (words.size() == MOST_WORDS) {
            words.clear();
        }
        String id = Ids.secret();
        words.put(id, word);
        return id;
    }

    /** What was kept, once. */
    synchronized Optional<Word> word(String id) {
        return Optional.ofNullable(words.remove(id));
    }

    /** A sentence at the head of a page. */
    record Word(String sentence, boolean sorry) {}
}
