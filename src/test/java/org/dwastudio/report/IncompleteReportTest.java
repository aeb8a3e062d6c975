package org.dwastudio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.report.ReportedRun.CLASSES;
import static org.dwastudio.report.ReportedRun.EXPERIMENT;
import static org.dwastudio.report.ReportedRun.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of runs that are unfinished, partly evaluated or very large, and files that are not replaced. */
class IncompleteReportTest {
    @TempDir
    private Path temp;

    private ReportPage page;

    private ReportedRun made;

    @BeforeEach
    void makeRun() throws IOException {
        made = new ReportedRun(temp);
    }

    @Test
    void missingMeasurementsAreMarked() throws Exception {
        Files.delete(made.run().metrics());

        page = made.parsed(Optional.empty(), Locale.ENGLISH);

        assertThat(page.card("images").get(0)).isEqualTo("not measured");
        assertThat(page.card("accuracy").get(0)).isEqualTo("not measured");
        assertThat(page.card("time").get(0)).isEqualTo("not measured");
        assertThat(page.card("storage").get(0)).isEqualTo("not measured");
        assertThat(page.text("//*[@id='verdict']")).contains("Run the evaluation to find out");
        assertThat(page.texts("//*[@id='curves']/x:p")).containsExactly("not measured");
        assertThat(page.text("//*[@id='evaluation']")).contains("Accuracy: not measured.");
    }

    @Test
    void aStoppedRunAndAnInterruptedOneSayHowFarTheyCame() throws Exception {
        ExperimentWriter.write(
                EXPERIMENT.withSynthesis(EXPERIMENT.synthesis().withImagesPerClass(10)),
                made.run().experiment());
        Files.writeString(made.run().log(), "2026-11-24T10:16:30Z  synthesis stopped by the user\n");
        page = made.write(Locale.ENGLISH);
        assertThat(page.text("//*[@id='ending']")).startsWith("The run was stopped early: 6 of 6 images");

        Files.writeString(made.run().log(), "2026-11-24T10:16:30Z  saved column 1\n");
        Files.createDirectory(made.run().synthesisCheckpoints());
        page = made.write(Locale.ENGLISH);
        assertThat(page.text("//*[@id='ending']")).startsWith("The run was interrupted and can be resumed");
    }

    @Test
    void anEvaluationThatWasKilledIsShownAsFarAsItCame() throws Exception {
        made.keep("convnet3-w16-bbbb", result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.5, 6));

        page = made.write(Locale.ENGLISH);

        assertThat(page.text("//*[@id='evaluation']/x:p[@class='warning']"))
                .isEqualTo("This evaluation is incomplete: 1 student is finished.");
        assertThat(page.rows("kinds")).hasSize(1);
        assertThat(page.card("accuracy").get(0)).isEqualTo("not measured");
    }

    @Test
    void anEvaluationOfFewerImagesIsNotThatOfTheSummary() throws Exception {
        made.keep("convnet3-w16-bbbb", result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.5, 3));
        made.keep("convnet3-w16-bbbb", result(TrainingSet.FULL_REAL, LabelType.SOFT, 0, 0.5, 600));

        page = made.write(Locale.ENGLISH);

        assertThat(page.card("accuracy").get(0)).isEqualTo("not measured");
        assertThat(page.texts("//*[@id='evaluation']/x:p[@class='warning']").get(0))
                .isEqualTo("This evaluation was made when the run had a different number of images.");
    }

    @Test
    void aThousandClassesStaySmallAndItIsReportedWhatIsLeftOut() throws Exception {
        List<String> names =
                IntStream.range(0, 1000).mapToObj(i -> "class " + i).toList();
        ImageStore store = new ImageStore(made.run().images(), names, 50);
        clearImages();
        for (int column = 0; column < 6; column++) {
            store.write(column, 0, TestImages.random(1000, 16, 3, column), EXPERIMENT);
        }
        for (TrainingSet set : TrainingSet.values()) {
            made.keep("convnet3-w16-bbbb", large(set));
        }

        page = made.parsed(names);

        assertThat(Files.size(made.file())).isLessThan(15_000_000);
        assertThat(page.count("//x:img")).isEqualTo(4000);
        assertThat(page.text("//*[@id='images-shown']")).contains("4,000 of 6,000 images are shown");
        assertThat(page.rows("classes")).hasSize(40);
        assertThat(page.rows("confusions")).hasSize(20);
        assertThat(page.count("//x:table[@class='confusion']")).isZero();
    }

    @Test
    void whatIsThereAndNoReportIsLeftAlone() throws Exception {
        Path mine = Files.writeString(temp.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> Report.write(made.open(CLASSES, Optional.empty()), Locale.ENGLISH, mine))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("a report is an HTML file; choose a name that ends in .html");
        assertThatThrownBy(() -> Report.write(made.open(CLASSES, Optional.empty()), Locale.ENGLISH, temp))
                .hasMessageContaining("is a folder; a report is one file");
        assertThat(mine).hasContent("mine");
        Path fresh = temp.resolve("fresh.txt");
        assertThatThrownBy(() -> Report.write(made.open(CLASSES, Optional.empty()), Locale.ENGLISH, fresh))
                .hasMessageContaining("a report is an HTML file; choose a name that ends in .html");
        assertThat(fresh).doesNotExist();
    }

    private static StudentResult large(TrainingSet set) {
        long[][] confusion = new long[1000][1000];
        for (int label = 0; label < 1000; label++) {
            confusion[label][label] = 5;
            confusion[label][(label + 1) % 1000] = label % 7;
        }
        return new StudentResult(new StudentTask(set, LabelType.SOFT, 0), 6000, 10, 0.5, 0.5, 10, 0.5, 1, confusion);
    }

    private void clearImages() throws IOException {
        for (int label = 0; label < CLASSES.size(); label++) {
            for (int column = 0; column < 2; column++) {
                Path image = new ImageStore(made.run().images(), CLASSES, 2).path(label, column);
                Files.delete(image);
                if (column == 1) {
                    Files.delete(image.getParent());
                }
            }
        }
    }

    @Test
    void onlyAReportIsReplaced() throws Exception {
        Path home = Files.writeString(temp.resolve("index.html"), "<html><body>my home page</body></html>");

        assertThatThrownBy(() -> Report.write(made.open(CLASSES, Optional.empty()), Locale.ENGLISH, home))
                .hasMessageContaining("exists and was not written by this program");
        assertThat(home).content().contains("my home page");

        Path report = temp.resolve("report.html");
        Report.write(made.open(CLASSES, Optional.empty()), Locale.ENGLISH, report);
        assertThat(Report.write(made.open(CLASSES, Optional.empty()), Locale.ENGLISH, report))
                .isPositive();
    }
}
