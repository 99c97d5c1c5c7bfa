package io.loyalty4j.examples.shop;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what each member is told, to be read on their page; what is told twice once. A shop that writes to people has a {@link Notifier} that sends mail.
 * Thread-safe.
 */
final class Letters implements Notifier {
    private final JdbcClient jdbc;

    /** Creates the table where it is missing. */
    Letters(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        jdbc.sql("create table if not exists shop_letter (id varchar(400) primary key, nth bigint not null, "
                        + "member varchar(128) not null, at bigint not null, words text not null)")
                .update();
    }

    @Override
    public void on(LoyaltyEvent event) {
        String text = Words.event(event);
        if (text.isEmpty()) {
            return;
        }
        try {
            jdbc.sql("insert into shop_letter (id, member, words, at, nth) "
                            + "values (?, ?, ?, greatest(?, (select coalesce(max(at), 0) from shop_letter where member = ?)), "
                            + "(select coalesce(max(nth), 0) + 1 from shop_letter))")
                    .params(
                            event.id(),
                            event.member().value(),
                            text,
                            event.at().toEpochMilli(),
                            event.member().value())
                    .update();
        } catch (DuplicateKeyException toldBefore) {
            return;
        }
    }

    /** The latest first, at most so many. None is dated before the one before it: what one who came late is reminded of fell due before they came. */
    List<Letter> of(MemberId member, int most) {
        return jdbc.sql("select at, words from shop_letter where member = ? order by nth desc limit ?")
                .params(member.value(), most)
                .query((row, number) -> new Letter(Instant.ofEpochMilli(row.getLong("at")), row.getString("words")))
                .list();
    }

    /** What a member was told of something that happened then. */
    record Letter(Instant at, String text) {}
}
