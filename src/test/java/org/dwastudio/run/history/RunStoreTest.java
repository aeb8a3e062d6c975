package org.dwastudio.run.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.MetricsCsv;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final String TIME = "2026-01-02T03:04:06Z  ";

    @TempDir
    private Path runs;

    private final List<Path> thrownAway = new ArrayList<>();
    private RunStore store;

    @BeforeEach
    void look() {
        store = new RunStore(runs, thrownAway::add);
    }

    @Test
    void theNewestFolderComesFirstAndFilesAreNoRuns() throws IOException {
        Path first = run("20260101-000000-a", "synthesis finished");
        Path second = run("20260102-000000-b", "synthesis finished");
        Files.writeString(runs.resolve("readme.txt"), "");

        assertThat(store.folders()).containsExactly(second, first);
        assertThat(new RunStore(runs.resolve("nowhere"), thrownAway::add).folders())
                .isEmpty();
    }

    @Test
    void theStateOfARunIsReadFromItsLog() throws IOException {
        assertThat(store.read(run("a", "synthesis finished"), false).state()).isEqualTo(RunState.FINISHED);
        assertThat(store.read(run("b", "synthesis stopped by the user"), false).state())
                .isEqualTo(RunState.STOPPED);
        assertThat(store.read(run("c", "synthesis failed: the disk is full\nat some.Place"), false)
                        .state())
                .isEqualTo(RunState.FAILED);
        assertThat(store.read(run("d", "saved column 0, classes 0 to 9, after 20 iterations"), false)
                        .state())
                .isEqualTo(RunState.INTERRUPTED);
        assertThat(store.read(run("e", "synthesis started: 10 classes, 40 steps"), true)
                        .state())
                .isEqualTo(RunState.RUNNING);
    }

    @Test
    void aRunReportsItsSettingsItsLastDiversityAndTheAccuracyOfItsStudents() throws IOException {
        Path folder = run("a", "synthesis finished");
        Files.writeString(folder.resolve("metrics.csv"), """
                stage,metric,column,iteration,step,value
                synthesis,vendi_score,0,20,20,1.25
                synthesis,within_class_cosine,1,20,40,0.75
                synthesis,vendi_score,1,20,40,1.5
                synthesis,vendi_sc""");
        Path evaluation = Files.createDirectories(folder.resolve("evaluation/resnet18-w16-00000000"));
        Files.writeString(evaluation.resolve("evaluation.csv"), """
                set,labels,student,images,steps,top1_last,top1_best,best_step,top5,seconds,"a"
                distilled,soft,0,20,100,0.5,0.625,80,0.9,1.000,0.5
                distilled,soft,1,20,100,0.75,0.875,80,0.9,1.000,0.5
                distilled,hard,0,20,100,0.25,0.25,80,0.9,1.000,0.5
                random-real,soft,0,20,100,0.875,0.875,80,0.9,1.000,0.5
                """);

        RunSummary summary = store.read(folder, false);

        assertThat(summary.experiment()).contains(SynthesisPresets.demonstration());
        assertThat(summary.figures()).isEqualTo(new RunSummary.Figures(0.625, 0.75, 1.5, 0.75));
        assertThat(summary.bytes())
                .isEqualTo(Files.size(folder.resolve("metrics.csv"))
                        + Files.size(evaluation.resolve("evaluation.csv"))
                        + Files.size(folder.resolve("experiment.yaml"))
                        + Files.size(folder.resolve("run.log")));
        assertThat(summary.problem()).isEmpty();
    }

    @Test
    void classNamesWithCommasAndQuotesLeaveTheAccuracyReadable() throws IOException {
        Path folder = run("a", "synthesis finished");
        Path evaluation = Files.createDirectories(folder.resolve("evaluation/resnet18-w16-00000000"));
        Files.writeString(evaluation.resolve("evaluation.csv"), """
                set,labels,student,images,steps,top1_last,top1_best,best_step,top5,seconds,"crane, the ""bird""\","set"
                distilled,soft,0,20,100,0.5,0.625,80,0.9,1.000,0.5,0.25
                """);

        RunSummary summary = store.read(folder, false);

        assertThat(summary.figures().lastAccuracy()).isEqualTo(0.5, within(0.0));
        assertThat(summary.figures().bestAccuracy()).isEqualTo(0.625, within(0.0));
    }

    @Test
    void bytesThatAreNotTextHideNeitherTheStateNorTheMeasurements() throws IOException {
        Path folder = run("a", "synthesis finished");
        byte[] half = {(byte) 0xC3};
        Files.write(folder.resolve("run.log"), half, StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("metrics.csv"), MetricsCsv.HEADER + "\nsynthesis,total_loss,0,0,0,1.5\n");
        Files.write(folder.resolve("metrics.csv"), half, StandardOpenOption.APPEND);
        Files.createDirectories(folder.resolve("evaluation/a"));
        Files.write(folder.resolve("evaluation/a/evaluation.csv"), half);

        List<Double> losses = new ArrayList<>();
        RunHistoryReader.in(new RunDirectory(folder)).forEachRow(point -> losses.add(point.value()));

        assertThat(losses).containsExactly(1.5);
        assertThat(store.read(folder, false).state()).isEqualTo(RunState.FINISHED);
        assertThat(InterruptedRun.newestIn(runs)).isEmpty();
    }

    @Test
    void aDamagedTableOfStudentsIsPassedOver() throws IOException {
        Path folder = run("a", "synthesis finished");
        Path evaluation = Files.createDirectories(folder.resolve("evaluation/resnet18-w16-00000000"));
        Files.writeString(evaluation.resolve("evaluation.csv"), "set,labels,\"a\ndistilled,soft,0.5\n");

        RunSummary summary = store.read(folder, false);

        assertThat(summary.figures().lastAccuracy()).isNaN();
        assertThat(summary.problem()).isEmpty();
    }

    @Test
    void aSqueezeReportsTheLastAndTheBestAccuracyOfItsTeacher() throws IOException {
        Path folder = run("a", "squeeze finished");
        Files.writeString(folder.resolve("teacher.safetensors"), "");
        Files.writeString(folder.resolve("metrics.csv"), """
                stage,metric,column,iteration,step,value
                squeeze,test_accuracy,0,0,10,0.75
                squeeze,test_accuracy,0,1,20,0.5
                """);

        RunSummary summary = store.read(folder, false);

        assertThat(summary.stage()).isEqualTo(StageName.SQUEEZE);
        assertThat(summary.figures().lastAccuracy()).isEqualTo(0.5, within(0.0));
        assertThat(summary.figures().bestAccuracy()).isEqualTo(0.75, within(0.0));
        assertThat(summary.figures().vendi()).isNaN();
    }

    @Test
    void aDamagedFolderIsListedWithWhatIsWrong() throws IOException {
        Path folder = run("a", "synthesis finished");
        Files.writeString(folder.resolve("experiment.yaml"), "synthesis: {rho: much}\n");
        Path empty = Files.createDirectory(runs.resolve("b"));

        RunSummary damaged = store.read(folder, false);

        assertThat(damaged.state()).isEqualTo(RunState.DAMAGED);
        assertThat(damaged.name()).isEqualTo("a");
        assertThat(damaged.problem()).contains("synthesis.rho");
        assertThat(store.read(empty, false).problem()).contains("is no run folder (it holds no experiment.yaml)");
    }

    @Test
    void tagsAndNoteAreKeptNextToTheExperiment() throws IOException {
        Path folder = run("a", "synthesis finished");
        byte[] experiment = Files.readAllBytes(folder.resolve("experiment.yaml"));
        RunNotes notes =
                RunNotes.typed(" talk 1 ", " for the talk, 良い ,, for the talk", " twice as <fast>\nas before ");

        RunSummary kept = store.keep(store.read(folder, false), notes);

        assertThat(notes.tags()).containsExactly("for the talk", "良い");
        assertThat(kept.notes()).isEqualTo(notes);
        assertThat(store.read(folder, false).notes())
                .isEqualTo(new RunNotes("talk 1", List.of("for the talk", "良い"), "twice as <fast>\nas before"));
        assertThat(folder.resolve("experiment.yaml")).hasBinaryContent(experiment);
    }

    @Test
    void brokenNotesAreReportedAsBroken() throws IOException {
        Path folder = run("a", "synthesis finished");
        Files.writeString(folder.resolve("notes.json"), "{\"tags\": 7");

        RunSummary summary = store.read(folder, false);

        assertThat(summary.state()).isEqualTo(RunState.FINISHED);
        assertThat(summary.problem()).contains("notes.json: contains no readable notes");
    }

    @Test
    void aRunThatIsInProgressIsNotDeleted() throws IOException {
        Path folder = run("a", "synthesis started: 10 classes, 40 steps");

        assertThatThrownBy(() -> store.delete(folder, true))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("is running");
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(folder))) {
            assertThatThrownBy(() -> store.delete(lock.directory().folder(), false))
                    .hasMessageContaining("is running");
        }

        assertThat(thrownAway).isEmpty();
        store.delete(folder, false);
        assertThat(thrownAway).containsExactly(folder);
    }

    private Path run(String name, String lastLine) throws IOException {
        RunDirectory directory = new RunDirectory(Files.createDirectories(runs.resolve(name)));
        ExperimentWriter.write(SynthesisPresets.demonstration(), directory.experiment());
        Files.writeString(directory.log(), TIME + "program 1\n" + TIME + lastLine + "\n");
        return directory.folder();
    }

    @Test
    void aTagThatIsNullBreaksNoOtherRun() throws IOException {
        Path folder = run("a", "synthesis finished");
        Files.writeString(folder.resolve("notes.json"), "{\"tags\": [null], \"note\": \"x\"}");

        RunSummary summary = store.read(folder, false);

        assertThat(summary.state()).isEqualTo(RunState.FINISHED);
        assertThat(summary.problem()).contains("notes.json: contains no readable notes");
    }
}
