package io.loyalty4j.testing;
import java.util.List;
final class LifeChecks { private LifeChecks() {} static List<Clause> all() { return List.of(); } }
