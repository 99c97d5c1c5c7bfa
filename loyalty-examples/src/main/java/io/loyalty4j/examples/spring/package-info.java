/**
 * A shop on Spring whose orders and points are in one database: an order and its points are committed together or not at all.
 *
 * <p>Start at {@link io.loyalty4j.examples.spring.Checkout}; {@code LoyaltyConfiguration} is what a shop would copy. Four rules make it work:
 *
 * <ul>
 *   <li><b>Loyalty is called last</b> in a transaction. It locks the member's account, and another till that serves this member waits until the
 *       transaction ends: nothing slow belongs behind it, least of all a payment provider.
 *   <li><b>A conflict is answered by doing the whole transaction again</b> ({@link io.loyalty4j.examples.spring.Till}). The store has marked the
 *       transaction: it is rolled back, whoever swallows the {@link io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException}, and without a word if
 *       that is the method which began it. So let it through.
 *   <li><b>Housekeeping runs outside of any transaction</b> ({@link io.loyalty4j.examples.spring.Housekeeping}): then the store opens its own, one for
 *       each member. Inside of one it would hold locks on everybody for whom something is due.
 *   <li><b>The pool has two connections for each thread that sells</b>, where a program has budgets, stock or order ids that are unique: these are claimed
 *       at once, on a connection beside the transaction's.
 * </ul>
 *
 * <p><b>Orders in another database than points</b> cannot be committed with them. Then the store is {@code JdbcLoyaltyStore.on(dataSource)}, and the steps
 * are: {@code reserve(order)}, which holds what the order redeems; the payment; the commit of the order, with a note in the same database that its points
 * are to be booked; {@code purchase(order)} from that note, again and again until it is answered. Sent twice it is booked once. Who never
 * comes back loses nothing: the hold ends by itself.
 *
 * <p><b>Tables.</b> {@code createSchema()} is for tests and small shops. Flyway and Liquibase take the same statements from the library's resource {@code
 * io/loyalty4j/jdbc/postgresql/V1__loyalty.sql}: point a Flyway of its own to {@code classpath:io/loyalty4j/jdbc/postgresql}, with {@code
 * table("loyalty_history")} and {@code baselineOnMigrate(true).baselineVersion("0")}, so that its versions do not mix with the shop's.
 */
@NullMarked
package io.loyalty4j.examples.spring;

import org.jspecify.annotations.NullMarked;
