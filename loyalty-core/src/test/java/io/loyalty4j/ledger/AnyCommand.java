package io.loyalty4j.ledger;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Window;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Random commands of any type, made component by component: a type that is new is among them without a word. */
final class AnyCommand {
    private static final String LETTERS = "aB9%./=@#~:;-_*+?&'\"\\|<>()[]{}$^`,!";
    private static final String WORDS = LETTERS + " \u00e9\u4e16\u2014";
    private static final int TRIES = 200;

    private final Random random;

    AnyCommand(long seed) {
        this.random = new Random(seed);
    }

    /** Every record that is a command. */
    static List<Class<?>> types() {
        return types(Command.class).toList();
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(AnyCommand::types) : Stream.of(type);
    }

    Command of(Class<?> type) {
        return (Command) whole(type);
    }

    /** Constructors may refuse what chance brings together; then it tries again. */
    private Object whole(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        String why = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                Class<?>[] types =
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(Stream.of(components)
                        .map(component -> value(component.getAnnotatedType()))
                        .toArray());
            } catch (InvocationTargetException refused) {
                why = String.valueOf(refused.getCause());
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        throw new AssertionError("chance makes no " + type + ": " + why);
    }

    private Object value(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType parts) {
            return collection(
                    (Class<?>) ((ParameterizedType) parts.getType()).getRawType(),
                    parts.getAnnotatedActualTypeArguments());
        }
        Class<?> type = (Class<?>) annotated.getType();
        return type == String.class
                ? text(annotated)
                : simple(type).orElseGet(() -> whole(some(types(type).toList())));
    }

    private String text(AnnotatedType annotated) {
        for (Annotation annotation : annotated.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Day")) {
                return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000)).toString();
            }
        }
        return annotated.isAnnotationPresent(Identifier.class) ? id() : word();
    }

    private Object collection(Class<?> type, AnnotatedType[] parts) {
        if (type == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(parts[0]));
        }
        int size = random.nextInt(4);
        if (type == Map.class) {
            Map<Object, Object> map = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(parts[0]), value(parts[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(parts[0]));
        }
        return type == List.class ? list : new LinkedHashSet<>(list);
    }

    private Optional<Object> simple(Class<?> type) {
        if (type == MemberId.class) {
            return Optional.of(MemberId.of("m" + random.nextInt(1_000)));
        } else if (type == Window.class) {
            return Optional.of(random.nextBoolean() ? Window.YEAR : Window.rolling(Period.ofDays(30)));
        } else if (type == BigDecimal.class) {
            return Optional.of(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7)));
        } else if (type == int.class || type == Integer.class) {
            return Optional.of(1 + random.nextInt(1_000_000));
        } else if (type == long.class || type == Long.class) {
            return Optional.of(1 + random.nextLong(1_000_000_000_000_000L));
        } else if (type == boolean.class) {
            return Optional.of(random.nextBoolean());
        } else if (type == Instant.class) {
            return Optional.of(Instant.ofEpochMilli(random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L)));
        } else if (type == LocalDate.class) {
            return Optional.of(LocalDate.EPOCH.plusDays(random.nextInt(40_000)));
        } else if (type == Duration.class) {
            return Optional.of(Duration.ofMillis(random.nextInt()));
        } else if (type == Period.class) {
            return Optional.of(Period.ofDays(1 + random.nextInt(1_000)));
        } else if (type == Money.class) {
            return Optional.of(
                    new Money(BigDecimal.valueOf(random.nextInt(1_000_000), 2), Currency.getInstance("USD")));
        } else if (type.isEnum()) {
            return Optional.of(some(List.of(type.getEnumConstants())));
        }
        return Optional.empty();
    }

    private <T> T some(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String id() {
        return random.nextInt(1_000) + text(LETTERS);
    }

    private String word() {
        return text(WORDS) + (char) ('a' + random.nextInt(26));
    }

    private String text(String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
