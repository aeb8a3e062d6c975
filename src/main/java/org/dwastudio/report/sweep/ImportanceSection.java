package org.dwastudio.report.sweep;

import java.io.IOException;
import java.util.List;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.analysis.Importance;
import org.dwastudio.sweep.analysis.SweepAnalysis;

/** Section of the shares of the variance that settings explain. */
record ImportanceSection(SweepAnalysis analysis, SweepCells cells) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "importance");
        page.element("h2", texts.get("sweep.importance.title"));
        if (analysis.importance().isEmpty()) {
            page.element("p", texts.get("sweep.importance.none"));
        } else {
            page.element("p", texts.get("sweep.importance.detail"));
            List<String> header = List.of(
                    texts.get("sweep.column.setting"),
                    texts.get("sweep.column.share"),
                    texts.get("compare.column.interval"));
            Table.write(page, "numbers importance", header, table -> {
                for (Importance one : analysis.importance()) {
                    table.row(List.of(
                            cells.source(one),
                            ReportMessages.percent(one.share()),
                            ReportMessages.percent(one.low()) + " … " + ReportMessages.percent(one.high())));
                }
            });
        }
        page.end();
    }
}
