/**
 * The store in a relational database: PostgreSQL, MariaDB and H2, on {@code java.sql} alone.
 *
 * <p>Here live tables, statements, transactions and what errors of databases mean; no business rule, and no sum of points: what is written was decided
 * elsewhere.
 */
@NullMarked
package io.loyalty4j.jdbc;

import org.jspecify.annotations.NullMarked;
