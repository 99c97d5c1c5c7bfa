package io.loyalty4j.testing;
import java.util.List;
final class HoldRaceChecks { private HoldRaceChecks() {} static List<Clause> all() { return List.of(); } }
