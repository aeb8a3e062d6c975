package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.teacher.TeacherMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A squeeze that starts from the weights of a teacher. */
@Timeout(120)
class StartedSqueezeTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    private Path start;

    @BeforeEach
    void trainATeacher() throws Exception {
        new DatasetFiles(folder.resolve("animals")).splitFolders();
        Experiment first = experiment(1)
                .withDataset(
                        animals().withNormalization(Optional.of(new ChannelNormalization(List.of(0.4), List.of(0.2)))));
        start = Files.copy(
                scope.run(SqueezeRequest.fresh(first, folder.resolve("first"))).teacher(),
                folder.resolve("start.safetensors"));
    }

    @Test
    void theNormalizationIsThatOfTheWeightsAndTheFileIsNamed() throws Exception {
        SqueezeOutcome outcome = scope.run(SqueezeRequest.fresh(further(2), folder.resolve("further")));

        TeacherMetadata metadata = TeacherMetadata.read(outcome.teacher());
        assertThat(metadata.mean()).containsExactly(0.4);
        assertThat(metadata.std()).containsExactly(0.2);
        assertThat(metadata.extra()).containsEntry("startFrom", "start.safetensors");
        assertThat(outcome.newHead()).isFalse();
        SqueezeOutcome random = scope.run(SqueezeRequest.fresh(experiment(2), folder.resolve("random")));
        assertThat(TeacherMetadata.read(random.teacher()).extra()).doesNotContainKey("startFrom");
    }

    @Test
    void aStoppedSqueezeResumesToTheSameTeacherWithoutTheStartFile() throws Exception {
        byte[] whole = Files.readAllBytes(scope.run(SqueezeRequest.fresh(further(4), folder.resolve("whole")))
                .teacher());
        Path run = folder.resolve("stopped");
        stopAfterTwoEpochs(run);
        Files.delete(start);

        SqueezeOutcome resumed = scope.run(SqueezeRequest.resumed(run));
        assertThat(resumed.teacher()).hasBinaryContent(whole);
        assertThat(resumed.newHead()).isFalse();
        assertThat(run.resolve("experiment.yaml")).content().contains("startFrom: ");
    }

    @Test
    void aResumedSqueezeReportsTheNewLastLayer() throws Exception {
        addOwls();
        Path run = folder.resolve("stopped");
        assertThat(stopAfterTwoEpochs(run).newHead()).isTrue();

        assertThat(scope.run(SqueezeRequest.resumed(run)).newHead()).isTrue();
    }

    private SqueezeOutcome stopAfterTwoEpochs(Path run) throws Exception {
        CompletableFuture<StageRun<SqueezeOutcome>> started = new CompletableFuture<>();
        started.complete(scope.engine().start(SqueezeRequest.fresh(further(4), run), event -> {
            if (event instanceof RunEvent.Progress progress && progress.iteration() == 2) {
                started.join().control().cancel();
            }
        }));
        SqueezeOutcome outcome = started.join().outcome().get();
        assertThat(outcome.cancelled()).isTrue();
        return outcome;
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedWithBothNetworks() {
        Experiment wider = further(1).withSqueeze(further(1).squeeze().withNetwork(network -> network.withWidth(16)));

        assertThatThrownBy(() -> scope.run(SqueezeRequest.fresh(wider, folder.resolve("wider"))))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("are those of convnet3 (width 8, stem small, 1 channel, 2 classes")
                .hasMessageContaining("trains convnet3 (width 16, stem small")
                .hasMessageContaining("or start from random weights");
    }

    @Test
    void ofWeightsWithOtherClassesTheLastLayerIsLeftOut() throws Exception {
        addOwls();

        SqueezeOutcome outcome = scope.run(SqueezeRequest.fresh(further(1), folder.resolve("owls")));

        assertThat(outcome.newHead()).isTrue();
        assertThat(TeacherMetadata.read(outcome.teacher()).classNames())
                .contains("owl")
                .hasSize(3);
    }

    @Test
    void ofWeightsWithTheSameNumberOfOtherClassesTheLastLayerIsLeftOut() throws Exception {
        Files.move(folder.resolve("animals/train/cat"), folder.resolve("animals/train/owl"));
        Files.move(folder.resolve("animals/val/cat"), folder.resolve("animals/val/owl"));

        SqueezeOutcome outcome = scope.run(SqueezeRequest.fresh(further(1), folder.resolve("owls")));

        assertThat(outcome.newHead()).isTrue();
        assertThat(TeacherMetadata.read(outcome.teacher()).classNames()).containsExactlyInAnyOrder("dog", "owl");
    }

    private void addOwls() {
        DatasetFiles files = new DatasetFiles(folder.resolve("animals"));
        for (int i = 0; i < 3; i++) {
            files.gray("train/owl/" + i + ".png", 32, 200 + i);
        }
        files.gray("val/owl/9.png", 32, 210);
    }

    private DatasetConfig animals() {
        return new DatasetConfig(folder.resolve("animals").toString());
    }

    private Experiment further(int epochs) {
        Experiment random = experiment(epochs);
        return random.withSqueeze(random.squeeze()
                .withStartFrom(folder.resolve("start.safetensors").toString()));
    }

    private Experiment experiment(int epochs) {
        return SynthesisPresets.demonstration()
                .withDataset(animals())
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("convnet3").withWidth(8))
                        .withEpochs(epochs)
                        .withBatchSize(2)
                        .withOptimizer(optimizer -> optimizer.withLearningRate(0.01)));
    }
}
