package io.loyalty4j.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is read of one table together with other tables, in one statement and so as of one moment: a branch of a union. The union's columns are the part's
 * name, then so many texts and so many numbers; each table fills the first of them.
 */
@SuppressWarnings("ImmutableEnumChecker") // its map is filled when it is made, and only read from then on
enum Part {
    ACCOUNT(Table.ACCOUNT),
    LOT("lot", Table.LOT.columns(), " and is_open = 1", ""),
    HOLD(Table.HOLD),
    COUNTER(Table.COUNTER),
    VOUCHER(Table.VOUCHER),
    PROFILE(Table.PROFILE),
    POSITION("position", Table.POSITION.columns(), "", "order_id"),
    FIRST("posting", firsts(), "", "request_id"),
    ARCHIVED("archived_posting", firsts(), "", "request_id");

    private static final int TEXTS = 6;
    private static final int NUMBERS = 16;

    private final String table;
    private final List<Column> columns;
    private final String condition;
    private final String narrowed;
    private final Map<String, String> labels = new HashMap<>();

    Part(Table table) {
        this(table.title(), table.columns(), "", "");
    }

    /** @param narrowed the column that is one of some ids; empty if all of a member's rows are read */
    Part(String table, List<Column> columns, String condition, String narrowed) {
        this.table = table;
        this.columns = columns;
        this.condition = condition;
        this.narrowed = narrowed;
        int texts = 0;
        int numbers = 0;
        for (Column column : columns) {
            labels.put(column.name(), column.number() ? "n" + ++numbers : "t" + ++texts);
        }
    }

    private static List<Column> firsts() {
        return List.of(Column.of("member"), Column.of("request_id"), Column.of("version#"));
    }

    /** Where the union has a column of the table. */
    Map<String, String> labels() {
        return labels;
    }

    /** The branch, for so many members, and so many ids if it is narrowed to some. */
    String select(Statements statements, int members, int ids) {
        String rest = narrowed.isEmpty() ? condition : condition + " and " + Statements.among(narrowed, ids);
        return "select '" + name() + "' as part, " + String.join(", ", list(statements.dialect())) + " from "
                + statements.table(table) + " where " + Statements.among("member", members) + rest;
    }

    private List<String> list(Dialect dialect) {
        List<String> texts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        columns.forEach(column -> (column.number() ? numbers : texts).add(column.name()));
        List<String> list = new ArrayList<>(labelled("t", texts, TEXTS, dialect.noText()));
        list.addAll(labelled("n", numbers, NUMBERS, dialect.noNumber()));
        return list;
    }

    private static List<String> labelled(String label, List<String> columns, int count, String none) {
        List<String> labelled = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labelled.add((i < columns.size() ? columns.get(i) : none) + " as " + label + (i + 1));
        }
        return labelled;
    }
}
