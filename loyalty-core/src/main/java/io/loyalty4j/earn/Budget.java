package io.loyalty4j.earn;

/** A limit for all members together, or all accounts of a person, by its name among all programs. */
record Budget(String name, String rule, Cap cap) {
    boolean inTimes() {
        return cap.unit() == Cap.Unit.TIMES;
    }
}
