package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Contribution.award;
import static io.loyalty4j.earn.Contribution.multiply;
import static io.loyalty4j.earn.Contribution.none;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.shop.Window.MONTH;

import io.loyalty4j.earn.Contribution;
import io.loyalty4j.earn.Formula;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Condition;
import java.time.LocalDate;

/** Rules and a condition of one's own, from a lambda to a record with configuration. They get limits, explanations and returns like any other. */
public final class OwnRules {
    private OwnRules() {}

    public static LoyaltyProgram program(Weather weather) {
        return LoyaltyProgram.named("ideas")
                .currency("EUR")
                .zone("Europe/Berlin")
                .earn("base", points(1).per("1.00"))
                .earn(
                        "frosty-day",
                        occasion -> weather.freezing("Hamburg", occasion.date()) ? multiply(2) : none("it is mild"))
                .earn(
                        "rainy-umbrella",
                        rule(new RainyDay(weather, "Hamburg", 3))
                                .on(category("umbrella"))
                                .atMostPoints(200)
                                .per(MONTH))
                .earn(
                        "bicycle",
                        rule(new ByBicycle())
                                .forActivity("ride")
                                .atMostPoints(500)
                                .per(MONTH))
                .earn("payday", points(50).perOrder().when(payday()))
                .build();
    }

    /** A condition of one's own. */
    static Condition<Occasion> payday() {
        return Condition.of(
                "on payday, the 25th or later", occasion -> occasion.date().getDayOfMonth() >= 25);
    }

    /** What the shop knows of the weather. A past day has one answer for ever, so that rules which ask for it stay pure. */
    public interface Weather {
        int millimetres(String city, LocalDate date);

        boolean freezing(String city, LocalDate date);
    }

    /** A rule with configuration and words of its own. */
    record RainyDay(Weather weather, String city, int factor) implements Formula {
        @Override
        public Contribution contribute(Occasion occasion) {
            int rain = weather.millimetres(city, occasion.date());
            return rain > 1 ? multiply(factor).because(rain + " mm of rain in " + city) : none("it is dry in " + city);
        }

        @Override
        public String describe() {
            return factor + " times the points when it rains in " + city;
        }
    }

    /** A rule about an activity of the shop's own: ten points a kilometre by bicycle, for rides of three kilometres or more. */
    static final class ByBicycle implements Formula {
        @Override
        public Contribution contribute(Occasion occasion) {
            long kilometres = occasion.number("kilometres");
            return kilometres < 3 ? none("under 3 km") : award(10 * kilometres).because(kilometres + " km by bicycle");
        }
    }
}
