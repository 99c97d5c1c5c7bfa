package io.loyalty4j.shop;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold between the parts of an {@link Order}: a currency for its lines, ids that differ, a discount that leaves nothing below zero, each voucher once. */
@Constraint(validatedBy = ConsistentOrder.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConsistentOrder {
    String message() default "inconsistent order";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports each finding at its own path. */
    final class Validator implements ConstraintValidator<ConsistentOrder, Order> {
        @Override
        public boolean isValid(Order order, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            boolean currency = currencyGiven(order, context);
            boolean lines = linesFit(order.lines(), context);
            boolean discount = discountFits(order, context);
            boolean rewards = rewardsFit(order, context);
            return currency && lines && discount && rewards;
        }

        private static boolean currencyGiven(Order order, ConstraintValidatorContext context) {
            return order.currency().isPresent()
                    || order.lines().isEmpty()
                    || report(context, "currency", "is missing: an order with lines says in which currency they are");
        }

        private static boolean linesFit(List<OrderLine> lines, ConstraintValidatorContext context) {
            Set<String> seen = new HashSet<>();
            boolean fit = true;
            for (int i = 0; i < lines.size(); i++) {
                OrderLine line = lines.get(i);
                if (line != null && !seen.add(line.id())) {
                    fit = report(
                            context,
                            "lines[" + i + "].id",
                            "is the id of an earlier line too; give each its own with id(..)");
                }
                if (line != null && line.overDiscounted()) {
                    fit = report(context, "lines[" + i + "].discount", "is more than the line costs");
                }
            }
            return fit;
        }

        private static boolean rewardsFit(Order order, ConstraintValidatorContext context) {
            boolean twice =
                    new HashSet<>(order.vouchers()).size() < order.vouchers().size();
            boolean many = order.vouchers().size() + order.redemptions().size() > Order.MOST_REWARDS;
            boolean once = !twice || report(context, "vouchers", "has the same code twice");
            boolean few = order.vouchers().isEmpty()
                    || !many
                    || report(context, "vouchers", "and redemptions are more than " + Order.MOST_REWARDS);
            return once && few;
        }

        private static boolean discountFits(Order order, ConstraintValidatorContext context) {
            BigDecimal amount = order.lines().stream()
                    .filter(Objects::nonNull)
                    .map(OrderLine::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return order.discount().signum() <= 0
                    || order.discount().compareTo(amount) <= 0
                    || report(context, "discount", "is more than the lines cost");
        }

        private static boolean report(ConstraintValidatorContext context, String property, String message) {
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(property)
                    .addConstraintViolation();
            return false;
        }
    }
}
