package org.dwastudio.stage.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dwastudio.stage.evaluation.result.TrainingSet;

/**
 * Students of one recipe.
 *
 * @param recipe recipe of all of them
 * @param rows rows by mean accuracy, the highest first; students on all real images last
 * @param pairs differences of the rows, the higher minus the lower one; none if runs of different datasets are compared
 */
public record RecipeStudents(Recipe recipe, List<StudentRow> rows, List<StudentPair> pairs) {
    private static final Comparator<StudentRow> HIGHEST_FIRST = Comparator.<StudentRow, Boolean>comparing(
                    row -> row.set() == TrainingSet.FULL_REAL)
            .thenComparing(row -> -row.mean().mean());

    public RecipeStudents {
        rows = List.copyOf(rows);
        pairs = List.copyOf(pairs);
    }

    /**
     * Sorts and compares the rows of a recipe.
     *
     * @param ranked false to keep the order of the rows and compare none
     */
    static RecipeStudents of(Recipe recipe, List<StudentRow> rows, boolean ranked) {
        List<StudentRow> sorted = ranked ? rows.stream().sorted(HIGHEST_FIRST).toList() : rows;
        return new RecipeStudents(recipe, sorted, ranked ? StudentPair.of(sorted) : List.of());
    }

    /** Returns the seeds of all students. */
    public SortedSet<StudentSeed> seeds() {
        SortedSet<StudentSeed> seeds = new TreeSet<>();
        rows.forEach(row -> seeds.addAll(row.accuracies().keySet()));
        return seeds;
    }
}
