package io.loyalty4j.examples.replay;

/** Why a line of a history is not replayed. The first that fits is the one that counts. */
enum SkipReason {
    OPEN_QUOTE("a quote is not closed"),
    WRONG_CELLS("not eight cells"),
    INVOICE("the invoice number is no legal id"),
    STOCK_CODE("the stock code is empty or cannot be printed"),
    QUANTITY("the quantity is no whole number up to a million"),
    DATE("the date is not of the form yyyy-MM-dd HH:mm:ss"),
    PRICE("the price is no number of up to 12 digits and 6 decimals"),
    NO_CUSTOMER("no customer: a guest's, or a correction of stock"),
    CUSTOMER("the customer is no legal id"),
    NEGATIVE_PRICE("the price is negative"),
    SALE_OF_NOTHING("a sale whose quantity is not positive"),
    RETURN_OF_NOTHING("a cancellation whose quantity is not negative");

    private final String words;

    SkipReason(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
