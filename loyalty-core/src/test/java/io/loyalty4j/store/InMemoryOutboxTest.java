package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What waits for other members, in memory. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InMemoryOutboxTest {
    private static final Message FIRST = message("zoe/1/0");
    private static final Message SECOND = message("ana/1/0");

    private final InMemoryOutbox outbox = new InMemoryOutbox();

    private static Message message(String id) {
        return new Message(id, command("1"));
    }

    private static Command command(String order) {
        return Order.of(MemberId.of("ben"), order).currency("GBP").line(OrderLine.of("thing", "20.00"));
    }

    @Test
    void one_that_waits_already_is_not_sent_twice() {
        outbox.add(List.of(FIRST, SECOND));
        outbox.add(List.of(new Message(FIRST.id(), command("2"))));

        assertThat(outbox.messages(10)).containsExactly(FIRST, SECOND);
    }

    @Test
    void what_was_read_does_not_change_when_more_is_sent() {
        outbox.add(List.of(FIRST));
        List<Message> read = outbox.messages(10);
        outbox.add(List.of(SECOND));
        outbox.delivered(FIRST);

        assertThat(read).containsExactly(FIRST);
    }

    @Test
    void none_is_lost_among_many_who_send_and_deliver_at_once() throws Exception {
        int senders = 50;
        int each = 40;
        AtOnce.times(senders, sender -> {
            for (int n = 0; n < each; n++) {
                outbox.add(List.of(message(sender + "/1/" + n), message(sender + "/2/" + n)));
                outbox.delivered(message(sender + "/2/" + n));
                assertThat(outbox.messages(3)).isNotEmpty();
            }
            return sender;
        });

        List<Message> left = outbox.messages(Integer.MAX_VALUE);
        assertThat(left).hasSize(senders * each);
        for (int sender = 0; sender < senders; sender++) {
            String prefix = sender + "/1/";
            List<Integer> numbers = new ArrayList<>();
            left.stream()
                    .map(Message::id)
                    .filter(id -> id.startsWith(prefix))
                    .forEach(id -> numbers.add(Integer.valueOf(id.substring(prefix.length()))));
            assertThat(numbers).hasSize(each).isSortedAccordingTo(Comparator.naturalOrder());
        }
    }
}
