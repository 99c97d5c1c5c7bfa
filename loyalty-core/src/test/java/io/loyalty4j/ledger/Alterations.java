package io.loyalty4j.ledger;

import io.loyalty4j.shop.MemberId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every value that differs from a record in one simple part of it, however deep, as far as there can be one: another number or word, something more, less,
 * twice or elsewhere in a list, something where there was nothing.
 */
final class Alterations {
    private Alterations() {}

    static List<Object> of(Record value) {
        List<Object> all = new ArrayList<>();
        RecordComponent[] components = value.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            for (Object part : of(part(value, components[i]), components[i].getGenericType())) {
                with(value, components, i, part).ifPresent(all::add);
            }
        }
        return all;
    }

    private static List<Object> of(Object value, Type type) {
        if (value instanceof Record whole) {
            return of(whole);
        } else if (value instanceof Optional<?> optional) {
            return ofOptional(optional, argument(type, 0));
        } else if (value instanceof List<?> list) {
            return ofList(list, argument(type, 0));
        } else if (value instanceof Set<?> set) {
            return ofSet(set, argument(type, 0));
        } else if (value instanceof Map<?, ?> map) {
            return ofMap(map, argument(type, 0), argument(type, 1));
        }
        return otherThan(value);
    }

    private static List<Object> ofOptional(Optional<?> optional, Type of) {
        List<Object> all = new ArrayList<>();
        optional.ifPresent(present -> {
            all.add(Optional.empty());
            of(present, of).forEach(other -> all.add(Optional.of(other)));
        });
        if (optional.isEmpty()) {
            some(of).ifPresent(one -> all.add(Optional.of(one)));
        }
        return all;
    }

    private static List<Object> ofList(List<?> list, Type of) {
        List<Object> all = new ArrayList<>();
        some(of).ifPresent(one ->
                all.add(Stream.concat(list.stream(), Stream.of(one)).toList()));
        for (int i = 0; i < list.size(); i++) {
            List<Object> fewer = new ArrayList<>(list);
            Object one = fewer.remove(i);
            all.add(fewer);
            List<Object> twice = new ArrayList<>(list);
            twice.add(i, one);
            all.add(twice);
            if (i > 0) {
                List<Object> swapped = new ArrayList<>(list);
                Collections.swap(swapped, i - 1, i);
                all.add(swapped);
            }
            for (Object other : of(one, of)) {
                List<Object> changed = new ArrayList<>(list);
                changed.set(i, other);
                all.add(changed);
            }
        }
        return all;
    }

    private static List<Object> ofSet(Set<?> set, Type of) {
        List<Object> all = new ArrayList<>();
        for (Object one : new TreeSet<>(set)) {
            Set<Object> fewer = new LinkedHashSet<>(set);
            fewer.remove(one);
            all.add(fewer);
        }
        some(of).ifPresent(one -> {
            Set<Object> more = new LinkedHashSet<>(set);
            more.add(one);
            all.add(more);
        });
        return all;
    }

    private static List<Object> ofMap(Map<?, ?> map, Type key, Type value) {
        List<Object> all = new ArrayList<>();
        map.forEach((name, one) -> {
            Map<Object, Object> fewer = new LinkedHashMap<>(map);
            fewer.remove(name);
            all.add(fewer);
            for (Object other : of(one, value)) {
                Map<Object, Object> changed = new LinkedHashMap<>(map);
                changed.put(name, other);
                all.add(changed);
            }
        });
        some(key)
                .ifPresent(name -> some(value).ifPresent(one -> {
                    Map<Object, Object> more = new LinkedHashMap<>(map);
                    more.put(name, one);
                    all.add(more);
                }));
        return all;
    }

    /** Something of a type, where it is simple. */
    private static Optional<Object> some(Type type) {
        if (type == String.class) {
            return Optional.of("some");
        } else if (type == Long.class) {
            return Optional.of(17L);
        } else if (type == Integer.class) {
            return Optional.of(17);
        } else if (type == BigDecimal.class) {
            return Optional.of(new BigDecimal("0.17"));
        } else if (type == Instant.class) {
            return Optional.of(Instant.ofEpochSecond(17));
        } else if (type == LocalDate.class) {
            return Optional.of(LocalDate.EPOCH);
        } else if (type == MemberId.class) {
            return Optional.of(MemberId.of("some"));
        }
        return type instanceof Class<?> known && known.isEnum()
                ? Optional.of(known.getEnumConstants()[0])
                : Optional.empty();
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parts ? parts.getActualTypeArguments()[index] : Object.class;
    }

    private static List<Object> otherThan(Object value) {
        if (value instanceof Long number) {
            return List.of(number + 1, -number - 1);
        } else if (value instanceof Integer number) {
            return List.of(number + 1);
        } else if (value instanceof Boolean truth) {
            return List.of(!truth);
        } else if (value instanceof String text) {
            return List.of(text + "x");
        } else if (value instanceof BigDecimal number) {
            return List.of(number.add(new BigDecimal("0.01")));
        } else if (value instanceof Instant at) {
            return List.of(at.equals(Instant.MIN) ? Instant.EPOCH : at.minusMillis(1));
        } else if (value instanceof LocalDate day) {
            return List.of(day.plusDays(1));
        } else if (value instanceof ZoneId) {
            return List.of(ZoneId.of("Asia/Tokyo"));
        } else if (value instanceof Currency) {
            return List.of(Currency.getInstance("EUR"));
        } else if (value instanceof Enum<?> constant) {
            List<Object> others =
                    new ArrayList<>(List.of(constant.getDeclaringClass().getEnumConstants()));
            others.remove(constant);
            return others;
        }
        throw new AssertionError("no other value for a " + value.getClass());
    }

    private static Object part(Record whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return Objects.requireNonNull(component.getAccessor().invoke(whole));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The record with another part; empty if such a record is impossible. */
    private static Optional<Object> with(Record whole, RecordComponent[] components, int index, Object part) {
        try {
            Class<?>[] types = new Class<?>[components.length];
            Object[] parts = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                parts[i] = i == index ? part : part(whole, components[i]);
            }
            Constructor<?> constructor = whole.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(parts)).filter(other -> !other.equals(whole));
        } catch (InvocationTargetException impossible) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
