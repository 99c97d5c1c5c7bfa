package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link Member} whose birthday, as it was written, is a day of the year. */
@Constraint(validatedBy = ConsistentMember.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConsistentMember {
    String message() default "must be a month and a day such as 02-29";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports it at the path of the verb that people know, not of the text behind it. */
    final class Validator implements ConstraintValidator<ConsistentMember, Member> {
        @Override
        public boolean isValid(Member member, ConstraintValidatorContext context) {
            boolean valid =
                    member.birthdayText().isPresent() == member.birthday().isPresent();
            if (!valid) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("birthday")
                        .addConstraintViolation();
            }
            return valid;
        }
    }
}
