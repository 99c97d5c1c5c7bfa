package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link Transfer} between two. */
@Constraint(validatedBy = ConsistentTransfer.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConsistentTransfer {
    String message() default "must be another member than the sender";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports it at the receiver. */
    final class Validator implements ConstraintValidator<ConsistentTransfer, Transfer> {
        @Override
        public boolean isValid(Transfer transfer, ConstraintValidatorContext context) {
            if (transfer.member() == null || !transfer.member().equals(transfer.to())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("to")
                    .addConstraintViolation();
            return false;
        }
    }
}
