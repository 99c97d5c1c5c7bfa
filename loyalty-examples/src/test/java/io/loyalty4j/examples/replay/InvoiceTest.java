package io.loyalty4j.examples.replay;

import static io.loyalty4j.examples.replay.Written.at;
import static io.loyalty4j.examples.replay.Written.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InvoiceTest {
    @Nested
    class TheOrderOfReplay {
        @Test
        void isByTimeAndThenAsTheLinesStandInTheFile() {
            History history = history(
                    "3,a,x,1,2020-01-02 10:00:00,1.00,7,UK",
                    "1,a,x,1,2020-01-01 10:00:00,1.00,8,UK",
                    "2,a,x,1,2020-01-01 10:00:00,1.00,7,UK");

            assertThat(history.invoices()).extracting(Invoice::number).containsExactly("1", "2", "3");
        }

        @Test
        void goesByTheFirstLineOfAnInvoice() {
            History history = history(
                    "1,a,x,1,2020-01-01 10:01:00,1.00,7,UK",
                    "2,a,x,1,2020-01-01 10:00:30,1.00,7,UK",
                    "1,b,x,1,2020-01-01 10:00:00,1.00,7,UK");

            assertThat(history.invoices()).extracting(Invoice::number).containsExactly("1", "2");
            assertThat(history.invoices().get(0).at()).isEqualTo(at("2020-01-01T10:00"));
            assertThat(history.invoices().get(0).lines())
                    .extracting(HistoryLine::sku)
                    .containsExactly("b", "a");
        }
    }

    @Nested
    class AsAnOrder {
        private final Order order = history(
                        "1,a,x,2,2020-01-01 10:00:00,1.255,7,UK",
                        "1,a,x,2,2020-01-01 10:00:00,1.255,7,UK",
                        "1,BANK CHARGES,x,1,2020-01-01 10:00:00,15.00,7,UK")
                .invoices()
                .get(0)
                .order(Currency.getInstance("GBP"));

        @Test
        void itsLinesHaveIdsOfTheirOwnThoughAnArticleComesTwice() {
            assertThat(order.lines()).extracting(OrderLine::id).containsExactly("L1", "L2", "L3");
        }

        @Test
        void itIsDatedAndPricedAsTheTillSaid() {
            assertThat(order.placedAt()).contains(at("2020-01-01T10:00"));
            assertThat(order.currency()).contains("GBP");
            assertThat(order.lines().get(0).amount()).isEqualByComparingTo("2.510");
        }

        @Test
        void whatIsNoGoodsHasACategoryOfItsOwn() {
            assertThat(order.lines())
                    .extracting(OrderLine::categories)
                    .containsExactly(Set.of(), Set.of(), Set.of("service"));
        }
    }

    @Test
    void twoCustomersUnderOneNumberAreTwoInvoices() {
        History history = history("1,a,x,1,2020-01-01 10:00:00,1.00,7,UK", "1,a,x,1,2020-01-01 10:00:00,1.00,8,UK");

        assertThat(history.invoices()).hasSize(2);
    }
}
