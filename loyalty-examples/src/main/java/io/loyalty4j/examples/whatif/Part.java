package io.loyalty4j.examples.whatif;

import java.util.List;

/**
 * A part of the report.
 *
 * @param id of its place on the page
 * @param words paragraphs before its figures
 */
record Part(String id, String heading, List<String> words, List<Figure> figures) {}
