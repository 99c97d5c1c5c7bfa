package io.loyalty4j.shop;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Map;

/**
 * English messages without an expression language, so that a shop needs no EL implementation and the text is the same under every locale.
 * {@code {name}} stands for the constraint's attribute of that name.
 */
final class PlainMessages implements MessageInterpolator {
    private static final String STANDARD = "{jakarta.validation.constraints.";

    private static final Map<String, String> TEXTS = Map.of(
            "NotNull", "must not be missing",
            "NotEmpty", "must not be empty",
            "Min", "must be at least {value}",
            "Max", "must be at most {value}",
            "DecimalMin", "must be at least {value}",
            "DecimalMax", "must be at most {value}",
            "Digits", "may have at most {integer} digits before the point and {fraction} after it",
            "Size", "must have at least {min} and at most {max} entries");

    @Override
    public String interpolate(String template, Context context) {
        String text = standard(template);
        for (Map.Entry<String, Object> attribute :
                context.getConstraintDescriptor().getAttributes().entrySet()) {
            text = text.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
        }
        return text;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return interpolate(template, context);
    }

    private static String standard(String template) {
        if (!template.startsWith(STANDARD)) {
            return template;
        }
        String name = template.substring(STANDARD.length(), template.indexOf(".message"));
        return TEXTS.getOrDefault(name, "breaks the rule " + name);
    }
}
