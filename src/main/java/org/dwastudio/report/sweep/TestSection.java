package org.dwastudio.report.sweep;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.SweepAnalysis;

/** Section of the students on the test split. */
record TestSection(SweepAnalysis analysis, List<TestRun> tests, SweepCells cells) implements Section {
    TestSection {
        tests = List.copyOf(tests);
    }

    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        String winner = analysis.best().map(Trial::key).orElse("");
        List<TestRun> own =
                tests.stream().filter(run -> run.winner().equals(winner)).toList();
        page.start("section", "id", "test");
        page.element("h2", texts.get("sweep.test.title"));
        if (own.isEmpty()) {
            page.element("p", texts.get("sweep.test.none"));
        } else {
            table(page, texts, winner, own);
        }
        long others = tests.stream()
                .map(TestRun::winner)
                .filter(one -> !one.equals(winner))
                .distinct()
                .count();
        if (others > 0) {
            page.element("p", texts.get("sweep.test.before", others), "class", "warning");
        }
        page.end();
    }

    private void table(XhtmlWriter page, ReportMessages texts, String winner, List<TestRun> own) throws IOException {
        double[] best = scores(own, winner);
        List<String> header = List.of(
                texts.get("column.images"),
                texts.get("sweep.column.test"),
                texts.get("sweep.column.minus"),
                texts.get("compare.column.p"));
        Table.write(page, "numbers test", header, table -> {
            for (String trial : own.stream().map(TestRun::trial).distinct().toList()) {
                double[] scores = scores(own, trial);
                boolean compared = !trial.equals(winner) && scores.length == best.length;
                PairedTest test = PairedTest.of(best, compared ? scores : best);
                table.row(List.of(
                        cells.name(trial),
                        cells.score(
                                MeanInterval.of(Arrays.stream(scores).boxed().toList())),
                        compared ? cells.difference(test.difference()) : "",
                        compared ? SweepCells.probability(test.probability()) : ""));
            }
        });
        page.element("p", texts.get("sweep.test.detail"), "class", "small");
    }

    private static double[] scores(List<TestRun> runs, String trial) {
        return runs.stream()
                .filter(run -> run.trial().equals(trial))
                .mapToDouble(TestRun::score)
                .toArray();
    }
}
