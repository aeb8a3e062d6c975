package org.dwastudio.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.stage.comparison.Caution;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.ComparisonCells;
import org.dwastudio.stage.comparison.LabelComparison;
import org.dwastudio.stage.comparison.RecipeStudents;
import org.dwastudio.stage.comparison.StudentRow;
import org.dwastudio.ui.chart.BarList;
import org.dwastudio.ui.chart.MeasuredBar;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the students by recipe: accuracies with intervals as bars, and the differences of all pairs. */
final class StudentsView {
    private final Messages texts;
    private final SettingText settings;
    private final VBox list = new VBox();
    private final ScrollPane node = new ScrollPane(list);

    StudentsView(ComparisonViewModel model, Messages texts, Disposables lifetime) {
        this.texts = texts;
        settings = new SettingText(texts);
        list.getStyleClass().add("comparison-students");
        node.setId("comparison-students");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.getStyleClass().addAll("studio-card", "comparison-students-scroll");
        node.setMinHeight(0);
        lifetime.follow(model.contentProperty(), content -> list.getChildren()
                .setAll(content.comparison().map(this::parts).orElse(List.of())));
    }

    ScrollPane node() {
        return node;
    }

    private List<Node> parts(Comparison comparison) {
        List<Node> parts = new ArrayList<>();
        if (comparison.students().isEmpty()) {
            parts.add(title(texts.get("comparison.students")));
            parts.add(words("muted", texts.get("comparison.students.none")));
            return parts;
        }
        String unevaluated = comparison.runs().stream()
                .filter(run -> run.comparableEvaluations().isEmpty())
                .map(ComparedRun::label)
                .collect(Collectors.joining(", "));
        for (LabelComparison labels : comparison.students()) {
            parts.add(title(texts.get("comparison.students." + labels.labels().key())));
            if (comparison.has(Caution.DATASETS)) {
                parts.add(words("comparison-caution", texts.get("comparison.caution.datasets")));
            }
            addLabels(parts, comparison, labels);
        }
        if (!unevaluated.isEmpty()) {
            parts.add(words("muted", texts.format("comparison.students.unevaluated", unevaluated)));
        }
        comparison.runs().stream()
                .filter(run -> run.otherEvaluations() > 0)
                .forEach(run -> parts.add(words(
                        "muted", texts.format("comparison.students.others", run.label(), run.otherEvaluations()))));
        return parts;
    }

    private void addLabels(List<Node> parts, Comparison comparison, LabelComparison labels) {
        boolean several = labels.recipes().size() > 1;
        if (several) {
            parts.add(words("comparison-caution", texts.get("comparison.recipes.differ")));
            labels.differences().forEach(setting -> parts.add(words("muted", settings.difference(setting))));
        }
        int number = 1;
        for (RecipeStudents recipe : labels.recipes()) {
            if (several) {
                Label heading = new Label(texts.format("comparison.recipe.number", number));
                heading.getStyleClass().add("comparison-recipe");
                parts.add(heading);
                number++;
            }
            addRecipe(parts, comparison, recipe);
        }
    }

    private void addRecipe(List<Node> parts, Comparison comparison, RecipeStudents students) {
        String seeds = ComparisonCells.students(students).entrySet().stream()
                .map(seed -> texts.format("comparison.recipe.seed", Long.toString(seed.getKey()), seed.getValue()))
                .collect(Collectors.joining("; "));
        parts.add(words(
                "muted",
                texts.format(
                        "comparison.recipe",
                        students.recipe().architecture(),
                        students.recipe().width(),
                        students.recipe().steps(),
                        seeds)));
        BarList bars = new BarList(1);
        bars.show(students.rows().stream().map(row -> bar(row, comparison)).toList());
        parts.add(bars);
        if (!students.pairs().isEmpty()) {
            parts.add(new PairTable(texts).node(students.pairs()));
        }
    }

    private MeasuredBar bar(StudentRow row, Comparison comparison) {
        return new MeasuredBar(
                name(row, comparison),
                row.mean().mean(),
                row.mean().reach().orElse(0),
                ComparisonCells.accuracy(row.mean()).replace(" %", ""),
                RunColor.of(row, comparison.runs()),
                false);
    }

    private String name(StudentRow row, Comparison comparison) {
        return row.run()
                .map(label -> label + " " + comparison.run(label).name())
                .orElseGet(() -> texts.get("evaluation.set." + row.set().key()));
    }

    private static Label title(String text) {
        Label title = words("card-title", text);
        title.setMinHeight(Region.USE_PREF_SIZE);
        return title;
    }

    private static Label words(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
