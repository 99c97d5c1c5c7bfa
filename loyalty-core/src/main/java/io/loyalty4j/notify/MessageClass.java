package io.loyalty4j.notify;

/** Whether a member has to be asked before they are told. */
public enum MessageClass {
    /** What follows from what the member did, or concerns what is theirs: sent without consent, cap or quiet hours. */
    TRANSACTIONAL,
    /** Reminders, greetings and gifts nobody asked for: sent with consent only, within caps, outside quiet hours. */
    MARKETING
}
