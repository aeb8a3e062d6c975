package org.dwastudio.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.MetricCells;
import org.dwastudio.stage.inspection.SetMetrics;

/** Section of the last inspection of the run: diversity and near-copies per class, the worst first. */
record InspectionSection(ReportModel run) implements Section {
    private static final int SHOWN = 20;

    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "inspection");
        page.element("h2", texts.get("inspection.title"));
        if (run.inspection().isEmpty()) {
            page.element("p", texts.get("inspection.none"));
        } else {
            table(page, texts, run.inspection().get());
        }
        page.end();
    }

    private void table(XhtmlWriter page, ReportMessages texts, InspectionReport inspection) throws IOException {
        if (inspection.images() != run.set().images().size()) {
            page.element("p", texts.get("inspection.otherImages"), "class", "warning");
        }
        page.element("p", texts.get("inspection.detail"));
        int classes = inspection.classes().size();
        if (classes > SHOWN) {
            page.element("p", texts.get("inspection.worst", SHOWN, ReportMessages.count(classes)));
        }
        List<String> header = new ArrayList<>(List.of(texts.get("column.class"), texts.get("column.images")));
        for (String metric : List.of("cosine", "vendi", "rank", "density", "coverage", "copies")) {
            header.add(texts.get("inspection." + metric));
        }
        Table.write(page, "numbers inspection", header, table -> {
            table.markedRow(
                    row(texts.get("inspection.all"), inspection.images(), inspection.distilled(), inspection.real()));
            for (ClassMetrics metrics : inspection.classes().subList(0, Math.min(SHOWN, classes))) {
                table.row(row(metrics.className(), metrics.images(), metrics.distilled(), metrics.real()));
            }
        });
        page.element("p", texts.get("inspection.note"), "class", "small");
    }

    private static List<String> row(String name, int images, SetMetrics distilled, SetMetrics real) {
        List<String> row = new ArrayList<>(List.of(name, ReportMessages.count(images)));
        row.addAll(MetricCells.of(distilled, real));
        return row;
    }
}
