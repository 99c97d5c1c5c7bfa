package io.loyalty4j.examples.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** Makes sense of one line of text. One line is one record, so that a quote left open spoils its own line and no other. Not thread-safe. */
final class LineParser {
    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private static final int CELLS = 8;
    private static final int INVOICE = 0;
    private static final int STOCK_CODE = 1;
    private static final int QUANTITY = 3;
    private static final int DATE = 4;
    private static final int PRICE = 5;
    private static final int CUSTOMER = 6;

    private static final int MOST_PIECES = 1_000_000;
    private static final Pattern ID = Pattern.compile(Identifier.PATTERN);
    private static final Pattern ARTICLE =
            Pattern.compile("[[\\p{Graph} ]&&[^\\p{Cf}]]{1,128}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PIECES = Pattern.compile("-?\\d{1,7}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern NUMBER_WITH_POINT = Pattern.compile("\\d+\\.0+");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final CsvReaderBuilder csv = CsvReader.builder().allowUnclosedQuote(false);
    private final Column<String> invoices = new Column<>(cell -> matching(cell, ID, SkipReason.INVOICE));
    private final Column<String> articles = new Column<>(cell -> matching(cell, ARTICLE, SkipReason.STOCK_CODE));
    private final Column<Integer> quantities = new Column<>(LineParser::quantity);
    private final Column<Instant> instants;
    private final Column<BigDecimal> prices = new Column<>(LineParser::price);
    private final Column<MemberId> members = new Column<>(LineParser::member);

    /** @param zone in which the shop's tills write the time */
    LineParser(ZoneId zone) {
        this.instants = new Column<>(cell -> instant(cell, zone));
    }

    HistoryLine parsed(Place place, String text) throws UnusableLineException {
        CsvRecord row = cells(text);
        String invoice = invoices.of(row.getField(INVOICE));
        String sku = articles.of(row.getField(STOCK_CODE));
        int quantity = quantities.of(row.getField(QUANTITY));
        Instant at = instants.of(row.getField(DATE));
        BigDecimal price = prices.of(row.getField(PRICE));
        MemberId member = members.of(row.getField(CUSTOMER));
        if (price.signum() < 0) {
            throw new UnusableLineException(SkipReason.NEGATIVE_PRICE, row.getField(PRICE));
        }
        boolean cancellation = HistoryLine.cancellation(invoice);
        if (cancellation ? quantity >= 0 : quantity <= 0) {
            SkipReason reason = cancellation ? SkipReason.RETURN_OF_NOTHING : SkipReason.SALE_OF_NOTHING;
            throw new UnusableLineException(reason, row.getField(QUANTITY));
        }
        return new HistoryLine(place, invoice, member, at, sku, quantity, price);
    }

    private CsvRecord cells(String text) throws UnusableLineException {
        if (text.isEmpty()) {
            throw new UnusableLineException(SkipReason.WRONG_CELLS, "");
        }
        CsvRecord row;
        try {
            row = csv.ofSingleCsvRecord(text);
        } catch (CsvParseException e) {
            throw new UnusableLineException(SkipReason.OPEN_QUOTE, text);
        }
        if (row.getFieldCount() != CELLS) {
            throw new UnusableLineException(SkipReason.WRONG_CELLS, text);
        }
        return row;
    }

    private static int quantity(String cell) throws UnusableLineException {
        int pieces = Integer.parseInt(matching(cell, PIECES, SkipReason.QUANTITY));
        if (Math.abs(pieces) > MOST_PIECES) {
            throw new UnusableLineException(SkipReason.QUANTITY, cell);
        }
        return pieces;
    }

    private static Instant instant(String cell, ZoneId zone) throws UnusableLineException {
        String moment = matching(cell, MOMENT, SkipReason.DATE);
        try {
            return LocalDateTime.parse(moment, FORMAT).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new UnusableLineException(SkipReason.DATE, cell);
        }
    }

    /** Without zeros at the end, so that 1.5 and 1.50 are one price. */
    private static BigDecimal price(String cell) throws UnusableLineException {
        BigDecimal price = new BigDecimal(matching(cell, AMOUNT, SkipReason.PRICE)).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    /** {@code 17850.0}, as a spreadsheet writes a number, is member 17850. */
    private static MemberId member(String cell) throws UnusableLineException {
        if (cell.isEmpty()) {
            throw new UnusableLineException(SkipReason.NO_CUSTOMER, cell);
        }
        String id = NUMBER_WITH_POINT.matcher(cell).matches() ? cell.substring(0, cell.indexOf('.')) : cell;
        return MemberId.of(matching(id, ID, SkipReason.CUSTOMER));
    }

    private static String matching(String cell, Pattern pattern, SkipReason otherwise) throws UnusableLineException {
        if (!pattern.matcher(cell).matches()) {
            throw new UnusableLineException(otherwise, cell);
        }
        return cell;
    }
}
