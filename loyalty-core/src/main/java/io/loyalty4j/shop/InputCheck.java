package io.loyalty4j.shop;

import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import jakarta.validation.Configuration;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one door through which people's input comes: Jakarta Bean Validation, with whatever provider is found at run time. Thread-safe. */
public final class InputCheck {
    private static final int LONGEST_PATH = 200;

    private InputCheck() {}

    /**
     * The input itself, if it breaks no rule of form.
     *
     * @throws InvalidInputException with every violation, sorted by path
     * @throws IllegalStateException if there is no Bean Validation provider; it says what to add
     */
    public static <T> T valid(T input) {
        Set<ConstraintViolation<T>> found = validator().validate(input);
        if (!found.isEmpty()) {
            List<Violation> violations = found.stream()
                    .map(violation ->
                            new Violation(shown(violation.getPropertyPath().toString()), violation.getMessage()))
                    .distinct()
                    .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                    .toList();
            throw new InvalidInputException(violations);
        }
        return input;
    }

    /** A path may quote the key of a map, which is whatever was sent: it forges no line of a log and fills none. */
    private static String shown(String path) {
        String plain = path.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() <= LONGEST_PATH ? plain : plain.substring(0, LONGEST_PATH) + "...";
    }

    private static Validator validator() {
        return Provider.VALIDATOR.orElseThrow(
                () -> new IllegalStateException(
                        "no Jakarta Bean Validation provider found; add one to the class path, for example org.hibernate.validator:hibernate-validator"));
    }

    /** Looked for once, when it is first needed. */
    private static final class Provider {
        static final Optional<Validator> VALIDATOR = found();

        private static Optional<Validator> found() {
            try {
                Configuration<?> configuration = Validation.byDefaultProvider().configure();
                ValidatorFactory factory =
                        configuration.messageInterpolator(new PlainMessages()).buildValidatorFactory();
                return Optional.of(factory.getValidator());
            } catch (NoProviderFoundException e) {
                return Optional.empty();
            }
        }
    }
}
