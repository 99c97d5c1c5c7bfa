package io.loyalty4j.examples.lifetime;

import io.loyalty4j.insight.Customer;
import io.loyalty4j.insight.Purchase;
import io.loyalty4j.shop.MemberId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the CDNOW sample of Fader and Hardie (brucehardie.com/notes/026): purchases at a music shop, one in a line of id in the whole set, id in the sample, day, discs
 * and dollars. Equal lines are two orders, so an order is named after its line.
 */
final class CdnowReader {
    private static final int FIELDS = 5;

    private CdnowReader() {}

    /**
     * The whole file.
     *
     * @throws IllegalArgumentException with the line's number if one is no such line
     */
    static OrderHistory read(Path file) throws IOException {
        Map<MemberId, List<Purchase>> purchases = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] fields = line.strip().split("\\s+", FIELDS);
            try {
                purchases
                        .computeIfAbsent(MemberId.of(fields[1]), member -> new ArrayList<>())
                        .add(purchase(number, fields));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
                throw new IllegalArgumentException(
                        file + ": line " + number + " is no id, id, day, number of discs and dollars: " + line, e);
            }
        }
        List<Customer> customers = new ArrayList<>();
        purchases.forEach(
                (member, own) -> customers.add(new Customer(member, own.get(0).at(), Optional.empty(), own)));
        return new OrderHistory(file.toString(), customers, Currency.getInstance("USD"), ZoneOffset.UTC);
    }

    private static Purchase purchase(int number, String[] fields) {
        LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
        BigDecimal dollars = new BigDecimal(fields[FIELDS - 1]);
        return new Purchase("line-" + number, day.atStartOfDay(ZoneOffset.UTC).toInstant(), dollars, true);
    }
}
