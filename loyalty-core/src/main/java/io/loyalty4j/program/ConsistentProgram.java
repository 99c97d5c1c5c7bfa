package io.loyalty4j.program;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A program whose parts fit together. */
@Constraint(validatedBy = ConsistentProgram.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConsistentProgram {
    String message() default "inconsistent program";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What the Bean Validation provider makes and asks. */
    final class Validator implements ConstraintValidator<ConsistentProgram, ProgramDraft> {
        @Override
        public boolean isValid(ProgramDraft draft, ConstraintValidatorContext context) {
            return ProgramCheck.passes(draft, context);
        }
    }
}
