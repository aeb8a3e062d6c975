package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A squeeze that was stopped and resumed. */
@Timeout(120)
class ResumedSqueezeTest {
    private static final int EPOCHS = 5;
    private static final int STOPPED_AFTER = 3;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    private Path run;
    private byte[] whole;

    @BeforeEach
    void stopAnotherInTheMiddle() throws Exception {
        new DatasetFiles(folder.resolve("animals")).splitFolders();
        SqueezeOutcome uninterrupted = scope.run(SqueezeRequest.fresh(experiment(), folder.resolve("whole")));
        whole = Files.readAllBytes(uninterrupted.teacher());
        run = folder.resolve("stopped");
        stop(run);
    }

    @Test
    void aStoppedSqueezeResumesToTheSameTeacher() throws Exception {
        assertThat(resume().teacher()).hasBinaryContent(whole);
    }

    @Test
    void aBrokenCheckpointIsPassedOverForTheOneBefore() throws Exception {
        List<Path> checkpoints = checkpoints();
        assertThat(checkpoints).hasSize(2);
        Path newest = checkpoints.get(1);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 9] ^= 1;
        Files.write(newest, bytes);

        assertThat(resume().teacher()).hasBinaryContent(whole);
        assertThat(run.resolve("run.log"))
                .content()
                .contains("resumed after epoch " + (STOPPED_AFTER - 1))
                .contains("passed over: ")
                .contains(newest.getFileName().toString());
    }

    @Test
    void whereAllCheckpointsAreBrokenNothingIsTouched() throws Exception {
        for (Path checkpoint : checkpoints()) {
            Files.write(checkpoint, new byte[100]);
        }
        String log = Files.readString(run.resolve("run.log"));

        assertThatThrownBy(this::resume)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("No checkpoint in ")
                .hasMessageEndingWith(
                        "Please delete these files, so that the squeeze starts from the beginning, or start it again in a"
                                + " new folder.");
        assertThat(run.resolve("run.log")).hasContent(log);
    }

    @Test
    void aChangedRecipeIsRefusedWithTheLineThatChanged() throws Exception {
        replace("learningRate: 0.05", "learningRate: 0.5");

        assertThatThrownBy(this::resume)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("it has 'learningRate: 0.5' where it had 'learningRate: 0.05'");
    }

    @Test
    void imagesMayMoveButNoneMayBeAdded() throws Exception {
        Files.move(folder.resolve("animals"), folder.resolve("pets"));
        replace("animals", "pets");
        new DatasetFiles(folder.resolve("pets")).gray("train/cat/stray.png", 32, 200);
        assertThatThrownBy(this::resume)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("is not the one that this squeeze began with");

        Files.delete(folder.resolve("pets/train/cat/stray.png"));
        assertThat(resume().epochs()).isEqualTo(EPOCHS);
    }

    @Test
    void aMovedRunFolderIsResumed() throws Exception {
        Path moved = folder.resolve("elsewhere/moved");
        Files.createDirectories(moved.getParent());
        run = Files.move(run, moved);

        assertThat(resume().teacher()).startsWith(moved).hasBinaryContent(whole);
    }

    private Experiment experiment() {
        return SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig(folder.resolve("animals").toString()))
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("convnet3").withWidth(8))
                        .withEpochs(EPOCHS)
                        .withBatchSize(2)
                        .withOptimizer(optimizer -> optimizer.withLearningRate(0.05)));
    }

    /** Stops it in the middle of the epoch after {@link #STOPPED_AFTER}. */
    private void stop(Path target) throws Exception {
        CompletableFuture<StageRun<SqueezeOutcome>> started = new CompletableFuture<>();
        started.complete(scope.engine().start(SqueezeRequest.fresh(experiment(), target), event -> {
            if (event instanceof RunEvent.Progress progress && progress.iteration() == STOPPED_AFTER) {
                started.join().control().cancel();
            }
        }));
        SqueezeOutcome stopped = started.join().outcome().get();
        assertThat(stopped.cancelled()).isTrue();
        assertThat(stopped.epochs()).isEqualTo(STOPPED_AFTER);
    }

    private SqueezeOutcome resume() throws Exception {
        return scope.run(SqueezeRequest.resumed(run));
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            return files.sorted().toList();
        }
    }

    private void replace(String old, String now) throws IOException {
        Path experiment = run.resolve("experiment.yaml");
        String text = Files.readString(experiment);
        assertThat(text).contains(old);
        Files.writeString(experiment, text.replace(old, now));
    }
}
