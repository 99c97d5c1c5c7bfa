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
import java.util.Set;

/** The one door through which people's input comes: Jakarta Bean Validation, with whatever provider is found at run time. Thread-safe. */
public final class InputCheck {
    private InputCheck() {}

    /**
     * The input itself, if it breaks no rule of form.
     *
     * @throws InvalidInputException with every violation, sorted by path
     * @throws IllegalStateException if there is no Bean Validation provider; it says what to add
     */
    public static <T> T valid(T input) {
        Set<ConstraintViolation<T>> found = Provider.VALIDATOR.validate(input);
        if (!found.isEmpty()) {
            List<Violation> violations = found.stream()
                    .map(violation -> new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
                    .distinct()
                    .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                    .toList();
            throw new InvalidInputException(violations);
        }
        return input;
    }

    /** Found once, when it is first needed. */
    private static final class Provider {
        static final Validator VALIDATOR = found();

        private static Validator found() {
            try {
                Configuration<?> configuration = Validation.byDefaultProvider().configure();
                ValidatorFactory factory =
                        configuration.messageInterpolator(new PlainMessages()).buildValidatorFactory();
                return factory.getValidator();
            } catch (NoProviderFoundException e) {
                throw new IllegalStateException(
                        "no Jakarta Bean Validation provider found; add one to the class path, for example org.hibernate.validator:hibernate-validator",
                        e);
            }
        }
    }
}
