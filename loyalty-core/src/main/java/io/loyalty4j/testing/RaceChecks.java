package io.loyalty4j.testing;
import java.util.List;
final class RaceChecks { private RaceChecks() {} static List<Clause> all() { return List.of(); } }
