package io.loyalty4j.testing;
import java.util.List;
final class ClaimChecks { private ClaimChecks() {} static List<Clause> all() { return List.of(); } }
