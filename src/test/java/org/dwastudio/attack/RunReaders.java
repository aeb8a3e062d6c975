package org.dwastudio.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.file.Trash;
import org.dwastudio.queue.QueueStore;
import org.dwastudio.queue.QueuedRun;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.queue.StageLine;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.history.FinishedRun;
import org.dwastudio.run.history.InterruptedRun;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.record.JoinedRun;
import org.dwastudio.stage.distilled.DistilledImages;
import org.dwastudio.stage.evaluation.EvaluationFolder;
import org.dwastudio.stage.evaluation.RecordedEvaluation;

/** Readers of run folders, which may come from other people. */
final class RunReaders {
    static final Path FIRST_VERSION = Path.of("src/test/resources/first-version");
    private static final String EVALUATION = "run/evaluation/convnet3-w8-93039f01/";
    private static final List<String> RUN = List.of(
            "run/run.yaml", "run/experiment.yaml", "run/metrics.csv", "run/run.log", "run/images/00_bar/00.png");

    private RunReaders() {}

    static List<ForeignReader> all() {
        return List.of(
                ForeignReader.of(
                        "experiment",
                        folder -> Files.copy(
                                FIRST_VERSION.resolve("experiments/full.yaml"), folder.resolve("experiment.yaml")),
                        "experiment.yaml",
                        (folder, scratch) -> ExperimentReader.read(folder.resolve("experiment.yaml"))),
                ForeignReader.of(
                        "queue", RunReaders::queue, "queue.yaml", (folder, scratch) -> new QueueStore(folder).peek()),
                ForeignReader.of("list of runs", folder -> finished(folder), targetsOfList(), (folder, scratch) -> {
                    listed(folder);
                    RunDirectoryLock.isHeld(new RunDirectory(folder.resolve("run")));
                }),
                ForeignReader.of("loaded run", folder -> copy("tuned", folder), RUN, (folder, scratch) -> {
                    LoadedRun.read(folder.resolve("run"));
                    DistilledImages.in(new RunDirectory(folder.resolve("run")));
                }),
                ForeignReader.of(
                        "loaded squeeze",
                        folder -> copy("run-finished/teacher", folder),
                        List.of("run/run.yaml", "run/experiment.yaml", "run/metrics.csv", "run/run.log"),
                        (folder, scratch) -> LoadedRun.read(folder.resolve("run"))),
                ForeignReader.of(
                        "interrupted synthesis",
                        folder -> copy("synthesis-interrupted", folder),
                        List.of("run/run.yaml", "run/experiment.yaml", "run/run.log"),
                        (folder, scratch) -> {
                            listed(folder);
                            InterruptedRun.resumableIn(folder.resolve("run"));
                        }),
                ForeignReader.of(
                                "parts of a run",
                                RunReaders::parts,
                                targetsOfParts(),
                                (folder, scratch) -> JoinedRun.of(
                                                List.of(folder.resolve("first"), folder.resolve("second")))
                                        .write(scratch.resolve("joined"), (done, total) -> {}))
                        .slow(3),
                ForeignReader.of(
                        "evaluations",
                        folder -> finished(folder),
                        List.of(
                                EVALUATION + "students/distilled-soft-0.json",
                                EVALUATION + "students/full-real-soft-0.json",
                                EVALUATION + "experiment.yaml"),
                        (folder, scratch) -> {
                            for (RecordedEvaluation evaluation : RecordedEvaluation.in(folder.resolve("run"))) {
                                evaluation.results().forEach(result -> result.balanced());
                            }
                            EvaluationFolder.newestRecipe(folder.resolve("run"));
                        }));
    }

    private static void queue(Path folder) throws IOException {
        new QueueStore(folder)
                .save(StageLine.empty()
                        .add(QueuedStage.waiting(
                                StageName.SYNTHESIS,
                                SynthesisPresets.demonstration(),
                                QueuedRun.on(folder),
                                Instant.EPOCH)));
    }

    private static List<String> targetsOfList() {
        return List.of(
                "run/run.yaml",
                "run/experiment.yaml",
                "run/metrics.csv",
                "run/run.log",
                "run/notes.json",
                "run/.lock",
                "run/evaluation-under-way.yaml",
                EVALUATION + "evaluation.csv");
    }

    private static List<String> targetsOfParts() {
        return List.of(
                "first/run.yaml", "first/experiment.yaml", "first/metrics.csv", "first/run.log", "second/metrics.csv");
    }

    private static void copy(String run, Path folder) throws IOException {
        PathUtils.copyDirectory(FIRST_VERSION.resolve(run), folder.resolve("run"));
    }

    private static void finished(Path folder) throws IOException {
        copy("run-finished/distilled", folder);
        Files.writeString(
                folder.resolve("run/notes.json"), "{\"name\": \"best\", \"tags\": [\"a\", \"b\"], \"note\": \"n\"}");
        Files.writeString(folder.resolve("run/.lock"), "process 1, since 2026-11-29T10:00:00Z\n");
        Files.copy(
                FIRST_VERSION.resolve("evaluation-interrupted/run/evaluation-under-way.yaml"),
                folder.resolve("run/evaluation-under-way.yaml"));
    }

    private static void parts(Path folder) throws IOException {
        for (String part : List.of("first", "second")) {
            PathUtils.copyDirectory(FIRST_VERSION.resolve("parts").resolve(part), folder.resolve(part));
        }
    }

    /** Reads what the program shows of all runs at once: a damaged one must not hide the others. */
    private static void listed(Path folder) {
        RunStore store = new RunStore(folder, new NoTrash());
        try {
            for (Path run : store.folders()) {
                store.read(run, false);
            }
            InterruptedRun.newestIn(folder);
            FinishedRun.newestIn(folder, new DatasetConfig("bundled"));
        } catch (IOException e) {
            throw new AssertionError("a damaged run hides all others", e);
        }
    }

    /** Trash that nothing is moved to. */
    private static final class NoTrash implements Trash {
        @Override
        public void take(Path path) {
            throw new AssertionError("deleted " + path);
        }
    }
}
