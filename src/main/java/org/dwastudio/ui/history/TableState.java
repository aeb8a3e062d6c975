package org.dwastudio.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sorting and columns of the run table, which stay when the history is closed and opened again.
 *
 * @param sorting columns that the table is sorted by, the first one first; empty for the newest run first
 * @param columns IDs of the shown columns; empty for the usual ones
 */
record TableState(List<Sorting> sorting, Optional<Set<String>> columns) {
    /** Usual columns, newest run first. */
    static final TableState USUAL = new TableState(List.of(), Optional.empty());

    /**
     * A column that the table is sorted by.
     *
     * @param column ID of the column
     */
    record Sorting(String column, boolean descending) {}

    TableState {
        sorting = List.copyOf(sorting);
        columns = columns.map(Set::copyOf);
    }
}
