package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop's orders, in tables of its own beside the engine's, so that who opens the shop again can still return what was bought. Thread-safe. */
final class Orders {
    private static final String READ = "select id, member, basket, body, paid from shop_order ";

    private final JdbcClient jdbc;

    /** Creates the tables where they are missing. */
    Orders(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        jdbc.sql("create table if not exists shop_order (id varchar(20) primary key, nth bigint not null, "
                        + "member varchar(128) not null, basket varchar(20) not null, body text not null, paid bigint)")
                .update();
        jdbc.sql(
                        "create table if not exists shop_basket (number varchar(20) primary key, paid_by varchar(20) not null)")
                .update();
    }

    /** Empty where the order is somebody else's, too. */
    Optional<ShopOrder> find(MemberId member, String id) {
        return find(id).filter(order -> order.member().equals(member));
    }

    private Optional<ShopOrder> find(String id) {
        return jdbc.sql(READ + "where id = ?").param(id).query(Orders::order).optional();
    }

    /** Keeps it, unless it was paid before or is somebody else's. Gives what is kept then. */
    ShopOrder keep(ShopOrder order) {
        try {
            jdbc.sql("insert into shop_order (id, member, basket, body, nth) "
                            + "values (?, ?, ?, ?, (select coalesce(max(nth), 0) + 1 from shop_order))")
                    .params(order.id(), order.member().value(), order.basket().number(), OrderText.of(order))
                    .update();
            return order;
        } catch (DuplicateKeyException known) {
            int changed = jdbc.sql(
                            "update shop_order set basket = ?, body = ? where id = ? and member = ? and paid is null")
                    .params(
                            order.basket().number(),
                            OrderText.of(order),
                            order.id(),
                            order.member().value())
                    .update();
            return changed > 0 ? order : find(order.id()).orElseGet(() -> keep(order));
        }
    }

    /**
     * It has been paid, also if another tab has just let it and its basket go.
     *
     * @param version of the posting with which the engine booked it
     */
    void paid(ShopOrder order, long version) {
        while (jdbc.sql("update shop_order set paid = ? where id = ?")
                        .params(version, order.id())
                        .update()
                == 0) {
            keep(order);
        }
        claim(order);
    }

    void drop(ShopOrder order) {
        jdbc.sql("delete from shop_order where id = ? and paid is null")
                .param(order.id())
                .update();
    }

    /**
     * Says that a basket is about to be paid with this order. Two orders of one basket come of two tabs: the second is not wanted.
     *
     * @return the other order that has been paid, or is being paid, with the basket; empty if this one may be
     */
    Optional<String> claim(ShopOrder order) {
        try {
            jdbc.sql("insert into shop_basket (number, paid_by) values (?, ?)")
                    .params(order.basket().number(), order.id())
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException known) {
            return jdbc.sql("select paid_by from shop_basket where number = ?")
                    .param(order.basket().number())
                    .query(String.class)
                    .optional()
                    .filter(first -> !first.equals(order.id()));
        }
    }

    /** It was not paid after all. */
    void disclaim(ShopOrder order) {
        jdbc.sql("delete from shop_basket where number = ? and paid_by = ?")
                .params(order.basket().number(), order.id())
                .update();
    }

    /** Those that were paid, the latest first. */
    List<ShopOrder> paid(MemberId member) {
        return of(member, READ + "where member = ? and paid is not null order by nth desc");
    }

    /** Those that wait for their payment, the latest first. */
    List<ShopOrder> open(MemberId member) {
        return of(member, READ + "where member = ? and paid is null order by nth desc");
    }

    private List<ShopOrder> of(MemberId member, String which) {
        return jdbc.sql(which).param(member.value()).query(Orders::order).list();
    }

    private static ShopOrder order(ResultSet row, int number) throws SQLException {
        return OrderText.read(
                row.getString("id"),
                MemberId.of(row.getString("member")),
                row.getString("basket"),
                row.getString("body"),
                Optional.ofNullable(row.getObject("paid", Long.class)));
    }
}
