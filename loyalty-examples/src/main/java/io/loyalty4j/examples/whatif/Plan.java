package io.loyalty4j.examples.whatif;

import io.loyalty4j.program.LoyaltyProgram;

/**
 * A program that is tried.
 *
 * @param name short, for legends and headings
 * @param words what it promises, for people
 */
record Plan(String name, String words, LoyaltyProgram program) {}
