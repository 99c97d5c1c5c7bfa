package io.loyalty4j.examples.replay;

import static java.util.stream.Collectors.joining;

import io.loyalty4j.examples.replay.SampleSlip.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes up the history that ships with the example: a small beauty shop from August 2018 to February 2021, over three year ends. It has what real
 * histories have: guests, orders at one instant, a line repeated in an order, orders whose last line was rung up a minute later, free samples, prices with three decimals, postage and vouchers;
 * returns that are whole, in part, of more than was bought, of what was never bought or at another price; a huge order cancelled after
 * twelve minutes; members who stay away until their points lapse; lines out of order, and lines nobody can read.
 *
 * <p>The same seed gives the same bytes on every machine, for {@link Random} is specified to the bit.
 */
public final class SampleHistory {
    private static final long SEED = 20_180_806L;
    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 8, 6);
    private static final LocalDateTime CLOSING = LocalDateTime.of(2021, 2, 12, 18, 0);
    private static final int SHOPPERS = 30;
    private static final int FIRST_CUSTOMER = 12_001;
    private static final int FIRST_INVOICE = 700_001;
    private static final int BIG_SPENDER = FIRST_CUSTOMER + 5;

    private final Random random = new Random(SEED);
    private final List<SampleSlip> slips = new ArrayList<>();

    private SampleHistory() {}

    /** The whole file, its header included; lines end with a line feed. */
    public static String csv() {
        return new SampleHistory().made();
    }

    /** Writes the file anew: {@code mvn compile exec:java -Dexec.mainClass=io.loyalty4j.examples.replay.SampleHistory -Dexec.args=<file>}. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv());
    }

    private String made() {
        for (int i = 0; i < SHOPPERS; i++) {
            shop(FIRST_CUSTOMER + i);
        }
        guests();
        sort();
        ordersAtOneInstant();
        hugeOrderCancelledAtOnce();
        sort();
        List<String> lines = SampleDirt.strewnOver(outOfOrder(numbered()));
        return Stream.concat(Stream.of(LineParser.HEADER), lines.stream())
                .map(line -> line + "\n")
                .collect(joining());
    }

    private void sort() {
        slips.sort(Comparator.comparing((SampleSlip slip) -> slip.at()).thenComparing(SampleSlip::customer));
    }

    /** One customer's life: a rhythm of their own, from a first day to, for every fifth, a last one long before the end. */
    private void shop(int customer) {
        int rhythm = 12 + random.nextInt(110);
        boolean generous = customer % 6 == 0;
        LocalDateTime at = opening(FIRST_DAY.plusDays(random.nextInt(200)));
        LocalDateTime last = customer % 5 == 0 ? at.plusDays(100 + random.nextInt(200)) : CLOSING;
        while (at.isBefore(last)) {
            SampleSlip order = order(customer, at, generous ? 3 : 1);
            slips.add(order);
            if (random.nextInt(6) == 0) {
                giveBack(order);
            }
            at = opening(at.toLocalDate().plusDays(1 + rhythm / 2 + random.nextInt(rhythm)));
        }
    }

    private SampleSlip order(int customer, LocalDateTime at, int most) {
        SampleSlip order = new SampleSlip(at, customer, country(customer), false, List.of());
        int rows = 1 + random.nextInt(4);
        for (int i = 0; i < rows; i++) {
            order = order.with(any(SampleShelf.GOODS), 1 + random.nextInt(most));
        }
        return withExtras(order);
    }

    private SampleSlip withExtras(SampleSlip order) {
        Row first = order.rows().get(0);
        SampleSlip more = order;
        if (random.nextInt(15) == 0) {
            more = more.with(first.article(), first.pieces());
        }
        if (random.nextInt(12) == 0) {
            more = more.with(SampleShelf.BY_THE_MILLILITRE, 25 + random.nextInt(200));
        }
        if (random.nextInt(8) == 0) {
            more = more.with(SampleShelf.FREE_SAMPLE, 1);
        }
        if (random.nextInt(25) == 0) {
            more = more.with(any(List.of(SampleShelf.VOUCHER, SampleShelf.BY_HAND)), 1);
        }
        return order.country().equals("United Kingdom") ? more : more.with(SampleShelf.POSTAGE, 1);
    }

    /** A return some days later, of one of the six kinds that shops see. */
    private void giveBack(SampleSlip order) {
        LocalDateTime later = opening(order.at().toLocalDate().plusDays(1 + random.nextInt(25)));
        Row first = order.rows().get(0);
        List<Row> back = switch (random.nextInt(6)) {
            case 0, 1 -> order.rows();
            case 2 -> List.of(first);
            case 3 -> List.of(new Row(first.article(), first.pieces() + 1));
            case 4 -> List.of(new Row(first.article().at("1.11"), 1), new Row(SampleShelf.DISCOUNT, 1));
            default ->
                order.rows().subList(order.rows().size() - 1, order.rows().size());
        };
        if (later.isBefore(CLOSING)) {
            slips.add(order.returned(later, back));
        }
    }

    private void guests() {
        for (int i = 0; i < 45; i++) {
            slips.add(order(0, opening(FIRST_DAY.plusDays(random.nextInt(900))), 2));
        }
    }

    private void hugeOrderCancelledAtOnce() {
        LocalDateTime at = LocalDateTime.of(2020, 11, 21, 9, 15);
        SampleSlip order = new SampleSlip(at, BIG_SPENDER, country(BIG_SPENDER), false, List.of())
                .with(SampleShelf.FOR_HOTELS, 8_000);
        slips.add(order);
        slips.add(order.returned(at.plusMinutes(12), order.rows()));
    }

    /** Every twentieth paper bears the time of the one before it. */
    private void ordersAtOneInstant() {
        for (int i = 20; i < slips.size(); i += 20) {
            slips.set(i, slips.get(i).at(slips.get(i - 1).at()));
        }
    }

    private List<List<String>> numbered() {
        List<List<String>> papers = new ArrayList<>();
        for (int i = 0; i < slips.size(); i++) {
            papers.add(slips.get(i).lines(FIRST_INVOICE + i));
        }
        return papers;
    }

    /** Every thirtieth paper was filed after the next one. */
    private static List<String> outOfOrder(List<List<String>> papers) {
        for (int i = 30; i + 1 < papers.size(); i += 30) {
            Collections.swap(papers, i, i + 1);
        }
        return papers.stream().flatMap(List::stream).toList();
    }

    private LocalDateTime opening(LocalDate day) {
        return day.atTime(9 + random.nextInt(9), random.nextInt(60));
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static String country(int customer) {
        return switch (customer % 8) {
            case 3 -> "France";
            case 7 -> "Germany";
            default -> "United Kingdom";
        };
    }
}
