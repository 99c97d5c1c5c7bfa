package io.loyalty4j.jdbc;

import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Message;
import io.loyalty4j.store.Outbox;
import io.loyalty4j.store.Profiles;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What stands beside the journal: profiles and messages. */
final class Beside implements Profiles, Outbox {
    private final Connections connections;
    private final ProfileRows profiles;
    private final OutboxRows outbox;

    Beside(Connections connections, Statements statements) {
        this.connections = connections;
        this.profiles = new ProfileRows(statements);
        this.outbox = new OutboxRows(statements);
    }

    @Override
    public Optional<Member> profile(MemberId member) {
        return connections.read(connection -> profiles.find(connection, member));
    }

    @Override
    public boolean replace(Optional<Member> seen, Member next) {
        return connections.write("the profile of " + next.member(), connection -> {
            boolean replaced = profiles.replace(connection, seen, next);
            if (!replaced && connections.joined()) {
                throw new SQLException("the transaction began before others wrote the profile", "40001");
            }
            return replaced;
        });
    }

    @Override
    public void delete(MemberId member) {
        connections.write("the deletion of a profile", connection -> profiles.delete(connection, member));
    }

    @Override
    public List<Message> messages(int limit) {
        return connections.read(connection -> outbox.oldest(connection, limit));
    }

    @Override
    public void delivered(Message message) {
        connections.write("that a message was delivered", connection -> outbox.delete(connection, message));
    }
}
