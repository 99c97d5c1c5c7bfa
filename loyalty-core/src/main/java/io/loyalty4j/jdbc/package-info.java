/**
 * The store in a database: PostgreSQL, MariaDB and H2, by {@code java.sql} alone.
 *
 * <p>Here lives what a database's errors mean for a commit; no business rule.
 */
@NullMarked
package io.loyalty4j.jdbc;

import org.jspecify.annotations.NullMarked;
