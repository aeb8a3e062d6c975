package org.dwastudio.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.evaluation.RecordedEvaluation;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.EvaluationRow;
import org.dwastudio.stage.evaluation.result.FairScore;
import org.dwastudio.stage.evaluation.result.FairScores;
import org.dwastudio.stage.evaluation.result.MeasuredScore;
import org.dwastudio.stage.evaluation.result.ResultColumn;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;

/** Section of all evaluations of the run: bars, tables, the meaning of the scores, single classes. */
record EvaluationSection(ReportModel run) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "evaluation");
        page.element("h2", texts.get("evaluation.title"));
        if (run.evaluations().isEmpty()) {
            page.element("p", texts.get("evaluation.none"));
        } else {
            page.element("p", texts.get("evaluation.detail"));
        }
        if (run.evaluations().size() > 1) {
            new EvaluationsTable(run).write(page, texts);
        }
        for (RecordedEvaluation evaluation : run.evaluations()) {
            evaluation(page, texts, evaluation);
        }
        page.end();
    }

    private void evaluation(XhtmlWriter page, ReportMessages texts, RecordedEvaluation evaluation) throws IOException {
        page.element("h3", evaluation.name());
        if (run.isOutdated(evaluation)) {
            page.element("p", texts.get("evaluation.otherImages"), "class", "warning");
        }
        if (isUnfinished(evaluation)) {
            page.element(
                    "p", texts.get("evaluation.unfinished", evaluation.results().size()), "class", "warning");
        }
        List<String> small = run.smallClasses();
        if (!small.isEmpty()) {
            page.element(
                    "p",
                    texts.get(
                            "evaluation.smallClasses", ReportMessages.count(small.size()), DatasetNote.examples(small)),
                    "class",
                    "warning");
        }
        EvaluationReport found = run.found(evaluation);
        new BarChart(found.rows()).write(page, texts);
        kinds(page, texts, found);
        scores(page, texts, found);
        if (found.isOnUnequalClasses()) {
            page.element("p", texts.get("evaluation.unequalClasses"), "class", "warning");
        }
        students(page, texts, found.results());
        new ClassesPart(found, texts).write(page);
    }

    private static boolean isUnfinished(RecordedEvaluation evaluation) {
        List<StudentTask> finished =
                evaluation.results().stream().map(StudentResult::task).toList();
        return evaluation
                .experiment()
                .map(experiment -> !finished.containsAll(StudentTask.all(experiment.evaluation())))
                .orElse(true);
    }

    private static void kinds(XhtmlWriter page, ReportMessages texts, EvaluationReport found) throws IOException {
        Table.write(page, "numbers kinds", ResultColumn.titles(texts.language()), table -> {
            for (EvaluationRow row : found.rows()) {
                int students = row.students().size();
                table.row(List.of(
                        texts.get("set." + row.set().key()),
                        texts.get("labels." + row.labels().key()),
                        ReportMessages.count(row.images()),
                        found.realImages() == 0
                                ? texts.get("notMeasured")
                                : ReportMessages.smallPercent((double) row.images() / found.realImages()),
                        Integer.toString(students),
                        ReportMessages.spread(row.last(), students),
                        ReportMessages.spread(row.balanced(), students),
                        ReportMessages.spread(row.best(), students),
                        ReportMessages.spread(row.topFive(), students),
                        texts.duration(row.seconds().mean())));
            }
        });
        page.element("p", texts.get("evaluation.note"), "class", "small");
    }

    private static void scores(XhtmlWriter page, ReportMessages texts, EvaluationReport found) throws IOException {
        FairScores scores = found.scores();
        if (scores.of(FairScore.LRS).isEmpty()) {
            page.element("p", texts.get("scores.missing"));
        }
        if (scores.isEmpty()) {
            return;
        }
        page.start("dl", "class", "scores");
        for (MeasuredScore score : scores.all()) {
            String key = "scores." + score.score().key();
            page.element("dt", texts.get(key, value(score)));
            page.element("dd", texts.get(key + ".meaning"));
        }
        page.end();
    }

    /** Returns mean and standard deviation; differences of accuracies in points with their sign. */
    static String value(MeasuredScore score) {
        double mean = score.spread().mean();
        String text = score.score().isInPoints()
                ? ReportMessages.points(mean)
                : score.score().format(mean);
        return score.students() < 2
                ? text
                : text + " ± " + score.score().format(score.spread().deviation());
    }

    private static void students(XhtmlWriter page, ReportMessages texts, List<StudentResult> results)
            throws IOException {
        page.start("details");
        page.element("summary", texts.get("evaluation.students"));
        Locale language = texts.language();
        List<String> header = List.of(
                ResultColumn.SET.title(language),
                ResultColumn.LABELS.title(language),
                texts.get("column.student"),
                texts.get("column.steps"),
                ResultColumn.LAST.title(language),
                ResultColumn.BALANCED.title(language),
                ResultColumn.BEST.title(language),
                texts.get("column.bestStep"),
                ResultColumn.TOP_FIVE.title(language),
                ResultColumn.TIME.title(language));
        Table.write(page, "numbers students", header, table -> {
            for (StudentResult result : results) {
                table.row(List.of(
                        texts.get("set." + result.task().set().key()),
                        texts.get("labels." + result.task().labels().key()),
                        Integer.toString(1 + result.task().student()),
                        ReportMessages.count(result.steps()),
                        ReportMessages.percent(result.last()),
                        ReportMessages.percent(result.balanced()),
                        ReportMessages.percent(result.best()),
                        ReportMessages.count(result.bestStep()),
                        ReportMessages.percent(result.topFive()),
                        texts.duration(result.seconds())));
            }
        });
        page.end();
    }
}
