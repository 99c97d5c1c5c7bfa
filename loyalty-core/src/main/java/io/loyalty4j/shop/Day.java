package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A day as ISO 8601 writes it. */
@Constraint(validatedBy = Day.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@interface Day {
    String message() default "must be a day such as 2027-03-31";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether there is such a day; where none is said there is nothing to check. */
    final class Validator implements ConstraintValidator<Day, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || Days.of(text).isPresent();
        }
    }
}
