package org.dwastudio.stage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.HeldOut;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Students of the compared runs. */
class ComparedStudentsTest {
    private static final Experiment FIRST = ComparedFolders.experiment("first", 0);
    private static final Experiment SECOND = ComparedFolders.experiment("second", 0.05);

    @TempDir
    private Path temp;

    private ComparedFolders folders;
    private Path first;
    private Path second;

    @BeforeEach
    void makeRuns() throws IOException {
        folders = new ComparedFolders(temp);
        first = folders.run(FIRST);
        second = folders.run(SECOND);
    }

    @Test
    void studentsOfOneRecipeAreRankedAndComparedInPairs() throws Exception {
        folders.evaluate(first, FIRST, 0.50, 0.52, 0.51, 0.53);
        folders.evaluate(second, SECOND, 0.60, 0.63, 0.61, 0.62);
        folders.real(first, FIRST, TrainingSet.RANDOM_REAL, 0.55, 0.50, 0.57, 0.52);
        folders.real(first, FIRST, TrainingSet.FULL_REAL, 0.9, 0.91);
        // Copied from the first run, as an evaluation does it.
        folders.real(second, SECOND, TrainingSet.RANDOM_REAL, 0.55, 0.50, 0.57, 0.52);

        RecipeStudents students = onlyRecipe();

        assertThat(students.recipe().architecture()).isEqualTo("resnet18");
        assertThat(students.rows())
                .extracting(ComparedStudentsTest::name)
                .containsExactly("B", "random-real", "A", "full-real");
        assertThat(students.rows()).extracting(row -> row.accuracies().size()).containsExactly(4, 4, 4, 2);
        assertThat(students.rows().get(0).mean().mean()).isCloseTo(0.615, within(1e-12));
        assertThat(students.rows().get(0).mean().reach().orElseThrow()).isCloseTo(0.020542, within(1e-6));
        assertThat(students.pairs())
                .extracting(ComparedStudentsTest::name)
                .containsExactly("B-random-real", "B-A", "random-real-A");
        StudentPair runs = students.pairs().get(1);
        PairedTest test = PairedTest.of(new double[] {0.60, 0.63, 0.61, 0.62}, new double[] {0.50, 0.52, 0.51, 0.53});
        assertThat(runs.test()).isEqualTo(test);
        assertThat(runs.test().difference().mean()).isCloseTo(0.1, within(1e-12));
        double p = test.probability().orElseThrow();
        assertThat(p).isCloseTo(0.00014916, within(1e-8));
        assertThat(runs.corrected().orElseThrow()).isCloseTo(3 * p, within(1e-15));
        assertThat(students.pairs())
                .extracting(StudentPair::verdict)
                .containsExactly(Verdict.NOT_DECIDED, Verdict.REAL, Verdict.NOT_DECIDED);
    }

    @Test
    void studentsWithoutAugmentationAreThoseOfAnotherRecipe() throws Exception {
        Experiment plain = FIRST.withEvaluation(FIRST.evaluation().withWithoutAugmentation(true));
        folders.evaluate(first, plain, 0.50, 0.52);
        folders.students(first, plain, TrainingSet.DISTILLED_PLAIN, ComparedFolders.IMAGES, 0.40, 0.42);
        folders.evaluate(second, SECOND, 0.60, 0.63);

        List<RecipeStudents> recipes =
                Comparison.read(List.of(first, second)).students().get(0).recipes();

        assertThat(recipes).hasSize(2);
        assertThat(recipes.get(0).rows()).extracting(ComparedStudentsTest::name).containsExactly("B", "A");
        assertThat(recipes.get(1).rows()).extracting(ComparedStudentsTest::name).containsExactly("A");
        assertThat(recipes.get(1).recipe().settings())
                .containsEntry("evaluation.mix", "none")
                .containsEntry("evaluation.cropPadding", "0")
                .doesNotContainKey("evaluation.withoutAugmentation");
        assertThat(recipes.get(1).rows().get(0).mean().mean()).isCloseTo(0.41, within(1e-12));
    }

    @Test
    void aDifferenceThatHolmsCorrectionTakesAwayIsNotDecided() throws Exception {
        Path third = folders.run(ComparedFolders.experiment("third", 0.1));
        folders.evaluate(first, FIRST, 0.50, 0.52, 0.51);
        folders.evaluate(second, SECOND, 0.53, 0.57, 0.55);
        folders.evaluate(third, ComparedFolders.experiment("third", 0.1), 0.51, 0.50, 0.53);

        RecipeStudents students = Comparison.read(List.of(first, second, third))
                .students()
                .get(0)
                .recipes()
                .get(0);

        StudentPair pair = students.pairs().stream()
                .filter(one -> name(one).equals("B-A"))
                .findFirst()
                .orElseThrow();
        assertThat(pair.test().probability().orElseThrow()).isBetween(0.01, 0.05);
        assertThat(pair.corrected().orElseThrow()).isGreaterThan(0.05);
        assertThat(pair.verdict()).isEqualTo(Verdict.NOT_DECIDED);
    }

    @Test
    void onlyCommonSeedsAreComparedAndOneIsTooFew() throws Exception {
        folders.evaluate(first, FIRST, 0.50, 0.52, 0.51);
        folders.evaluate(second, SECOND, 0.60);

        StudentPair one = onlyRecipe().pairs().get(0);
        assertThat(one.test().pairs()).isEqualTo(1);
        assertThat(one.test().difference().mean()).isCloseTo(0.1, within(1e-12));
        assertThat(one.verdict()).isEqualTo(Verdict.TOO_FEW);

        folders.evaluate(second, SECOND, 0.60, 0.62);
        assertThat(onlyRecipe().pairs().get(0).test().pairs()).isEqualTo(2);
    }

