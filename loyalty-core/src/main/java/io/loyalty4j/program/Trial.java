package io.loyalty4j.program;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One choice for each thing that can make a difference: when, what, who, and how the order was placed. */
record Trial(Placing moment, Basket basket, Person person, Map<String, String> attributes) {
    Trial moment(UnaryOperator<Placing> change) {
        return new Trial(change.apply(moment), basket, person, attributes);
    }

    Trial basket(UnaryOperator<Basket> change) {
        return new Trial(moment, change.apply(basket), person, attributes);
    }

    Trial person(UnaryOperator<Person> change) {
        return new Trial(moment, basket, change.apply(person), attributes);
    }

    Trial with(String attribute, String value) {
        return new Trial(moment, basket, person, plus(attributes, attribute, value));
    }

    static Map<String, String> plus(Map<String, String> some, String name, String value) {
        Map<String, String> more = new TreeMap<>(some);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }
}
