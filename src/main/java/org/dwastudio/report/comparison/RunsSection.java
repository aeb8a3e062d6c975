package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.stage.comparison.Caution;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.ComparisonCells;

/** Section of the compared runs and of the limits of the comparison. */
record RunsSection(Comparison comparison) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "runs");
        for (Caution caution : comparison.cautions()) {
            warning(page, texts.get("compare.caution." + caution.key()));
        }
        for (ComparedRun run : comparison.runs()) {
            if (!run.isFinished()) {
                warning(page, texts.get("compare.unfinished", run.label(), state(run, texts)));
            }
            if (run.otherEvaluations() > 0) {
                warning(page, texts.get("compare.otherEvaluations", run.label(), run.otherEvaluations()));
            }
            if (run.isInspectionOutdated()) {
                warning(page, texts.get("compare.oldInspection", run.label()));
            }
        }
        page.element("h2", texts.get("compare.runs.title"));
        List<String> header = List.of(
                texts.get("compare.column.run"),
                texts.get("compare.column.name"),
                texts.get("compare.column.state"),
                texts.get("column.images"),
                texts.get("compare.column.program"));
        Table.write(page, "runs", header, table -> {
            for (ComparedRun run : comparison.runs()) {
                table.row(List.of(
                        run.label(),
                        run.name(),
                        state(run, texts),
                        ReportMessages.count(run.images()),
                        run.metadata().map(RunMetadata::programVersion).orElse(ComparisonCells.NONE)));
            }
        });
        page.end();
    }

    private static void warning(XhtmlWriter page, String text) throws IOException {
        page.element("p", text, "class", "warning");
    }

    private static String state(ComparedRun run, ReportMessages texts) {
        return texts.get("compare.state." + run.state().name().toLowerCase(Locale.ROOT));
    }
}
