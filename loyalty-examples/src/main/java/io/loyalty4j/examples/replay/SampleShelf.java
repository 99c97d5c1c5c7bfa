package io.loyalty4j.examples.replay;

import java.util.List;

/** What the made-up shop of {@link SampleHistory} sells, and what its tills book besides. */
final class SampleShelf {
    static final List<Article> GOODS = List.of(
            new Article("21001", "CLEANSING BALM", "18.00"),
            new Article("21002", "DAY CREAM, LIGHT", "24.50"),
            new Article("21003", "NIGHT CREAM", "32.00"),
            new Article("21004", "EYE GEL", "16.75"),
            new Article("21005", "SUN MILK SPF 30", "14.99"),
            new Article("22001A", "LIPSTICK \"CORAL\"", "12.50"),
            new Article("22001B", "LIPSTICK \"PLUM\"", "12.50"),
            new Article("22010", "MASCARA", "15.95"),
            new Article("22020", "BROW PENCIL", "8.45"),
            new Article("22030", "BLUSH, ROSE", "19.00"),
            new Article("23001", "EAU DE PARFUM 50 ML", "64.00"),
            new Article("23002", "EAU DE TOILETTE 30 ML", "38.00"),
            new Article("24001", "SHAMPOO", "9.25"),
            new Article("24002", "HAIR MASK", "13.60"),
            new Article("25001", "HAND SOAP", "4.95"),
            new Article("25002", "BATH SALT", "7.20"));

    /** Sold by the millilitre: a price with three decimals. */
    static final Article BY_THE_MILLILITRE = new Article("26001", "BODY OIL, PER ML", "0.125");

    static final Article FOR_HOTELS = new Article("25090", "HAND SOAP, FOR HOTELS", "1.99");
    static final Article FREE_SAMPLE = new Article("27001", "SAMPLE SACHET", "0.00");
    static final Article POSTAGE = new Article("POST", "POSTAGE", "5.95");
    static final Article BY_HAND = new Article("M", "Manual", "3.00");
    static final Article VOUCHER = new Article("gift_0001_20", "Gift voucher 20.00", "20.00");
    static final Article DISCOUNT = new Article("D", "Discount", "10.00");

    private SampleShelf() {}

    /** An article with its price; codes of the UCI format's kind, names in capitals. */
    record Article(String code, String name, String price) {
        Article at(String otherPrice) {
            return new Article(code, name, otherPrice);
        }
    }
}
