package io.loyalty4j.examples.spring;

import io.loyalty4j.shop.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop's own table of orders, as small as can be. */
public final class OrderTable {
    private final JdbcClient jdbc;

    OrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Creates the table. */
    public void create() {
        jdbc.sql(
                        "create table shop_order (number varchar(64) primary key, member varchar(64) not null, line_count int not null)")
                .update();
    }

    /** Writes an order that was paid. */
    public void paid(Order order) {
        jdbc.sql("insert into shop_order (number, member, line_count) values (?, ?, ?)")
                .params(order.id(), order.member().value(), order.lines().size())
                .update();
    }

    /** Whether an order is there. */
    public boolean has(String number) {
        return jdbc.sql("select count(*) from shop_order where number = ?")
                        .param(number)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