    @Test
    void studentsOfOtherSeedsOfTheExperimentAreNotPaired() throws Exception {
        Experiment reseeded = SECOND.withSeed(7);
        folders.evaluate(first, FIRST, 0.50, 0.52, 0.51);
        folders.evaluate(second, reseeded, 0.60, 0.62, 0.61);

        RecipeStudents students = onlyRecipe();

        assertThat(students.pairs().get(0).test().pairs()).isZero();
        assertThat(students.pairs().get(0).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(ComparisonCells.students(students)).hasToString("{7=1–3, 42=1–3}");
        assertThat(ComparisonCells.difference(students.pairs().get(0))).isEqualTo("–");
    }

    @Test
    void studentsOfDifferentRecipesAreNotRankedAndTheirSettingsAreNamed() throws Exception {
        Experiment longer = SECOND.withEvaluation(EvaluationConfig.EPOCHS.replacedIn(SECOND.evaluation(), 7));
        folders.evaluate(first, FIRST, 0.50, 0.52);
        folders.evaluate(second, longer, 0.60, 0.62);

        LabelComparison soft =
                Comparison.read(List.of(first, second)).students().get(0);

        assertThat(soft.recipes()).hasSize(2).allMatch(recipe -> recipe.pairs().isEmpty());
        String usual = Integer.toString(FIRST.evaluation().epochs());
        assertThat(soft.differences())
                .extracting(
                        DifferingSetting::key,
                        setting -> setting.values().get(0).text(),
                        setting -> setting.values().get(1).text())
                .containsExactly(tuple("evaluation.epochs", usual, "7"), tuple("steps", usual, "7"));
    }

    @Test
    void studentsThatWereMeasuredOnOtherImagesAreNotRanked() throws Exception {
        Experiment heldOut = SECOND.withDataset(SECOND.dataset().withHeldOut(new HeldOut(0.2, ScoredOn.HELD_OUT)));
        folders.evaluate(first, FIRST, 0.50, 0.52);
        folders.evaluate(second, heldOut, 0.60, 0.62);

        LabelComparison soft =
                Comparison.read(List.of(first, second)).students().get(0);

        assertThat(soft.recipes()).hasSize(2).allMatch(recipe -> recipe.pairs().isEmpty());
        assertThat(soft.differences())
                .extracting(
                        DifferingSetting::key,
                        setting -> setting.values().get(0).text(),
                        setting -> setting.values().get(1).text())
                .containsExactly(tuple(Recipe.SCORED_ON, "test", "held-out"));
    }

    @Test
    void theNumberOfStudentsIsNoPartOfTheRecipe() throws Exception {
        folders.evaluate(first, FIRST, 0.50, 0.52);
        folders.evaluate(
                second,
                SECOND.withEvaluation(EvaluationConfig.STUDENTS.replacedIn(SECOND.evaluation(), 9)),
                0.60,
                0.62);

        assertThat(onlyRecipe().pairs()).singleElement().satisfies(pair -> {
            // Equal differences of both pairs: the test has no p-value.
            assertThat(pair.test().difference().mean()).isCloseTo(0.1, within(1e-12));
            assertThat(pair.corrected()).isEmpty();
            assertThat(pair.verdict()).isEqualTo(Verdict.NOT_DECIDED);
        });
    }

    @Test
    void nothingIsRankedIfTheDatasetsDiffer() throws Exception {
        Path other = folders.run(ComparedFolders.experiment("other", 0), "ffffffff");
        folders.evaluate(first, FIRST, 0.50, 0.52);
        folders.evaluate(second, SECOND, 0.60, 0.62);
        folders.evaluate(other, ComparedFolders.experiment("other", 0), 0.7, 0.8);

        LabelComparison soft =
                Comparison.read(List.of(first, second, other)).students().get(0);

        assertThat(soft.recipes()).hasSize(2).allMatch(recipe -> recipe.pairs().isEmpty());
        assertThat(soft.recipes().get(0).rows())
                .extracting(ComparedStudentsTest::name)
                .containsExactly("A", "B");
        assertThat(soft.differences()).singleElement().satisfies(setting -> assertThat(setting.key())
                .isEqualTo("dataset"));
    }

    @Test
    void evaluationsOfOtherImagesAndOfUnknownRecipesAreLeftOut() throws Exception {
        folders.students(first, FIRST, TrainingSet.DISTILLED, 3, 0.50, 0.52);
        folders.evaluate(second, SECOND, 0.60, 0.62);
        try (var files = Files.walk(second)) {
            Files.delete(files.filter(file -> file.getFileName().toString().equals("experiment.yaml")
                            && file.toString().contains("evaluation"))
                    .findFirst()
                    .orElseThrow());
        }

        Comparison comparison = Comparison.read(List.of(first, second));

        assertThat(comparison.students()).isEmpty();
        assertThat(comparison.runs()).extracting(ComparedRun::otherEvaluations).containsExactly(1, 1);
    }

    private RecipeStudents onlyRecipe() throws Exception {
        List<LabelComparison> students = Comparison.read(List.of(first, second)).students();
        assertThat(students).hasSize(1);
        assertThat(students.get(0).differences()).isEmpty();
        assertThat(students.get(0).recipes()).hasSize(1);
        return students.get(0).recipes().get(0);
    }

    private static String name(StudentRow row) {
        return row.run().orElse(row.set().key());
    }

    private static String name(StudentPair pair) {
        return name(pair.first()) + "-" + name(pair.second());
    }
}
