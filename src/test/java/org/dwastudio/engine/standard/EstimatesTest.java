package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.MemoryBudget;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.StageRequest;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EstimatesTest {
    private static final int EPOCHS = 3;
    private static final int STEPS_PER_EPOCH = 3;
    private static final int COLUMN = 2 * 6;
    private static final int KINDS_OF_STUDENTS = 6;

    @TempDir
    private Path folder;

    /** Writes a checkpoint after every step. */
    private final StandardEngine engine =
            new StandardEngine("9.9", ComputePlan::bundled, () -> new CheckpointPace(Duration.ZERO, () -> 0));

    private Experiment experiment;

    @BeforeEach
    void trainATeacher() throws Exception {
        experiment = SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig(
                        TinyDigits.write(folder.resolve("digits"), 60, 20).toString()))
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("convnet").withWidth(8))
                        .withEpochs(EPOCHS)
                        .withBatchSize(20))
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withImagesPerClass(2)
                        .withIterations(6)
                        .withAdjustment(adjustment -> adjustment.withAscentSteps(1))
                        .withBatchSize(6))
                .withEvaluation(Measuring.MEASUREMENTS.replacedIn(
                        EvaluationConfig.modern()
                                .withNetwork(network ->
                                        network.withArchitecture("convnet").withWidth(8))
                                .withEpochs(4)
                                .withBatchSize(10)
                                .withStudents(1),
                        2));
        run(SqueezeRequest.fresh(experiment, folder.resolve("squeeze")), Integer.MAX_VALUE);
        experiment = experiment.withTeacher(
                new TeacherConfig(folder.resolve("squeeze/teacher.safetensors").toString(), Optional.empty()));
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void aResumedSqueezeIsEstimatedFromItsLastCheckpoint() throws Exception {
        Path target = folder.resolve("run");
        run(SqueezeRequest.fresh(experiment, target), STEPS_PER_EPOCH + 1);

        assertThat(estimate(SqueezeRequest.planned(experiment)).steps()).isEqualTo(EPOCHS * STEPS_PER_EPOCH);
        assertThat(estimate(SqueezeRequest.resumed(target)).steps()).isEqualTo((EPOCHS - 1) * STEPS_PER_EPOCH);
        assertThat(estimate(SqueezeRequest.resumed(target)).secondsPerStep()).isPositive();
    }

    @Test
    void aResumedSynthesisIsEstimatedFromItsLastCheckpoint() throws Exception {
        Path target = folder.resolve("run");
        run(SynthesisRequest.fresh(experiment, target), 5);

        StageEstimate whole = estimate(SynthesisRequest.planned(experiment));
        StageEstimate rest = estimate(SynthesisRequest.resumed(target));
        assertThat(whole.steps()).isEqualTo(2 * COLUMN);
        assertThat(rest.steps()).isEqualTo(2 * COLUMN - 5);
        assertThat(rest.diskBytes()).isLessThan(whole.diskBytes());
    }

    @Test
    void aFinishedRunHasNoRestToEstimate() {
        assertThatThrownBy(() -> estimate(SqueezeRequest.resumed(folder.resolve("squeeze"))))
                .hasMessageContaining("this squeeze is finished");
    }

    @Test
    void anEvaluationIsEstimatedByTheStepsOfItsUnfinishedStudents() throws Exception {
        Path target = folder.resolve("run");
        run(SynthesisRequest.fresh(experiment, target), Integer.MAX_VALUE);
        EvaluationRequest request = EvaluationRequest.of(target, experiment);
        long stepsPerStudent = 8;

        StageEstimate whole = estimate(request);
        assertThat(whole.steps()).isEqualTo(KINDS_OF_STUDENTS * stepsPerStudent);
        assertThat(whole.secondsPerStep()).isPositive().isLessThan(5);
        assertThat(whole.diskBytes()).isPositive();

        run(request, stepsPerStudent + 3);
        assertThat(estimate(request).steps()).isEqualTo((KINDS_OF_STUDENTS - 1) * stepsPerStudent - 3);

        run(request, Integer.MAX_VALUE);
        assertThat(estimate(request).steps()).isZero();
        assertThat(estimate(request).seconds()).isZero();
    }

    @Test
    void anEvaluationOfSeveralStudentsAtTheSameTimeIsEstimatedWithTheMemoryOfAll() throws Exception {
        Path target = folder.resolve("run");
        run(SynthesisRequest.fresh(experiment, target), Integer.MAX_VALUE);
        try (EngineSession session =
                new EngineSession("9.9", ComputePlan::bundled, () -> new CheckpointPace(Duration.ZERO, () -> 0))) {
            StageDemand one = demand(EvaluationRequest.of(target, together(1)), session);
            StageDemand three = demand(EvaluationRequest.of(target, together(3)), session);
            StageDemand most = demand(EvaluationRequest.of(target, together(64)), session);

            assertThat(three.steps()).isEqualTo(one.steps());
            assertThat(three.secondsPerStep()).isPositive();
            assertThat(three.memory().applyAsLong(10))
                    .isGreaterThan(one.memory().applyAsLong(10));
            assertThat(most.memory().applyAsLong(10) - three.memory().applyAsLong(10))
                    .as("six students, of whom three are counted already")
                    .isEqualTo(
                            3 * (three.memory().applyAsLong(10) - one.memory().applyAsLong(10)) / 2);
        }
    }

    private Experiment together(int students) {
        return experiment.withEvaluation(experiment.evaluation().withParallelStudents(OptionalInt.of(students)));
    }

    @Test
    void everyStageAddsTheSameMemoryOfTheProgram() throws Exception {
        Path target = folder.resolve("run");
        run(SynthesisRequest.fresh(experiment, target), Integer.MAX_VALUE);
        List<StageRequest<?>> requests = List.of(
                SqueezeRequest.planned(experiment),
                SynthesisRequest.planned(experiment),
                RelabelRequest.of(target, experiment),
                EvaluationRequest.of(target, experiment));

        try (EngineSession session =
                new EngineSession("9.9", ComputePlan::bundled, () -> new CheckpointPace(Duration.ZERO, () -> 0))) {
            for (StageRequest<?> request : requests) {
                StageDemand demand = demand(request, session);
                assertThat(demand.within(new MemoryBudget(5_000_000_000L, OptionalLong.empty()))
                                .memoryBytes())
                        .as(request.stage().key())
                        .isEqualTo(5_000_000_000L + demand.memory().applyAsLong(demand.batchSize()));
                assertThat(demand.memory().applyAsLong(demand.batchSize()))
                        .as(request.stage().key())
                        .isBetween(1L, 1_000_000_000L)
                        .isGreaterThanOrEqualTo(demand.memory().applyAsLong(demand.batchSize() - 1));
            }
        }
    }

    private static <O> StageDemand demand(StageRequest<O> request, EngineSession session) throws Exception {
        return new StageRegistry().of(request).demand(request, session);
    }

    private StageEstimate estimate(StageRequest<?> request) throws Exception {
        return engine.estimate(request).get();
    }

    /** Runs a stage and stops it after a number of steps. */
    private <O> void run(StageRequest<O> request, long steps) throws Exception {
        AtomicReference<StageRun<O>> run = new AtomicReference<>();
        run.set(engine.start(request, event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() >= steps) {
                stop(run);
            }
        }));
        run.get().outcome().get();
    }

    private static <O> void stop(AtomicReference<StageRun<O>> run) {
        StageRun<O> started = run.get();
        while (started == null) {
            Thread.onSpinWait();
            started = run.get();
        }
        started.control().cancel();
    }
}
