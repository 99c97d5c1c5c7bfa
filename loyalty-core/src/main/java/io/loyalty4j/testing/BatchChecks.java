package io.loyalty4j.testing;
import java.util.List;
final class BatchChecks { private BatchChecks() {} static List<Clause> all() { return List.of(); } }
