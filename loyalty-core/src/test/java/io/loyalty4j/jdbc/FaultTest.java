package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.Fault.CONFLICT;
import static io.loyalty4j.jdbc.Fault.CONNECTION_LOST;
import static io.loyalty4j.jdbc.Fault.DUPLICATE;
import static io.loyalty4j.jdbc.Fault.OTHER;
import static io.loyalty4j.jdbc.Fault.TIMEOUT;
import static io.loyalty4j.jdbc.Fault.TOO_MANY_CONNECTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendors' codes mean; that the databases really give them is in {@link ErrorFactsTest}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FaultTest {
    @ParameterizedTest
    @CsvSource({
        // PostgreSQL
        "40001, 0, CONFLICT",
        "40P01, 0, CONFLICT",
        "55P03, 0, CONFLICT",
        "23505, 0, DUPLICATE",
        "57014, 0, TIMEOUT",
        "08000, 0, CONNECTION_LOST",
        "08001, 0, CONNECTION_LOST",
        "08003, 0, CONNECTION_LOST",
        "08006, 0, CONNECTION_LOST",
        "08007, 0, CONNECTION_LOST",
        "40003, 0, CONNECTION_LOST",
        "57P01, 0, CONNECTION_LOST",
        "57P02, 0, CONNECTION_LOST",
        "57P03, 0, CONNECTION_LOST",
        "57P05, 0, CONNECTION_LOST",
        "25P03, 0, CONNECTION_LOST",
        "25P04, 0, CONNECTION_LOST",
        "53300, 0, TOO_MANY_CONNECTIONS",
        "25006, 0, READ_ONLY",
        "53100, 0, FULL",
        "22003, 0, BAD_DATA",
        "23502, 0, BAD_DATA",
        "23503, 0, BAD_DATA",
        "23514, 0, BAD_DATA",
        "25P02, 0, OTHER",
        "42P01, 0, OTHER",
        "53200, 0, OTHER",
        "XX000, 0, OTHER",
        // MariaDB
        "HY000, 1020, CONFLICT",
        "HY000, 1205, CONFLICT",
        "40001, 1213, CONFLICT",
        "23000, 1062, DUPLICATE",
        "23000, 1586, DUPLICATE",
        "70100, 1317, TIMEOUT",
        "70100, 1969, TIMEOUT",
        "HY000, 3024, TIMEOUT",
        "70100, 1927, CONNECTION_LOST",
        "08S01, 1053, CONNECTION_LOST",
        "08004, 1040, TOO_MANY_CONNECTIONS",
        "42000, 1203, TOO_MANY_CONNECTIONS",
        "42000, 1226, TOO_MANY_CONNECTIONS",
        "HY000, 1290, READ_ONLY",
        "25006, 1792, READ_ONLY",
        "HY000, 1836, READ_ONLY",
        "HY000, 1021, FULL",
        "HY000, 1114, FULL",
        "22003, 1690, BAD_DATA",
        "22001, 1406, BAD_DATA",
        "23000, 1048, BAD_DATA",
        "23000, 4025, BAD_DATA",
        "42S02, 1146, OTHER",
        // H2
        "40001, 40001, CONFLICT",
        "HYT00, 50200, CONFLICT",
        "90131, 90131, CONFLICT",
        "23505, 23505, DUPLICATE",
        "57014, 57014, TIMEOUT",
        "90007, 90007, CONNECTION_LOST",
        "90067, 90067, CONNECTION_LOST",
        "90098, 90098, CONNECTION_LOST",
        "90121, 90121, CONNECTION_LOST",
        "90097, 90097, READ_ONLY",
        "90100, 90100, FULL",
        "22003, 22003, BAD_DATA",
        "23513, 23513, BAD_DATA",
        "42102, 42102, OTHER",
        // of none
        "'', 0, OTHER",
        "4, 0, OTHER",
    })
    void is_told_by_number_and_state(String state, int number, Fault fault) {
        assertThat(Fault.of(new SQLException("as the server says", state, number)))
                .isEqualTo(fault);
    }

    @Test
    void is_told_by_its_type_where_there_is_no_code() {
        assertThat(Fault.of(new SQLTransientConnectionException("pool"))).isEqualTo(TOO_MANY_CONNECTIONS);
        assertThat(Fault.of(new SQLTimeoutException("slow"))).isEqualTo(TIMEOUT);
        assertThat(Fault.of(new SQLRecoverableException("gone"))).isEqualTo(CONNECTION_LOST);
        assertThat(Fault.of(new SQLException("what?"))).isEqualTo(OTHER);
    }

    @Test
    void of_a_pool_that_got_none_from_a_dead_server_is_the_servers() {
        assertThat(Fault.of(new SQLTransientConnectionException("pool", "08001")))
                .isEqualTo(CONNECTION_LOST);
    }

    @Test
    void of_a_wrapped_error_is_that_of_the_first_known_one() {
        SQLException conflict = new SQLException("in a batch", "40001");
        assertThat(Fault.of(new SQLException("wrapped", new IOException(conflict))))
                .isEqualTo(CONFLICT);

        SQLException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("first", "23505"));
        batch.setNextException(conflict);
        assertThat(Fault.of(batch)).isEqualTo(DUPLICATE);
    }

    @Test
    void of_errors_in_a_circle_is_found_or_not_but_ends() {
        SQLException first = new SQLException("first", "XX000");
        SQLException second = new SQLException("second", "XX001");
        first.initCause(second);
        second.initCause(first);
        second.setNextException(first);
        assertThat(Fault.of(first)).isEqualTo(OTHER);
    }
}
