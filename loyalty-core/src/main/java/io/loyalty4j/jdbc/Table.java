package io.loyalty4j.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables that have rows for each member. Every key begins with the member, so that all rows of one are on one shard. A number sign marks numbers. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are copies that nobody can change
enum Table {
    ACCOUNT(
            "member",
            "version# booked_at# status tier pending# available# held# debt# idle_at# next_due_at# program program_from# hash life"),
    POSTING(
            "member version#",
            "request_id kind order_id occurred_at# recorded_at# program actor reason approver pending# available# held# debt# tier fingerprint command"
                    + " changes previous_hash hash"),
    ENTRY("member version# n#", "lot from_bucket to_bucket points#"),
    AWARD("member version# n#", "rule line_id points# wanted# reason"),
    LOT(
            "member lot",
            "is_open# source order_id original# opened_at# activates_at# expires_at# idle_at# redated# issued# pending# available# held# redeemed# expired#"
                    + " revoked# transferred# debt#"),
    HOLD("member hold", "order_id reward points# until_at# body"),
    COUNTER("member counter", "amount# terms until_at#"),
    VOUCHER("member voucher", "amount# terms until_at#"),
    POSITION("member order_id", "state revision# occurred_at# body"),
    OUTBOX("member version# n#", "receiver request_id sent_at# body"),
    PROFILE("member", "body"),
    CONTACT("member", "from_version# through_version# told# attempts# channels due_at# lease memory"),
    NOTICE("member id", "state put_at# kind facts attempts# reason");

    private final List<Column> key;
    private final List<Column> others;

    Table(String key, String others) {
        this.key = columns(key);
        this.others = columns(others);
    }

    private static List<Column> columns(String names) {
        return Arrays.stream(names.split(" ", -1)).map(Column::of).toList();
    }

    /** Its name without the prefix. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Column> key() {
        return key;
    }

    List<Column> others() {
        return others;
    }

    List<Column> columns() {
        return Stream.concat(key.stream(), others.stream()).toList();
    }
}
