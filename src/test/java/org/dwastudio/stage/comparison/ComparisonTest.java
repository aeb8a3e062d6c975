package org.dwastudio.stage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.history.RunState;
import org.dwastudio.text.DescribedArgumentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    private Path temp;

    private ComparedFolders folders;

    @BeforeEach
    void makeFolders() {
        folders = new ComparedFolders(temp);
    }

    @Test
    void onlySettingsThatDifferAreListed() throws Exception {
        Path first = folders.run(ComparedFolders.experiment("first", 0));
        Path second = folders.run(ComparedFolders.experiment("second", 0.05));
        Path third = folders.run(ComparedFolders.experiment("third", 0));

        Comparison comparison = Comparison.read(List.of(first, second, third));

        assertThat(comparison.settings()).singleElement().satisfies(setting -> {
            assertThat(setting.key()).isEqualTo("synthesis.rho");
            assertThat(setting.values()).extracting(SettingValue::text).containsExactly("0.0", "0.05", "0.0");
        });
        assertThat(comparison.settingCount()).isGreaterThan(60);
        assertThat(comparison.cautions()).isEmpty();
        assertThat(comparison.runs()).extracting(ComparedRun::label).containsExactly("A", "B", "C");
        assertThat(comparison.run("B").name()).isEqualTo("second");
    }

    @Test
    void aChangeByHandMakesASettingDiffer() throws Exception {
        TuningChange change = new TuningChange(1, 20, Adjustment.RHO, 0.05, 0.1);
        Experiment tuned = ComparedFolders.experiment("tuned", 0.05).withTuning(List.of(change));

        Comparison comparison =
                Comparison.read(List.of(folders.run(tuned), folders.run(ComparedFolders.experiment("constant", 0.05))));

        assertThat(comparison.settings()).singleElement().satisfies(setting -> {
            assertThat(setting.key()).isEqualTo("synthesis.rho");
            assertThat(setting.values().get(0)).isEqualTo(new SettingValue("0.05", List.of(change)));
            assertThat(setting.values().get(1)).isEqualTo(new SettingValue("0.05", List.of()));
        });
    }

    @Test
    void lossesAreTheMeanOfTheColumnsAndDiversityIsTheLastOne() throws Exception {
        Path first = folders.run(ComparedFolders.experiment("four", 0));
        Path second = folders.run(ComparedFolders.experiment("second", 0));
        Files.delete(second.resolve("metrics.csv"));

        Comparison comparison = Comparison.read(List.of(first, second));

        FinalMeasurements measured = comparison.run("A").measurements();
        assertThat(measured.loss(LossPart.CROSS_ENTROPY)).hasValue(4.5);
        assertThat(measured.loss(LossPart.TOTAL)).hasValue(4.5);
        assertThat(measured.loss(LossPart.FEATURE_REGRESSION)).isEmpty();
        assertThat(measured.batches()).isEqualTo(2);
        assertThat(measured.last(Metric.VENDI_SCORE)).hasValue(1.25);
        assertThat(measured.last(Metric.REAL_VENDI_SCORE)).hasValue(1.5);
        assertThat(measured.last(Metric.WITHIN_CLASS_COSINE)).isEmpty();
        assertThat(comparison.run("B").measurements().losses()).isEmpty();
        assertThat(comparison.run("B").measurements().batches()).isZero();
    }

    @Test
    void batchesThatDidNotReachTheLastIterationDoNotCount() throws Exception {
        Path first = folders.run(ComparedFolders.experiment("four", 0));
        String metrics = Files.readString(first.resolve("metrics.csv"));
        Files.writeString(
                first.resolve("metrics.csv"), metrics.replaceAll("(?m)^synthesis,[a-z_]+,1,1,3,[5-9].*\\R", ""));

        FinalMeasurements measured = Comparison.read(
                        List.of(first, folders.run(ComparedFolders.experiment("second", 0))))
                .run("A")
                .measurements();

        assertThat(measured.loss(LossPart.CROSS_ENTROPY)).hasValue(4);
        assertThat(measured.batches()).isEqualTo(1);
    }

    @Test
    void everyBatchOfAColumnCountsWithItsLastIteration() throws Exception {
        Path first = folders.run(ComparedFolders.experiment("four", 0));
        // Two batches of two iterations each, then a third that has only begun.
        Files.writeString(
                first.resolve("metrics.csv"),
                "stage,metric,column,iteration,step,value\n"
                        + ComparedFolders.losses(0, 0, 0, 10)
                        + ComparedFolders.losses(0, 1, 1, 2)
                        + ComparedFolders.losses(0, 2, 2, 10)
                        + ComparedFolders.losses(0, 3, 3, 5)
                        + ComparedFolders.losses(0, 4, 4, 10));

        FinalMeasurements measured = Comparison.read(
                        List.of(first, folders.run(ComparedFolders.experiment("second", 0))))
                .run("A")
                .measurements();

        assertThat(measured.loss(LossPart.CROSS_ENTROPY)).hasValue(3.5);
        assertThat(measured.batches()).isEqualTo(2);
    }

    @Test
    void limitsOfTheComparisonAreReported() throws Exception {
        Experiment weighted = ComparedFolders.experiment("weighted", 0);
        Path first =
                folders.run(weighted.withSynthesis(Alignment.BATCH_NORM_WEIGHT.replacedIn(weighted.synthesis(), 0.5)));
        Path second = folders.run(ComparedFolders.experiment("second", 0), "ffffffff");
        Files.writeString(
                second.resolve("run.yaml"),
                Files.readString(second.resolve("run.yaml")).replace("44556677", "eeeeeeee"));
        Path images = second.resolve("images");
        try (var pngs = Files.walk(images)) {
            Files.delete(pngs.filter(file -> file.toString().endsWith(".png"))
                    .findFirst()
                    .orElseThrow());
        }
        ComparedFolders.end(second, "synthesis stopped by the user");

        Comparison comparison = Comparison.read(List.of(first, second));

        assertThat(comparison.cautions()).containsExactly(Caution.values());
        assertThat(comparison.run("A").isFinished()).isTrue();
        assertThat(comparison.run("B").state()).isEqualTo(RunState.STOPPED);
        assertThat(comparison.run("B").images()).isEqualTo(5);
    }

    @Test
    void runsWithoutFingerprintsAreComparedByTheirSettings() throws Exception {
        Path first = folders.run(ComparedFolders.experiment("first", 0));
        Path second = folders.run(ComparedFolders.experiment("second", 0), "ffffffff");
        Files.delete(second.resolve("run.yaml"));
        Experiment other = ComparedFolders.experiment("other", 0);
        Path third = folders.run(other.withDataset(
                other.dataset().withSource(temp.resolve("clothes").toString())));

        assertThat(Comparison.read(List.of(first, second)).cautions()).isEmpty();
        assertThat(Comparison.read(List.of(first, second, third)).cautions()).containsExactly(Caution.DATASETS);
    }

    @Test
    void fewerThanTwoRunsTheSameRunTwiceAndOtherFoldersAreRefused() throws IOException {
        Path run = folders.run(ComparedFolders.experiment("first", 0));
        Path teacher = folders.run(ComparedFolders.experiment("teacher", 0));
        Files.createDirectories(teacher.resolve("checkpoints"));
        Path empty = Files.createDirectories(temp.resolve("empty"));

        assertThatThrownBy(() -> Comparison.read(List.of(run)))
                .isInstanceOf(DescribedArgumentException.class)
                .hasMessage("A comparison needs at least two runs, got 1. Please add the folder of another run.");
        assertThatThrownBy(() -> Comparison.read(List.of(run, temp.resolve("first/../first"))))
                .isInstanceOf(RunFolderException.class)
                .hasMessageEndingWith("is given twice; name each run once");
        assertThatThrownBy(() -> Comparison.read(List.of(run, empty)))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("is no run folder");
        assertThatThrownBy(() -> Comparison.read(List.of(run, teacher)))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(teacher + ": trained a teacher and has no images to compare; choose runs of a synthesis");
    }

    @Test
    void labelsHaveTwoLettersAfterTheLastLetter() {
        assertThat(ComparedRun.label(25)).isEqualTo("Z");
        assertThat(ComparedRun.label(26)).isEqualTo("AA");
        assertThat(ComparedRun.label(27)).isEqualTo("AB");
        assertThat(ComparedRun.label(52)).isEqualTo("BA");
    }
}
