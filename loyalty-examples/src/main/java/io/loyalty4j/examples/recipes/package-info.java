/**
 * Nine short mains, each one thing that a shop does: read one from top to bottom, run it, copy it.
 *
 * <p>{@code mvn -q compile exec:java -Dexec.mainClass=io.loyalty4j.examples.recipes.QuickStart} prints what the text beside its test says. Their calendar is one that is
 * turned by hand, so that a story of months takes a moment; a shop leaves {@code clock(..)} out, and has the system's.
 */
@NullMarked
package io.loyalty4j.examples.recipes;

import org.jspecify.annotations.NullMarked;
