package io.loyalty4j.testing;
import java.util.List;
final class OutboxChecks { private OutboxChecks() {} static List<Clause> all() { return List.of(); } }
