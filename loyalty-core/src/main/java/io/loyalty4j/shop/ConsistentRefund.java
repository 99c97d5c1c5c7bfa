package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link Refund} must say what comes back. */
@Constraint(validatedBy = ConsistentRefund.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConsistentRefund {
    String message() default "must not be empty, unless there is an amount";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports it at the path of the lines. */
    final class Validator implements ConstraintValidator<ConsistentRefund, Refund> {
        @Override
        public boolean isValid(Refund refund, ConstraintValidatorContext context) {
            boolean valid = !refund.lines().isEmpty() || refund.amount().isPresent();
            if (!valid) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("lines")
                        .addConstraintViolation();
            }
            return valid;
        }
    }
}
