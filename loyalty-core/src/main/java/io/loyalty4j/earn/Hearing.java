package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Who listens while rules are asked. What nobody listens to is not put into words. */
interface Hearing {
    /** Nobody. */
    Hearing NONE = new Hearing() {
        @Override
        public void silent(String rule, Supplier<Reason> why) {}

        @Override
        public void near(Supplier<List<Hint>> hints) {}
    };

    void silent(String rule, Supplier<Reason> why);

    void near(Supplier<List<Hint>> hints);

    /** Writes everything down. */
    final class Protocol implements Hearing {
        private final List<Silence> silences = new ArrayList<>();
        private final List<Hint> hints = new ArrayList<>();

        @Override
        public void silent(String rule, Supplier<Reason> why) {
            silences.add(new Silence(rule, why.get()));
        }

        @Override
        public void near(Supplier<List<Hint>> some) {
            hints.addAll(some.get());
        }

        Heard heard() {
            return new Heard(silences, hints);
        }
    }
}
