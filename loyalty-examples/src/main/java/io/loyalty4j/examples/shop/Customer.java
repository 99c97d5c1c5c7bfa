package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.Optional;

/** Somebody the shop knows. The engine is told the id alone. */
record Customer(MemberId id, String name, String about) {
    static final Customer ANA = new Customer(MemberId.of("ana"), "Ana", "New here, with no points yet.");
    static final Customer BEN =
            new Customer(MemberId.of("ben"), "Ben", "Came with 1,200 points, and is close to Silver.");
    static final Customer CHLOE =
            new Customer(MemberId.of("chloe"), "Chloe", "Came as a Gold member with 2,600 points.");
    static final List<Customer> ALL = List.of(ANA, BEN, CHLOE);

    static Optional<Customer> find(String id) {
        return ALL.stream().filter(one -> one.id().value().equals(id)).findFirst();
    }
}
