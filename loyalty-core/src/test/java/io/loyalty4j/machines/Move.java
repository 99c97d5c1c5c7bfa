package io.loyalty4j.machines;

import java.util.Optional;

/** Something that shop or member can do. */
record Move(String name, Deed deed) {
    Optional<Place> from(Place place) {
        return deed.from(place);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Leads from one place to another; empty where it is refused or makes no sense. */
    interface Deed {
        Optional<Place> from(Place place);
    }
}
