package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be read of one member before requests of theirs can be decided.
 *
 * @param requests ids whose first postings are wanted, if they are there
 * @param orders whose positions are wanted, with the closed lots in which they have stakes
 */
public record Reading(MemberId member, Set<String> requests, Set<String> orders) {
    /** For units of one member, at least one. */
    static Reading of(List<Unit> units) {
        List<Request> about = units.stream().map(Unit::request).toList();
        return new Reading(
                about.get(0).member(),
                about.stream().flatMap(request -> request.id().stream()).collect(Collectors.toSet()),
                about.stream().flatMap(request -> request.order().stream()).collect(Collectors.toSet()));
    }
}
