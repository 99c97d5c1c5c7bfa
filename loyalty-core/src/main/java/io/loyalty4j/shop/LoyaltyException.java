package io.loyalty4j.shop;

import java.util.List;
import java.util.stream.Collectors;

/** Faults and wrong use, all unchecked. A refusal is not among them, unless somebody asks a refused outcome for its receipt. */
public abstract sealed class LoyaltyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LoyaltyException(String message) {
        super(message);
    }

    private LoyaltyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The receipt of a refused command was asked for. */
    public static final class RefusedException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal reason;

        public RefusedException(Refusal reason) {
            super(reason.toString());
            this.reason = reason;
        }

        public Refusal reason() {
            return reason;
        }
    }

    /** What was handed in breaks rules of form; every one of them, each with its path. Nothing was done. */
    public static final class InvalidInputException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        private final transient List<Violation> violations;

        public InvalidInputException(List<Violation> violations) {
            super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
            this.violations = List.copyOf(violations);
        }

        /** Sorted by path. */
        public List<Violation> violations() {
            return violations;
        }

        /** One broken rule: {@code lines[0].price}, {@code must be greater than or equal to 0}. */
        public record Violation(String path, String message) {
            @Override
            public String toString() {
                return path.isEmpty() ? message : path + ": " + message;
            }
        }
    }

    /** The same request id came with another content. The first one stands, the second has no effect. */
    public static final class ConflictingRequestException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        private final String requestId;
        private final String differingField;

        public ConflictingRequestException(String requestId, String differingField) {
            super(requestId + " was booked with another content: they differ in " + differingField);
            this.requestId = requestId;
            this.differingField = differingField;
        }

        public String requestId() {
            return requestId;
        }

        public String differingField() {
            return differingField;
        }
    }

    /** A rule of the program's own threw, or gave what no rule may give; the command failed whole. */
    public static final class RuleFailedException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        private final String rule;

        public RuleFailedException(String rule, String what) {
            super("rule " + rule + " failed: " + what);
            this.rule = rule;
        }

        public RuleFailedException(String rule, RuntimeException cause) {
            super("rule " + rule + " failed: " + cause, cause);
            this.rule = rule;
        }

        public String rule() {
            return rule;
        }
    }

    /** What a command once said cannot be read back: it is of a kind, or says something, that this version of the library does not know. */
    public static final class UnreadableCommandException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        private final String requestId;

        public UnreadableCommandException(String requestId, String why) {
            super(requestId + " cannot be read back: " + why);
            this.requestId = requestId;
        }

        public String requestId() {
            return requestId;
        }
    }

    /** An account and its journal do not fit together; nothing is booked on it until somebody has looked. */
    public static final class CorruptAccountException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        private final transient MemberId member;

        public CorruptAccountException(MemberId member, String finding) {
            super("account " + member + ": " + finding);
            this.member = member;
        }

        public MemberId member() {
            return member;
        }
    }

    /**
     * The store was asked to write and did not say whether it has. Sending the same again finds out, and has one effect either way.
     */
    public static final class OutcomeUnknownException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknownException(String what, Throwable cause) {
            super("it is not known whether " + what + " was booked; sent again, it has one effect", cause);
        }
    }

    /** The store could not do what it was asked to, and nothing was written; its message says whether to try again or to look at the database. */
    public static final class StoreFailedException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        public StoreFailedException(String what, Throwable cause) {
            super(what, cause);
        }

        public StoreFailedException(String what) {
            super(what);
        }
    }

    /**
     * Inside the shop's own transaction something else wrote the same account, or the database undid the transaction. Nothing of it may be kept: roll it
     * back, and do all of it again. The cause tells whether that will help: whatever the database refuses ends the transaction so, a full disk or a missing
     * grant too.
     */
    public static final class ConcurrentUpdateException extends LoyaltyException {
        private static final long serialVersionUID = 1L;

        public ConcurrentUpdateException(String what, Throwable cause) {
            super(what + "; the whole transaction is to be done again", cause);
        }

        public ConcurrentUpdateException(String what) {
            super(what + "; the whole transaction is to be done again");
        }
    }
}
