package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;

/** A synthesis of a few steps, which is started, stopped and resumed. */
final class SmallSynthesis {
    private final EngineScope scope;
    private final Path folder;
    private final Path teacher;

    /** Trains the teacher in the folder {@code squeeze}. */
    SmallSynthesis(EngineScope scope, Path folder) throws Exception {
        this.scope = scope;
        this.folder = folder;
        TinyDigits.write(folder.resolve("digits"), 60, 20);
        teacher = scope.run(SqueezeRequest.fresh(recipe(), folder.resolve("squeeze")))
                .teacher();
    }

    Experiment recipe() {
        return SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig(folder.resolve("digits").toString()))
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("convnet").withWidth(8))
                        .withEpochs(1)
                        .withBatchSize(20));
    }

    Experiment experiment(Execution.Order order) {
        return recipe().withTeacher(new TeacherConfig(teacher.toString(), Optional.empty()))
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withImagesPerClass(3)
                        .withIterations(6)
                        .withAdjustment(adjustment -> adjustment.withAscentSteps(1))
                        .withBatchSize(6)
                        .withExecution(execution -> execution.withOrder(order)))
                .withTuning(
                        order == Execution.Order.COLUMN_BY_COLUMN
                                ? List.of(
                                        new TuningChange(0, 8, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.05),
                                        new TuningChange(1, 0, Adjustment.RHO, 0.015, 0.2),
                                        new TuningChange(2, 3, Augmentation.JITTER, 4, 1))
                                : List.of(
                                        new TuningChange(0, 1, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.05),
                                        new TuningChange(0, 7, Augmentation.JITTER, 4, 1)));
    }

    /** Returns the experiment with orthogonal directions; above 1, the radius is found for each column. */
    Experiment orthogonal(Execution.Order order, double factor) {
        Experiment plain = experiment(order);
        return plain.withSynthesis(plain.synthesis().withAdjustment(adjustment -> adjustment
                .withAscentSteps(2)
                .withCrossEntropyFactor(factor)
                .withDirection(Adjustment.Direction.ORTHOGONAL)));
    }

    /** Returns a distribution matching of two slices of the classes, with changes by hand. */
    Experiment matching() {
        Experiment plain = experiment(Execution.Order.COLUMN_BY_COLUMN);
        return plain.withSynthesis(plain.synthesis()
                        .withMatching(matching -> matching.withMethod(Matching.Method.DISTRIBUTION_MATCHING)
                                .withWidth(4)
                                .withImages(5)))
                .withTuning(List.of(
                        new TuningChange(0, 1, Matching.RATE, 1, 0.5),
                        new TuningChange(0, 8, Augmentation.JITTER, 4, 1)));
    }

    SynthesisOutcome start(Experiment experiment, Path target, RunListener listener) throws Exception {
        return scope.run(SynthesisRequest.fresh(experiment, target), listener);
    }

    void stopAfter(long steps, Experiment experiment, Path target) throws Exception {
        CompletableFuture<StageRun<SynthesisOutcome>> started = new CompletableFuture<>();
        started.complete(scope.engine().start(SynthesisRequest.fresh(experiment, target), event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == steps) {
                started.join().control().cancel();
            }
        }));
        assertThat(started.join().outcome().get().cancelled()).isTrue();
    }

    SynthesisOutcome resume(Path run, RunListener listener) throws Exception {
        return scope.run(SynthesisRequest.resumed(run), listener);
    }
}
