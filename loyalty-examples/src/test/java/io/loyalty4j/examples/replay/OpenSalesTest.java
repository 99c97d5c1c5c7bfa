package io.loyalty4j.examples.replay;

import static io.loyalty4j.examples.replay.Written.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.replay.OpenSales.Sale;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpenSalesTest {
    private final OpenSales sales = new OpenSales();

    private void sold(String... lines) {
        history(lines).invoices().forEach(sales::sold);
    }

    private Match match(String cancellation) {
        HistoryLine line = line(cancellation);
        return Match.of(line, sales.takeBack(line));
    }

    private List<Sale> takeBack(String cancellation) {
        return sales.takeBack(line(cancellation));
    }

    private static HistoryLine line(String cancellation) {
        return history(cancellation).lines().findFirst().orElseThrow();
    }

    @Nested
    class ACancellation {
        @Test
        void takesFromTheOldestSaleFirst() {
            sold("1,a,x,2,2020-01-01 10:00:00,1.00,7,UK", "2,a,x,5,2020-01-02 10:00:00,1.00,7,UK");

            assertThat(takeBack("C3,a,x,-4,2020-01-03 10:00:00,1.00,7,UK"))
                    .containsExactly(new Sale("1", "L1", 2), new Sale("2", "L1", 2));
        }

        @Test
        void leavesTheRestToTheNext() {
            sold("1,a,x,5,2020-01-01 10:00:00,1.00,7,UK");

            assertThat(takeBack("C2,a,x,-2,2020-01-02 10:00:00,1.00,7,UK")).containsExactly(new Sale("1", "L1", 2));
            assertThat(takeBack("C3,a,x,-3,2020-01-03 10:00:00,1.00,7,UK")).containsExactly(new Sale("1", "L1", 3));
            assertThat(takeBack("C4,a,x,-1,2020-01-04 10:00:00,1.00,7,UK")).isEmpty();
        }

        @Test
        void takesWhatIsLeftWhereItAsksForMore() {
            sold("1,a,x,5,2020-01-01 10:00:00,1.00,7,UK");

            assertThat(takeBack("C2,a,x,-9,2020-01-02 10:00:00,1.00,7,UK")).containsExactly(new Sale("1", "L1", 5));
        }

        @Test
        void knowsALineRepeatedInAnOrderAsTwo() {
            sold("1,a,x,1,2020-01-01 10:00:00,1.00,7,UK", "1,a,x,1,2020-01-01 10:00:00,1.00,7,UK");

            assertThat(takeBack("C2,a,x,-2,2020-01-02 10:00:00,1.00,7,UK"))
                    .containsExactly(new Sale("1", "L1", 1), new Sale("1", "L2", 1));
        }

        @Test
        void findsNothingOfAnotherMemberArticleOrPrice() {
            sold("1,a,x,5,2020-01-01 10:00:00,1.00,7,UK");

            assertThat(takeBack("C2,a,x,-1,2020-01-02 10:00:00,1.00,8,UK")).isEmpty();
            assertThat(takeBack("C2,b,x,-1,2020-01-02 10:00:00,1.00,7,UK")).isEmpty();
            assertThat(takeBack("C2,a,x,-1,2020-01-02 10:00:00,1.01,7,UK")).isEmpty();
        }

        @Test
        void findsThePriceThoughItIsWrittenWithAnotherZero() {
            sold("1,a,x,5,2020-01-01 10:00:00,1.50,7,UK");

            assertThat(takeBack("C2,a,x,-1,2020-01-02 10:00:00,1.5,7,UK")).hasSize(1);
        }
    }

    @Nested
    class IsFound {
        @Test
        void fullyWhereAllPiecesAreLeft() {
            sold("1,a,x,2,2020-01-01 10:00:00,1.00,7,UK", "2,a,x,5,2020-01-02 10:00:00,1.00,7,UK");

            assertThat(match("C3,a,x,-7,2020-01-03 10:00:00,1.00,7,UK")).isEqualTo(Match.FULLY);
        }

        @Test
        void partlyWhereSomeAre() {
            sold("1,a,x,2,2020-01-01 10:00:00,1.00,7,UK");

            assertThat(match("C3,a,x,-3,2020-01-03 10:00:00,1.00,7,UK")).isEqualTo(Match.PARTLY);
        }

        @Test
        void notAtAllWhereNoneIs() {
            assertThat(match("C3,a,x,-1,2020-01-03 10:00:00,1.00,7,UK")).isEqualTo(Match.NOT_AT_ALL);
        }
    }
}
