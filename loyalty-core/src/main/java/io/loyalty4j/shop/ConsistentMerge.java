package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link Merge} of two accounts. */
@Constraint(validatedBy = ConsistentMerge.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConsistentMerge {
    String message() default "must be another member than the one given up";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports it at the other account. */
    final class Validator implements ConstraintValidator<ConsistentMerge, Merge> {
        @Override
        public boolean isValid(Merge merge, ConstraintValidatorContext context) {
            if (merge.member() == null || !merge.member().equals(merge.into())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("into")
                    .addConstraintViolation();
            return false;
        }
    }
}
