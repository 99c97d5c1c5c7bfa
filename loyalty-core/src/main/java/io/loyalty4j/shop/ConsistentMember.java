package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** A {@link Member} whose birthday, as it was written, is a day of the year, and whose zone is one. */
@Constraint(validatedBy = ConsistentMember.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConsistentMember {
    String message() default "must make sense";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports it at the path of the verb that people know, not of the text behind it. */
    final class Validator implements ConstraintValidator<ConsistentMember, Member> {
        @Override
        public boolean isValid(Member member, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            boolean day = read(
                    member.birthdayText(),
                    member.birthday(),
                    "birthday",
                    "must be a month and a day such as 02-29",
                    context);
            boolean zone = read(
                    member.zoneText(), member.zone(), "zone", "must be a time zone such as Europe/London", context);
            return day && zone;
        }

        private static boolean read(
                Optional<String> text,
                Optional<?> read,
                String path,
                String message,
                ConstraintValidatorContext context) {
            boolean valid = text.isPresent() == read.isPresent();
            if (!valid) {
                context.buildConstraintViolationWithTemplate(message)
                        .addPropertyNode(path)
                        .addConstraintViolation();
            }
            return valid;
        }
    }
}
