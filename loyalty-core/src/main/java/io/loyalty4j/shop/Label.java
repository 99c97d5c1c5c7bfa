package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A word that the shop uses for its goods (sku, category, brand, attribute): any visible characters and spaces, no control or direction marks. */
@Pattern(regexp = Label.PATTERN)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface Label {
    String PATTERN = "(?U)[[\\p{Graph} ]&&[^\\p{Cf}]]{1,128}";

    String WORDS = "must be 1 to 128 visible characters or spaces";

    String message() default WORDS;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
