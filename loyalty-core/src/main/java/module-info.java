/** Loyalty points: rules, ledger, tiers and redemption behind small ports. Open, so that a Bean Validation provider may read the constraints. */
open module io.loyalty4j {
    requires transitive jakarta.validation;
    requires transitive org.jspecify;
    requires transitive java.sql;
    requires org.slf4j;

    exports io.loyalty4j;
    exports io.loyalty4j.earn;
    exports io.loyalty4j.insight;
    exports io.loyalty4j.jdbc;
    exports io.loyalty4j.ledger;
    exports io.loyalty4j.notify;
    exports io.loyalty4j.program;
    exports io.loyalty4j.reward;
    exports io.loyalty4j.shop;
    exports io.loyalty4j.store;
    exports io.loyalty4j.testing;
    exports io.loyalty4j.tier;
}
