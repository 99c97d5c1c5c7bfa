package io.loyalty4j;

import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.Patience;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.program.AttemptLimiter;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What an engine is made of. */
record EngineSettings(
        LoyaltyProgram program,
        LoyaltyStore store,
        Clock clock,
        RandomGenerator chance,
        Approvals approvals,
        Optional<VoucherKey> voucherKey,
        AttemptLimiter attempts,
        Optional<Channel> channels,
        Patience patience,
        Instant tellingFrom,
        Optional<Duration> housekeepingEvery) {}
