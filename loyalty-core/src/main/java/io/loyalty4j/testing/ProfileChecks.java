package io.loyalty4j.testing;
import java.util.List;
final class ProfileChecks { private ProfileChecks() {} static List<Clause> all() { return List.of(); } }
