package io.loyalty4j.notify;

import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import io.loyalty4j.shop.Window;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Collects every mistake of an engine's channels, each with the path of the clause where it was made: {@code notifications[email].atMost}. */
final class ChannelCheck {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final List<Violation> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ChannelCheck() {}

    /**
     * The channel itself, if it can be used.
     *
     * @throws InvalidInputException with every mistake, sorted by path
     */
    static Channel valid(Channel channel) {
        ChannelCheck check = new ChannelCheck();
        check.channel("notifications", channel, List.of());
        if (!check.found.isEmpty()) {
            throw new InvalidInputException(check.found.stream()
                    .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                    .toList());
        }
        return channel;
    }

    private void channel(String path, Channel channel, List<QuietHours> above) {
        List<QuietHours> quiet = new ArrayList<>(above);
        channel.terms().quiet().forEach(hours -> quiet(path, hours, quiet));
        channel.terms().caps().forEach(cap -> cap(path + ".atMost", cap));
        channel.way().ifPresent(way -> way(path, way, quiet));
        if (channel.way().isEmpty() && channel.parts().isEmpty()) {
            at(path, "there is no channel in it");
        }
        for (int i = 0; i < channel.parts().size(); i++) {
            Channel part = channel.parts().get(i);
            channel(path + "[" + key(part, i) + "]", part, quiet);
        }
    }

    private static String key(Channel part, int position) {
        return part.way()
                .map(Channel.Way::name)
                .filter(name -> name.matches(Identifier.PATTERN))
                .orElse(Integer.toString(position));
    }

    private void way(String path, Channel.Way way, List<QuietHours> quiet) {
        if (way.name().indexOf('@') >= 0) {
            at(path, "a name has no @");
        } else if (!way.name().matches(Identifier.PATTERN)) {
            at(path, "a name " + Identifier.WORDS);
        } else if (!names.add(way.name())) {
            at(path, "the name is there twice");
        }
        if (IntStream.range(0, MINUTES_OF_A_DAY)
                .mapToObj(minute -> LocalTime.ofSecondOfDay(60L * minute))
                .allMatch(time -> quiet.stream().anyMatch(hours -> hours.contain(time)))) {
            at(path + ".quietBetween", "all quiet hours together leave no minute of the day");
        }
    }

    private void quiet(String path, QuietHours hours, List<QuietHours> legal) {
        Optional<String> mistake = hours.mistake();
        mistake.ifPresentOrElse(what -> at(path + ".quietBetween", what), () -> legal.add(hours));
    }

    private void cap(String path, Cap cap) {
        if (cap.messages() < 1 || cap.messages() > Cap.MOST) {
            at(path, cap.messages() + " is not between 1 and " + Cap.MOST);
        }
        if (cap.window().equals(Window.MEMBERSHIP_YEAR)) {
            at(path, "messages are not counted by years of the membership; YEAR and rolling periods are");
        } else if (!readable(cap.window())) {
            at(path, "there is no period " + cap.window().code());
        }
    }

    /** A rolling one may have been written by hand. */
    private static boolean readable(Window window) {
        try {
            return window.ofCalendar()
                    || window.days().isPresent()
                    || window.hours().isPresent();
        } catch (DateTimeException | IndexOutOfBoundsException noSuchLength) {
            return false;
        }
    }

    private void at(String path, String mistake) {
        found.add(new Violation(path, mistake));
    }
}
