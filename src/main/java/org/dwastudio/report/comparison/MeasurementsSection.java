package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.MetricCells;

/** Section of the last losses, the diversity and the inspections of the runs. */
record MeasurementsSection(Comparison comparison) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "measurements");
        page.element("h2", texts.get("compare.measurements.title"));
        page.element("p", texts.get("compare.measurements.detail"));
        List<String> header = row("", ComparisonReport::title);
        Table.write(page, "numbers measurements", header, table -> measurements(table, texts));
        if (comparison.runs().stream().anyMatch(run -> run.inspection().isPresent())) {
            page.element("h3", texts.get("compare.quality"));
            inspections(page, texts);
        }
        page.end();
    }

    private void measurements(Table table, ReportMessages texts) throws IOException {
        table.row(row(
                texts.get("compare.batches"),
                run -> ReportMessages.count(run.measurements().batches())));
        for (LossPart part : LossPart.values()) {
            if (comparison.runs().stream()
                    .anyMatch(run -> run.measurements().loss(part).isPresent())) {
                table.row(row(
                        texts.get("curve." + part.key()),
                        run -> ComparisonCells.loss(run.measurements().loss(part))));
            }
        }
        table.row(row(
                texts.get("compare.cosine"),
                run -> measured(3, run, Metric.WITHIN_CLASS_COSINE, Metric.REAL_WITHIN_CLASS_COSINE)));
        table.row(
                row(texts.get("compare.vendi"), run -> measured(2, run, Metric.VENDI_SCORE, Metric.REAL_VENDI_SCORE)));
        table.row(row(
                texts.get("inspection.rank"),
                run -> measured(2, run, Metric.EFFECTIVE_RANK, Metric.REAL_EFFECTIVE_RANK)));
    }

    private static String measured(int digits, ComparedRun run, Metric own, Metric real) {
        return ComparisonCells.measured(
                digits, run.measurements().last(own), run.measurements().last(real));
    }

    private List<String> row(String name, Function<ComparedRun, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        comparison.runs().stream().map(cell).forEach(cells::add);
        return cells;
    }

    private void inspections(XhtmlWriter page, ReportMessages texts) throws IOException {
        List<String> header = new ArrayList<>(List.of(texts.get("compare.column.run")));
        for (String metric : List.of("cosine", "vendi", "rank", "density", "coverage", "copies")) {
            header.add(texts.get("inspection." + metric));
        }
        Table.write(page, "numbers inspections", header, table -> {
            for (ComparedRun run : comparison.runs()) {
                List<String> cells = new ArrayList<>(List.of(ComparisonReport.title(run)));
                Optional<InspectionReport> inspection = run.inspection();
                cells.addAll(
                        inspection.isPresent()
                                ? MetricCells.of(
                                        inspection.get().distilled(),
                                        inspection.get().real())
                                : List.of(texts.get("compare.notInspected"), "", "", "", "", ""));
                table.row(cells);
            }
        });
    }
}
