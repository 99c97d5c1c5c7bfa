package io.loyalty4j.shop;

/** Questions on which programs differ. The type names the question, the first constant is the default. */
public sealed interface Policy {
    /** Which lots pay first. Ties: the older, then the id. */
    enum PayingOrder implements Policy {
        /** The one that expires first; those that never expire last. */
        SOONEST_EXPIRY,
        OLDEST_FIRST
    }

    /** What becomes of points that a return takes back and the member no longer has. */
    enum ClawBack implements Policy {
        /** The member owes them; whatever comes in pays the debt first. */
        INTO_DEBT,
        /** Not below zero. What is missing is reported, and collected by the order's next return and by holds that are released. */
        WITHIN_BALANCE,
        /** Only what the order gave and is not active yet. */
        PENDING_ONLY
    }

    /** Whether the part of an order that was paid with points earns points. */
    enum EarnOnPointsPaid implements Policy {
        NO,
        YES
    }

    /** What becomes of the points that paid for goods that come back. */
    enum RedeemedOnReturn implements Policy {
        /** Each line gives back its share, into the lots it was taken from. */
        PROPORTIONAL,
        ON_FULL_RETURN,
        NEVER
    }

    /** Points that come back into a lot which has expired since. */
    enum RestoredAfterExpiry implements Policy {
        /** The lot is good for 30 days more, once in its life. */
        GRACE_30_DAYS,
        LAPSE
    }

    /** The tier of the order that crosses a tier's threshold. */
    enum CrossingOrder implements Policy {
        OLD_TIER,
        NEW_TIER
    }

    /**
     * Where fractions of points go: the one rounding point. Who splits an order into many never has more by it where fractions are cut, which the three floors do;
     * rounded, each part can gain up to half a point, and rounded up, less than one.
     */
    enum Rounding implements Policy {
        FLOOR_PER_ORDER,
        FLOOR_PER_LINE,
        /** A rate is floored per line, every extra per line and rule on that floored base. */
        FLOOR_PER_AWARD,
        HALF_UP,
        UP;

        /** Whether fractions are cut line by line. */
        public boolean perLine() {
            return this == FLOOR_PER_LINE || this == FLOOR_PER_AWARD;
        }
    }

    /** Whether a return lowers the tier's progress. */
    enum TierOnReturn implements Policy {
        /** Spend is reduced in the period of the purchase, and the tier follows. */
        RECHECKED,
        KEPT
    }

    /** How several multipliers on one line combine. */
    enum Stacking implements Policy {
        /** The extras add up: 1.5 and 4 give 4.5 times. */
        ADD,
        MULTIPLY,
        BEST
    }

    /** A paid order whose reservation has timed out. */
    enum LapsedHold implements Policy {
        /** Its points are taken again, or the purchase is refused. */
        TAKE_AGAIN_OR_REFUSE,
        /** What is missing is taken into debt: for shops that charge before they book. */
        TAKE_INTO_DEBT
    }

    /** How an account begins. */
    enum Enrolment implements Policy {
        AT_FIRST_COMMAND,
        /** Only by enrolling; until then commands are refused. */
        EXPLICIT
    }
}
