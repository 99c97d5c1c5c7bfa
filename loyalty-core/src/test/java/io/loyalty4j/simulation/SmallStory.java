package io.loyalty4j.simulation;

/** What takes no course: somebody joins or looks, a machine is restarted, what is due is booked, nonsense is sent. */
final class SmallStory implements Story {
    @Override
    public void tell(Plot plot) {
        switch (plot.chance.weighted(40, 25, 12, 10, 13)) {
            case 0 -> plot.sent(plot.someTime(), new Enrol(plot.member()));
            case 1 -> plot.happens(plot.someTime(), new Look(plot.member()));
            case 2 -> plot.happens(plot.someTime(), new Restart());
            case 3 -> plot.happens(plot.someTime(), new Housekeeping());
            default -> plot.happens(plot.someTime(), new Malformed(plot.member(), plot.chance.below(Malformed.WAYS)));
        }
    }
}
