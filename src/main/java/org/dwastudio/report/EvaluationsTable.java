package org.dwastudio.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.evaluation.result.EvaluationOverview;
import org.dwastudio.stage.evaluation.result.EvaluationOverview.Named;
import org.dwastudio.stage.evaluation.result.EvaluationRow;
import org.dwastudio.stage.evaluation.result.FairScore;
import org.dwastudio.stage.evaluation.result.FairScores;
import org.dwastudio.stage.evaluation.result.ResultColumn;

/** Table of all evaluations of the run's current images: a group of rows for each student architecture and recipe. */
record EvaluationsTable(ReportModel run) implements Section {

    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        EvaluationOverview overview = new EvaluationOverview(run.evaluations().stream()
                .filter(evaluation -> !run.isOutdated(evaluation))
                .map(evaluation -> new Named(evaluation.name(), run.found(evaluation)))
                .toList());
        page.element("h3", texts.get("evaluations.title"));
        page.element("p", texts.get("evaluations.detail"));
        Locale language = texts.language();
        List<String> header = List.of(
                texts.get("column.evaluation"),
                ResultColumn.SET.title(language),
                ResultColumn.LABELS.title(language),
                texts.get("column.steps"),
                ResultColumn.STUDENTS.title(language),
                ResultColumn.LAST.title(language),
                ResultColumn.BALANCED.title(language));
        Table.write(page, "numbers evaluations", header, table -> {
            for (Named evaluation : overview.evaluations()) {
                String name = evaluation.name();
                for (EvaluationRow row : evaluation.report().rows()) {
                    table.row(cells(texts, name, row));
                    name = "";
                }
            }
        });
        if (!overview.scored().isEmpty()) {
            scores(page, texts, overview.scored());
        }
    }

    private static List<String> cells(ReportMessages texts, String name, EvaluationRow row) {
        int students = row.students().size();
        return List.of(
                name,
                texts.get("set." + row.set().key()),
                texts.get("labels." + row.labels().key()),
                ReportMessages.count(row.steps()),
                Integer.toString(students),
                ReportMessages.spread(row.last(), students),
                ReportMessages.spread(row.balanced(), students));
    }

    private static void scores(XhtmlWriter page, ReportMessages texts, List<Named> scored) throws IOException {
        List<String> header = Stream.concat(
                        Stream.of(texts.get("column.evaluation")),
                        Stream.of(FairScore.values()).map(FairScore::name))
                .toList();
        Table.write(page, "numbers evaluation-scores", header, table -> {
            for (Named evaluation : scored) {
                FairScores scores = evaluation.report().scores();
                List<String> cells = new ArrayList<>(List.of(evaluation.name()));
                for (FairScore score : FairScore.values()) {
                    cells.add(scores.of(score).map(EvaluationSection::value).orElse(texts.get("notMeasured")));
                }
                table.row(cells);
            }
        });
    }
}
