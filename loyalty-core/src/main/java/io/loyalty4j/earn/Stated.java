package io.loyalty4j.earn;

import java.util.List;
import java.util.Set;

/** Something a program's author wrote that may be mistaken; the mistakes are collected when the program is built. */
interface Stated {
    /**
     * What is wrong, in words.
     *
     * @param tiers the codes that the program declares
     */
    List<String> mistakes(Set<String> tiers);
}
