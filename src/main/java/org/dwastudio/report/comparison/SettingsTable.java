package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.TuningChange;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.comparison.DifferingSetting;
import org.dwastudio.stage.comparison.SettingValue;

/**
 * Table of settings that differ; nothing is written without any.
 *
 * @param columns names of the columns of values
 */
record SettingsTable(List<String> columns, List<DifferingSetting> settings) {
    void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        if (settings.isEmpty()) {
            return;
        }
        List<String> header = new ArrayList<>(List.of(texts.get("column.setting")));
        header.addAll(columns);
        Table.write(page, "settings differing", header, table -> {
            for (DifferingSetting setting : settings) {
                List<String> cells = new ArrayList<>(List.of(setting.key()));
                setting.values().forEach(value -> cells.add(text(value, texts)));
                table.row(cells);
            }
        });
    }

    private static String text(SettingValue value, ReportMessages texts) {
        StringBuilder text = new StringBuilder(value.text().isEmpty() ? ComparisonCells.NONE : value.text());
        for (TuningChange change : value.changes()) {
            text.append(' ')
                    .append(texts.get(
                            "compare.change",
                            change.parameter().range().written(change.to()),
                            change.column() + 1,
                            change.iteration()));
        }
        return text.toString();
    }
}
