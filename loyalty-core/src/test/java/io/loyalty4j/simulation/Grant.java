package io.loyalty4j.simulation;

/** What one cause gave: the dates that its tokens share. */
final class Grant {
    static final long NEVER = Long.MAX_VALUE;
    /** Usable when the goods are handed over. */
    static final long WAITING = NEVER;

    final String id;
    final String cause;
    final long opened;
    long usable;
    long ends;
    long idle;
    boolean graced;
    /** When the first of those lapses that went in the place of its tokens; {@link #NEVER} if none did. */
    private long standIns = NEVER;

    /**
     * @param cause the order or activity that gave it; empty for what was taken on credit
     * @param opened when what it was given for happened
     * @param ends when it is too old; {@link #NEVER} if that is no matter
     * @param idle when the member has been away too long; {@link #NEVER} if that is no matter
     */
    Grant(String id, String cause, long opened, long usable, long ends, long idle) {
        this.id = id;
        this.cause = cause;
        this.opened = opened;
        this.usable = usable;
        this.ends = ends;
        this.idle = idle;
    }

    Grant copy() {
        Grant copy = new Grant(id, cause, opened, usable, ends, idle);
        copy.graced = graced;
        copy.standIns = standIns;
        return copy;
    }

    /** When its tokens lapse, for a member who counts as active until an instant. */
    long lapses(long activeUntil) {
        return Math.min(ends, idle == NEVER ? NEVER : Math.max(idle, activeUntil));
    }

    /** A token that lapses at an instant goes in the place of one of these, which is elsewhere. */
    void standIn(long lapse) {
        standIns = Math.min(standIns, lapse);
    }

    /** One that was elsewhere comes back: all of them lapse no later than what went in their place. */
    void comeBack(long activeUntil) {
        if (standIns < lapses(activeUntil)) {
            ends = standIns;
        }
        standIns = NEVER;
    }

    void grace(long until) {
        ends = until;
        idle = idle == NEVER ? NEVER : until;
        graced = true;
    }
}
