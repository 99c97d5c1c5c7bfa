package io.loyalty4j;

import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.notify.Patience;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.program.AttemptLimiter;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.store.LoyaltyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts an engine together. Not thread-safe. */
public final class EngineBuilder {
    private final LoyaltyProgram program;
    private LoyaltyStore store = LoyaltyStore.inMemory();
    private Clock clock = Clock.systemUTC();
    private RandomGenerator chance = new SecureRandom();
    private Approvals approvals = Approvals.none();
    private Optional<VoucherKey> voucherKey = Optional.empty();
    private AttemptLimiter attempts = AttemptLimiter.perHour(10);
    private Optional<Channel> channels = Optional.of(Channel.of(Notifier.logging()));
    private Patience patience = Patience.DEFAULT;
    private Instant tellingFrom = Instant.MIN;
    private Optional<Duration> housekeepingEvery = Optional.empty();

    EngineBuilder(LoyaltyProgram program) {
        this.program = program;
    }

    /** In memory unless it is said. */
    public EngineBuilder store(LoyaltyStore where) {
        this.store = where;
        return this;
    }

    /** The system's unless it is said. */
    public EngineBuilder clock(Clock time) {
        this.clock = time;
        return this;
    }

    /** What draws and tokens come from: a {@link SecureRandom} unless it is said; one with a seed makes a test repeatable. */
    public EngineBuilder chance(RandomGenerator source) {
        this.chance = source;
        return this;
    }

    /** Who approves large adjustments: nobody unless it is said. */
    public EngineBuilder approvals(Approvals fourEyes) {
        this.approvals = fourEyes;
        return this;
    }

    /** What codes of vouchers are made with; without it vouchers have none, and are redeemed by the reward's id. */
    public EngineBuilder voucherKey(VoucherKey secret) {
        this.voucherKey = Optional.of(secret);
        return this;
    }

    /** Who limits how often wrong codes are tried: ten in an hour by each member unless it is said. */
    public EngineBuilder voucherAttempts(AttemptLimiter limiter) {
        this.attempts = limiter;
        return this;
    }

    /**
     * Where events go: to the log unless it is said. {@link LoyaltyEngine#runDue} tells them. What members did not ask for goes to those alone who agreed to some
     * channel ({@link io.loyalty4j.shop.Member#consentsTo}), whatever its name; for caps and quiet hours, name a {@link Channel}.
     */
    public EngineBuilder notifications(Notifier notifier) {
        return notifications(Channel.of(notifier));
    }

    /** Where events go, with consent, caps and quiet hours. */
    public EngineBuilder notifications(Channel channel) {
        this.channels = Optional.of(channel);
        return this;
    }

    /**
     * This engine tells nobody, nor gives what moments give: another one on the same store does, on a machine for it. If none does, {@code archive(..)} moves
     * nothing, for it leaves alone what members are still to be told.
     */
    public EngineBuilder tellingNobody() {
        this.channels = Optional.empty();
        return this;
    }

    /**
     * What was booked before is told to nobody, though moments go by it: for a shop that brings its members' history along, or begins to tell them later than to
     * book for them. Everything is told unless it is said.
     */
    public EngineBuilder tellingFrom(Instant begin) {
        this.tellingFrom = begin;
        return this;
    }

    /** How long telling waits for notifiers, and how often it tries. */
    public EngineBuilder patience(Patience notifiers) {
        this.patience = notifiers;
        return this;
    }

    /**
     * Does by itself what {@link LoyaltyEngine#runDue} does, on one daemon thread that {@link LoyaltyEngine#close} ends: rounds until there is nothing left,
     * then a pause. Nothing runs by itself unless it is said.
     *
     * @throws IllegalArgumentException if the pause is shorter than a millisecond
     */
    public EngineBuilder housekeepingEvery(Duration pause) {
        if (pause.toMillis() < 1) {
            throw new IllegalArgumentException("housekeeping every " + pause + " leaves no pause");
        }
        this.housekeepingEvery = Optional.of(pause);
        return this;
    }

    /**
     * The engine.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.InvalidInputException if the channels contradict themselves, with every mistake
     */
    public LoyaltyEngine build() {
        return new LoyaltyEngine(new EngineSettings(
                program,
                store,
                clock,
                chance,
                approvals,
                voucherKey,
                attempts,
                channels,
                patience,
                tellingFrom,
                housekeepingEvery));
    }
}
