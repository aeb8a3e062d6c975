package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.comparison.LabelComparison;
import org.dwastudio.stage.comparison.RecipeStudents;
import org.dwastudio.stage.comparison.StudentPair;
import org.dwastudio.stage.comparison.StudentRow;
import org.dwastudio.stage.comparison.Verdict;

/** Section of the students: accuracies with intervals, and the differences of all pairs of a recipe. */
record ComparedStudentsSection(Comparison comparison) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "students");
        page.element("h2", texts.get("compare.students.title"));
        page.element("p", texts.get("compare.students.detail"));
        String unevaluated = comparison.runs().stream()
                .filter(run -> run.comparableEvaluations().isEmpty())
                .map(ComparedRun::label)
                .collect(Collectors.joining(", "));
        if (!unevaluated.isEmpty()) {
            page.element("p", texts.get("compare.students.none", unevaluated), "class", "warning");
        }
        for (LabelComparison labels : comparison.students()) {
            labels(page, texts, labels);
        }
        page.end();
    }

    private void labels(XhtmlWriter page, ReportMessages texts, LabelComparison labels) throws IOException {
        page.element(
                "h3",
                texts.get(
                        "compare.students.labels",
                        texts.get("labels." + labels.labels().key())));
        int recipes = labels.recipes().size();
        if (recipes > 1) {
            page.element("p", texts.get("compare.recipes.differ"), "class", "warning");
            List<String> columns = IntStream.rangeClosed(1, recipes)
                    .mapToObj(number -> texts.get("compare.recipe.number", number))
                    .toList();
            new SettingsTable(columns, labels.differences()).write(page, texts);
        }
        for (int recipe = 0; recipe < recipes; recipe++) {
            if (recipes > 1) {
                page.element("h4", texts.get("compare.recipe.number", recipe + 1));
            }
            recipe(page, texts, labels.recipes().get(recipe));
        }
    }

    private void recipe(XhtmlWriter page, ReportMessages texts, RecipeStudents students) throws IOException {
        String seeds = ComparisonCells.students(students).entrySet().stream()
                .map(seed -> texts.get("compare.recipe.seed", seed.getKey(), seed.getValue()))
                .collect(Collectors.joining("; "));
        page.element(
                "p",
                texts.get(
                        "compare.recipe",
                        students.recipe().architecture(),
                        students.recipe().width(),
                        ReportMessages.count(students.recipe().steps()),
                        seeds));
        List<String> header = List.of(
                texts.get("compare.column.trainedOn"),
                texts.get("column.images"),
                texts.get("compare.column.students"),
                texts.get("compare.column.top1"));
        Table.write(page, "numbers accuracies", header, table -> {
            for (StudentRow row : students.rows()) {
                table.row(List.of(
                        name(row, texts),
                        ReportMessages.count(row.images()),
                        Integer.toString(row.accuracies().size()),
                        ComparisonCells.accuracy(row.mean())));
            }
        });
        if (!students.pairs().isEmpty()) {
            pairs(page, texts, students.pairs());
        }
    }

    private String name(StudentRow row, ReportMessages texts) {
        return row.run()
                .map(label -> ComparisonReport.title(comparison.run(label)))
                .orElseGet(() -> texts.get("set." + row.set().key()));
    }

    private static void pairs(XhtmlWriter page, ReportMessages texts, List<StudentPair> pairs) throws IOException {
        List<String> header = List.of(
                texts.get("compare.column.difference"),
                texts.get("compare.column.points"),
                texts.get("compare.column.interval"),
                texts.get("compare.column.p"),
                texts.get("compare.column.corrected"),
                texts.get("compare.column.pairs"),
                texts.get("compare.column.verdict"));
        Table.write(page, "numbers pairs", header, table -> {
            for (StudentPair pair : pairs) {
                List<String> cells = List.of(
                        shortName(pair.first(), texts) + " − " + shortName(pair.second(), texts),
                        ComparisonCells.difference(pair),
                        ComparisonCells.interval(pair),
                        ComparisonCells.probability(pair.test().probability()),
                        ComparisonCells.probability(pair.corrected()),
                        Integer.toString(pair.test().pairs()),
                        texts.get("compare.verdict." + pair.verdict().key()));
                if (pair.verdict() == Verdict.REAL) {
                    table.row("verdict-real", cells);
                } else {
                    table.row(cells);
                }
            }
        });
    }

    private static String shortName(StudentRow row, ReportMessages texts) {
        return row.run().orElseGet(() -> texts.get("set." + row.set().key()));
    }
}
