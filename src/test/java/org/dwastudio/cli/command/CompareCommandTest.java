package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.report.ReportPage;
import org.dwastudio.stage.comparison.ComparedFolders;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final Experiment FIRST = ComparedFolders.experiment("first", 0);
    private static final Experiment SECOND = ComparedFolders.experiment("second", 0.05);

    @TempDir
    private Path temp;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

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
    void theTablesAreAligned() throws IOException {
        folders.evaluate(first, FIRST, 0.50, 0.52, 0.51, 0.53);
        folders.evaluate(second, SECOND, 0.60, 0.63, 0.61, 0.62);
        folders.real(first, FIRST, TrainingSet.FULL_REAL, 0.9, 0.91);

        commands.succeed("compare", first.toString(), second.toString());

        assertThat(commands.out().lines())
                .startsWith(
                        "Runs",
                        "  run  name    state     images  folder",
                        "  A    first   finished  6       " + first,
                        "  B    second  finished  6       " + second,
                        "")
                .contains(
                        "Settings that differ: 1 of 73",
                        "  setting        A    B",
                        "  synthesis.rho  0.0  0.05",
                        "                       A            B",
                        "  finished batches     2            2",
                        "  total loss           5.500        6.500",
                        "  Vendi score          1.25 (1.50)  1.25 (1.50)",
                        "Quality of the images: no run was inspected (dwa-studio inspect RUN_FOLDER).",
                        "  trained on  images  students  top-1",
                        "  B second    6       4         61.5 ± 2.1 %",
                        "  A first     6       4         51.5 ± 2.1 %",
                        "  all real    600     2         90.5 ± 6.4 %",
                        "  difference  points  95 % interval  p        p (Holm)  pairs  verdict",
                        "  B − A       +10.0   +8.7 … +11.3   < 0.001  < 0.001   4      real");
    }

    @Test
    void aComparisonIsWrittenAsHtml() throws Exception {
        Path page = temp.resolve("new/comparison.html");

        commands.succeed("compare", first.toString(), second.toString(), "--html", page.toString(), "--language", "ja");

        assertThat(commands.out()).contains("Wrote a comparison of 2 runs.", "File: " + page);
        assertThat(new ReportPage(page).text("//x:h1")).isEqualTo("比較: first, second");
    }

    @Test
    void changesByHandUnfinishedRunsAndMissingStudentsAreStated() throws IOException {
        Experiment tuned = ComparedFolders.experiment("tuned", 0.05)
                .withTuning(List.of(new TuningChange(1, 20, Adjustment.RHO, 0.05, 0.1)));
        Path changed = folders.run(tuned);
        Files.writeString(changed.resolve("run.log"), "2026-11-24T10:16:30Z  synthesis stopped by the user\n");

        commands.succeed("compare", changed.toString(), second.toString());

        assertThat(commands.out().lines())
                .startsWith("A is not finished (stopped): its figures refer to the images so far.", "")
                .contains(
                        "  synthesis.rho  0.05 → 0.1 (column 2, iteration 20)  0.05",
                        "Students: not evaluated: A, B (dwa-studio evaluate --run RUN_FOLDER).");
    }

    @Test
    void recipesThatDifferAreNamed() throws IOException {
        folders.evaluate(first, FIRST, 0.50, 0.52);
        folders.evaluate(second, SECOND.withEvaluation(SECOND.evaluation().withEpochs(7)), 0.60, 0.62);

        commands.succeed("compare", first.toString(), second.toString());

        assertThat(commands.out())
                .contains("2 recipes: students of different recipes are not ranked against each other."
                        + " The recipes differ in:")
                .containsPattern("(?m)^  evaluation.epochs +\\d+ +7$")
                .doesNotContain("verdict");
    }

    @Test
    void wrongFoldersAndFilesAreNamed() {
        assertWrong("A comparison needs at least two runs, got 0.", "compare");
        assertWrong("A comparison needs at least two runs, got 1.", "compare", first.toString());
        assertWrong(second + ": is given twice", "compare", second.toString(), second.toString());
        assertWrong(
                temp.resolve("none") + ": there is no such folder",
                "compare",
                first.toString(),
                temp.resolve("none").toString());
        assertWrong(temp + ": is no run folder", "compare", first.toString(), temp.toString());
        assertWrong(
                "page.txt: a report is an HTML file",
                "compare",
                first.toString(),
                second.toString(),
                "--html",
                "page.txt");
    }

    private void assertWrong(String message, String... arguments) {
        assertThat(commands.run(arguments)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains(message);
    }
}
