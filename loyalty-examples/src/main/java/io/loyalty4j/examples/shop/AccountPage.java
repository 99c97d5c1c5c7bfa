package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Account;
import java.util.ArrayList;
import java.util.List;

/** All that a member has, and how it came about. */
record AccountPage(
        Frame frame,
        List<Figure> figures,
        TierView tier,
        List<LotView> lots,
        List<StatementLine> statement,
        List<Message> letters,
        List<Bought> orders) {
    private static final int MOST_LETTERS = 25;

    static AccountPage of(Frame frame, Customer customer, Till till) {
        Account account = till.account(customer.id());
        return new AccountPage(
                frame,
                Figure.of(account),
                TierView.of(account.tier()),
                LotView.of(account, till),
                StatementLine.of(till.journal(customer.id()), till.program().zone()),
                till.letters(customer.id(), MOST_LETTERS).stream()
                        .map(letter -> new Message(
                                Words.day(letter.at(), till.program().zone()), letter.text()))
                        .toList(),
                till.orders().paid(customer.id()).stream().map(Bought::of).toList());
    }

    /** A number with its name. */
    record Figure(String name, String value) {
        static List<Figure> of(Account account) {
            List<Figure> figures = new ArrayList<>();
            figures.add(new Figure("Points to use", Words.number(account.available())));
            figures.add(new Figure("Not usable yet", Words.number(account.pending())));
            figures.add(new Figure("Reserved", Words.number(account.held())));
            if (account.debt() != 0) {
                figures.add(new Figure("Owed", Words.number(account.debt())));
            }
            return figures;
        }
    }

    /** Whether there may be older lines than those that are shown. */
    public boolean more() {
        return statement.size() == StatementLine.MOST;
    }

    /** Something that the member was told. */
    record Message(String day, String text) {}

    /** An order in the list. */
    record Bought(String id, String name, String what) {
        static Bought of(ShopOrder order) {
            return new Bought(
                    order.id(),
                    order.name(),
                    Words.items(order.basket().pieces()) + ", "
                            + Words.money(order.basket().total()));
        }
    }
}
