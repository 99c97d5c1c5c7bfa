package io.loyalty4j.testing;
import java.util.List;
final class AllotmentChecks { private AllotmentChecks() {} static List<Clause> all() { return List.of(); } }
