package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One voucher that a reward takes.
 *
 * @param voucher the counter that has it
 * @param code the hash of the code that was typed for it
 */
record Ticket(String voucher, Optional<String> code) {
    static boolean is(String text) {
        return Voucher.is(text) || CodeCounter.is(text);
    }

    static Ticket parse(String text) {
        if (!CodeCounter.is(text)) {
            return new Ticket(text, Optional.empty());
        }
        String hash = CodeCounter.hash(
                text.substring(0, text.indexOf('/', CodeCounter.name("").length())));
        return new Ticket(text.substring(CodeCounter.name(hash).length() + 1), Optional.of(hash));
    }

    /** As holds and orders keep it. */
    String text() {
        return code.map(hash -> CodeCounter.name(hash) + "/").orElse("") + voucher;
    }

    String reward() {
        return Voucher.reward(voucher);
    }

    /** Uses it; one that has been taken back since it was reserved is owed. */
    void use(Draft draft, Instant now) {
        code.ifPresent(hash -> CodeCounter.use(draft, hash));
        Voucher.take(draft, voucher, 1, now);
    }

    void giveBack(Draft draft, Instant now) {
        code.ifPresent(hash -> CodeCounter.giveBack(draft, hash));
        Voucher.give(draft, voucher, 1, now);
    }
}
