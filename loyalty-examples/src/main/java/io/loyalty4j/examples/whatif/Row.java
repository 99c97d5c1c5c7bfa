package io.loyalty4j.examples.whatif;

import java.util.List;

/** A row of a table: what it is about, and its figures or words. */
record Row(String head, List<String> cells) {}
