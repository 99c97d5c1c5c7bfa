package io.loyalty4j.shop;

/**
 * What a person of the shop asks for. The posting says who it was and why, and nobody does it to their own account: neither where the actor is the member's
 * id, nor where it is the {@code person} of the member's profile. Only closing and forgetting are the member's own affair too.
 */
public sealed interface StaffCommand extends Command
        permits Adjustment,
                Adjustment.Reversal,
                Extension,
                Merge,
                Reinstatement,
                StatusChange,
                TierGrant,
                TierGrant.Withdrawal {
    /** A code for the person, 1 to 64 printable ASCII characters; no name, for the journal is never erased. */
    String actor();

    /** The reason: a code or a few words, 1 to 128 visible characters and spaces, and no personal data, for the same cause. */
    String reason();
}
