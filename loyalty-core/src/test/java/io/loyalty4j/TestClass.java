package io.loyalty4j;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests of a class of a page, run as JUnit does: {@code @Test}, {@code @TestFactory}, {@code @BeforeEach}, {@code @AfterEach}, and nothing else. */
final class TestClass {
    private final Class<?> type;

    TestClass(Class<?> type) {
        this.type = type;
    }

    /** @throws AssertionError if one fails, with its message; the others are suppressed */
    void run() throws Exception {
        List<Throwable> failures = failures();
        if (!failures.isEmpty()) {
            Throwable first = failures.get(0);
            AssertionError failed = new AssertionError(
                    failures.size() + " tests of " + type.getSimpleName() + " fail, the first with " + first, first);
            failures.stream().skip(1).forEach(failed::addSuppressed);
            throw failed;
        }
    }

    /** What each test that fails throws, in the order of their names; not only {@link AssertionError}s. */
    List<Throwable> failures() throws Exception {
        List<Method> tests = Stream.concat(annotated(Test.class), annotated(TestFactory.class))
                .toList();
        if (tests.isEmpty()) {
            throw new AssertionError("no tests in " + type.getSimpleName());
        }
        List<Throwable> failures = new ArrayList<>();
        for (Method test : tests) {
            run(test, failures);
        }
        return failures;
    }

    private Stream<Method> annotated(Class<? extends Annotation> with) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(with))
                .sorted((one, other) -> one.getName().compareTo(other.getName()));
    }

    private void run(Method test, List<Throwable> failures) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        try {
            all(BeforeEach.class, instance);
            dynamic(called(test, instance), failures);
        } catch (InvocationTargetException e) {
            failures.add(e.getCause());
        } finally {
            all(AfterEach.class, instance);
        }
    }

    private void all(Class<? extends Annotation> with, Object instance) throws Exception {
        for (Method method : annotated(with).toList()) {
            called(method, instance);
        }
    }

    /** What it returns, as nodes; none if it is a test. */
    private static Stream<? extends DynamicNode> called(Method method, Object instance) throws Exception {
        method.setAccessible(true);
        Object returned = method.invoke(instance);
        return returned == null ? Stream.empty() : stream(returned).map(DynamicNode.class::cast);
    }

    private static Stream<?> stream(Object returned) {
        if (returned instanceof Stream<?> stream) {
            return stream;
        }
        return returned instanceof Iterable<?> several
                ? StreamSupport.stream(several.spliterator(), false)
                : Stream.of(returned);
    }

    private static void dynamic(Stream<? extends DynamicNode> nodes, List<Throwable> failures) {
        nodes.forEach(node -> {
            if (node instanceof DynamicContainer container) {
                dynamic(container.getChildren(), failures);
            } else {
                dynamic((DynamicTest) node, failures);
            }
        });
    }

    private static void dynamic(DynamicTest test, List<Throwable> failures) {
        try {
            test.getExecutable().execute();
        } catch (Throwable e) {
            failures.add(e);
        }
    }
}
