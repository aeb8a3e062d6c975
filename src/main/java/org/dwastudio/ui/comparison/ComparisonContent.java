package org.dwastudio.ui.comparison;

import java.util.List;
import java.util.Optional;
import org.dwastudio.stage.comparison.Comparison;

/**
 * Content of all compared runs, as far as it could be read.
 *
 * @param columns runs in the order of the window, those that cannot be read among them
 * @param comparison comparison of the runs that can be read; empty for fewer than two
 */
record ComparisonContent(List<RunColumn> columns, Optional<Comparison> comparison) {
    static final ComparisonContent NONE = new ComparisonContent(List.of(), Optional.empty());

    ComparisonContent {
        columns = List.copyOf(columns);
    }

    /** Returns the runs that can be read. */
    List<RunContent> runs() {
        return columns.stream().flatMap(column -> column.content().stream()).toList();
    }
}
