package io.loyalty4j.testing;
import java.util.List;
final class SettlementChecks { private SettlementChecks() {} static List<Clause> all() { return List.of(); } }
