package org.dwastudio.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.comparison.LabelComparison;
import org.dwastudio.stage.comparison.RecipeStudents;
import org.dwastudio.stage.comparison.StudentPair;
import org.dwastudio.stage.comparison.StudentRow;
import org.dwastudio.stage.comparison.Verdict;
import org.dwastudio.text.CountText;
import org.dwastudio.text.PrintableText;

/** Tables of the students with one type of labels. */
record StudentLines(Comparison comparison, LabelComparison labels) {

    List<String> all() {
        List<String> lines = new ArrayList<>();
        int recipes = labels.recipes().size();
        lines.add("Students with " + labels.labels().key() + " labels: mean top-1 accuracy and its 95 % interval");
        if (recipes > 1) {
            lines.add(recipes + " recipes: students of different recipes are not ranked against each other."
                    + " The recipes differ in:");
            lines.addAll(ComparisonText.settings(
                    IntStream.rangeClosed(1, recipes)
                            .mapToObj(number -> "recipe " + number)
                            .toList(),
                    labels.differences()));
        }
        for (int recipe = 0; recipe < recipes; recipe++) {
            recipe(
                    lines,
                    recipes > 1 ? "Recipe " + (recipe + 1) + ": " : "Recipe: ",
                    labels.recipes().get(recipe));
        }
        return lines;
    }

    private void recipe(List<String> lines, String name, RecipeStudents students) {
        lines.add(name + students.recipe().architecture() + "-w"
                + students.recipe().width() + ", "
                + CountText.of(students.recipe().steps(), "step") + "; " + seeds(students));
        TextTable rows = new TextTable(List.of("trained on", "images", "students", "top-1"));
        for (StudentRow row : students.rows()) {
            rows.row(List.of(
                    name(row),
                    Integer.toString(row.images()),
                    Integer.toString(row.accuracies().size()),
                    ComparisonCells.accuracy(row.mean())));
        }
        lines.addAll(rows.lines());
        if (!students.pairs().isEmpty()) {
            lines.addAll(pairs(students.pairs()));
        }
    }

    private static String seeds(RecipeStudents students) {
        return ComparisonCells.students(students).entrySet().stream()
                .map(seed -> "seed " + seed.getKey() + ", students " + seed.getValue())
                .collect(Collectors.joining("; "));
    }

    private String name(StudentRow row) {
        return row.run()
                .map(label ->
                        label + " " + PrintableText.name(comparison.run(label).name()))
                .orElse(row.set().label());
    }

    private static List<String> pairs(List<StudentPair> pairs) {
        TextTable table =
                new TextTable(List.of("difference", "points", "95 % interval", "p", "p (Holm)", "pairs", "verdict"));
        for (StudentPair pair : pairs) {
            table.row(List.of(
                    shortName(pair.first()) + " − " + shortName(pair.second()),
                    ComparisonCells.difference(pair),
                    ComparisonCells.interval(pair),
                    ComparisonCells.probability(pair.test().probability()),
                    ComparisonCells.probability(pair.corrected()),
                    Integer.toString(pair.test().pairs()),
                    text(pair.verdict())));
        }
        return table.lines();
    }

    private static String shortName(StudentRow row) {
        return row.run().orElse(row.set().label());
    }

    private static String text(Verdict verdict) {
        return switch (verdict) {
            case REAL -> "real";
            case NOT_DECIDED -> "not decided";
            case TOO_FEW -> "too few common seeds";
        };
    }
}
