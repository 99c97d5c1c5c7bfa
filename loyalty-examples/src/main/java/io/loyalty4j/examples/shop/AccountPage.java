package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Account;
import java.util.List;

/** All that a member has, and how it came about. */
record AccountPage(
        Frame frame,
        List<Figure> figures,
        TierView tier,
        List<LotView> lots,
        List<StatementLine> statement,
        List<Letter> letters,
        List<Bought> orders) {
    static AccountPage of(Frame frame, Customer customer, Till till) {
        Account account = till.account(customer.id());
        return new AccountPage(
                frame,
                Figure.of(account),
                TierView.of(account.tier()),
                LotView.of(account, till),
                StatementLine.of(till.journal(customer.id()), till.program().zone()),
                till.letters(customer.id()).stream()
                        .map(event ->
                                new Letter(Words.day(event.at(), till.program().zone()), Words.event(event)))
                        .filter(letter -> !letter.text().isEmpty())
                        .toList(),
                till.orders().paid(customer.id()).stream().map(Bought::of).toList());
    }

    /** A number with its name. */
    record Figure(String name, String value) {
        static List<Figure> of(Account account) {
            List<Figure> figures = List.of(
                    new Figure("Points you can use", Words.number(account.available())),
                    new Figure("Waiting", Words.number(account.pending())),
                    new Figure("Reserved", Words.number(account.held())));
            return account.debt() == 0
                    ? figures
                    : java.util.stream.Stream.concat(
                                    figures.stream(),
                                    java.util.stream.Stream.of(new Figure("Owed", Words.number(account.debt()))))
                            .toList();
        }
    }

    /** A message. */
    record Letter(String day, String text) {}

    /** An order in the list. */
    record Bought(String id, String what) {
        static Bought of(ShopOrder order) {
            return new Bought(
                    order.id(),
                    order.basket().pieces() + " pieces, "
                            + Words.money(order.basket().total()));
        }
    }
}
