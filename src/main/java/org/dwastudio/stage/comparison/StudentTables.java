package org.dwastudio.stage.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.stage.evaluation.RecordedEvaluation;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;

/**
 * Students of all runs by recipe. Students on real images do not depend on the run: those that several runs have are
 * one.
 */
final class StudentTables {
    private final RunIdentities identities;
    private final Map<Recipe, Map<Row, SortedMap<StudentSeed, Double>>> tables = new LinkedHashMap<>();

    StudentTables(RunIdentities identities) {
        this.identities = identities;
    }

    /** Row of a table without its students. */
    private record Row(TrainingSet set, Optional<String> run, int images) {}

    /**
     * Adds the students of a run; of several with one recipe and seed, the one of the newest evaluation.
     *
     * @param place place among the compared runs
     */
    void add(ComparedRun run, int place) throws IOException {
        for (RecordedEvaluation evaluation : run.comparableEvaluations()) {
            Experiment experiment = evaluation.experiment().orElseThrow();
            for (StudentResult result : evaluation.results()) {
                Recipe recipe = Recipe.of(
                        result.task().set().isPlain() ? plain(experiment) : experiment,
                        result.task().labels(),
                        result.steps(),
                        identities.dataset(place),
                        identities.teacher(place));
                TrainingSet set = result.task().set().images();
                Row row = new Row(
                        set,
                        set == TrainingSet.DISTILLED ? Optional.of(run.label()) : Optional.empty(),
                        result.images());
                tables.computeIfAbsent(recipe, none -> new LinkedHashMap<>())
                        .computeIfAbsent(row, none -> new TreeMap<>())
                        .putIfAbsent(
                                new StudentSeed(experiment.seed(), result.task().student()), result.last());
            }
        }
    }

    /** Students without augmentation are students of another recipe, whose soft labels are never stored ones. */
    private static Experiment plain(Experiment experiment) {
        return experiment.withEvaluation(
                experiment.evaluation().plain().withLabels(labels -> labels.withSoftLabels(SoftLabels.ONLINE)));
    }

    /** Returns the tables by label type, soft labels first; nothing is ranked if the datasets differ. */
    List<LabelComparison> comparisons() {
        List<LabelComparison> comparisons = new ArrayList<>();
        for (LabelType labels : LabelType.values()) {
            List<RecipeStudents> recipes = tables.entrySet().stream()
                    .filter(table -> table.getKey().labels() == labels)
                    .map(table -> RecipeStudents.of(table.getKey(), rows(table.getValue()), identities.isOneDataset()))
                    .toList();
            if (!recipes.isEmpty()) {
                comparisons.add(LabelComparison.of(labels, recipes));
            }
        }
        return comparisons;
    }

    private static List<StudentRow> rows(Map<Row, SortedMap<StudentSeed, Double>> table) {
        return table.entrySet().stream()
                .map(row -> new StudentRow(
                        row.getKey().set(), row.getKey().run(), row.getKey().images(), row.getValue()))
                .toList();
    }
}
