package io.loyalty4j.testing;
import java.util.List;
final class LimitChecks { private LimitChecks() {} static List<Clause> all() { return List.of(); } }
