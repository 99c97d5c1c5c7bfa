/**
 * A store of one's own: the library's accounts in a document database.
 *
 * <p>Start at {@code DocumentLoyaltyStore}. {@code Documents} is what it asks of a database, the least with which no points are lost: a batch that is
 * written whole or not at all, on the condition that some documents are still what they were. MongoDB has it as a transaction with an update filter, DynamoDB as
 * {@code TransactWriteItems} with a condition, Firestore as a transaction. That the store is right is told by {@code LoyaltyStoreContract}: see its test.
 */
@NullMarked
package io.loyalty4j.examples.documents;

import org.jspecify.annotations.NullMarked;
