package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisRequest;

/** Small stages with a fault at a chosen moment. */
final class FaultyStages {
    static final int COLUMN = 2 * 6;

    private final EngineScope scope;
    private Experiment experiment;

    /** Trains the teacher of the other stages in the folder {@code squeeze}. */
    FaultyStages(EngineScope scope, Path folder) throws Exception {
        this.scope = scope;
        experiment = SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig(
                        TinyDigits.write(folder.resolve("digits"), 60, 20).toString()))
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("convnet").withWidth(8))
                        .withEpochs(3)
                        .withBatchSize(20))
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withImagesPerClass(3)
                        .withIterations(6)
                        .withAdjustment(adjustment -> adjustment.withAscentSteps(1))
                        .withBatchSize(6))
                .withEvaluation(recipe());
        squeeze(folder.resolve("squeeze"), event -> {});
        experiment = experiment.withTeacher(
                new TeacherConfig(folder.resolve("squeeze/teacher.safetensors").toString(), Optional.empty()));
    }

    static EvaluationConfig recipe() {
        EvaluationConfig config =
                EvaluationConfig.modern().withNetwork(new TrainedNetwork("convnet", 8, NetworkConfig.Stem.SMALL));
        for (Map.Entry<Parameter<EvaluationConfig>, Integer> one : Map.of(
                        EvaluationConfig.EPOCHS, 4,
                        EvaluationConfig.BATCH_SIZE, 10,
                        EvaluationConfig.STUDENTS, 1,
                        Measuring.MEASUREMENTS, 2)
                .entrySet()) {
            config = one.getKey().replacedIn(config, one.getValue());
        }
        return config;
    }

    void squeeze(Path target, RunListener listener) throws Exception {
        scope.run(SqueezeRequest.fresh(experiment, target), listener);
    }

    void synthesize(Path target, RunListener listener) throws Exception {
        scope.run(SynthesisRequest.fresh(experiment, target), listener);
    }

    void relabel(Path target, RunListener listener) throws Exception {
        scope.run(RelabelRequest.of(target, experiment), listener);
    }

    void evaluate(Path target, RunListener listener) throws Exception {
        scope.run(EvaluationRequest.of(target, experiment), listener);
    }

    EvaluationRequest evaluation(Path target, UnaryOperator<EvaluationConfig> change) {
        return EvaluationRequest.of(target, experiment.withEvaluation(change.apply(experiment.evaluation())));
    }

    int report(Path run, Path target) throws Exception {
        return scope.engine()
                .results()
                .export(new ExportRequest(run, ExportFormat.REPORT, ImageEncoding.PNG, target))
                .get();
    }

    static AbstractThrowableAssert<?, ?> failing(ThrowingCallable stage) {
        return assertThatThrownBy(stage).isInstanceOf(ExecutionException.class).cause();
    }

    static RunListener atStep(long step, Runnable fault) {
        return once(fault, progress -> progress.step() == step);
    }

    static RunListener atColumn(int column, Runnable fault) {
        return once(fault, progress -> progress.unit() == column && progress.iteration() == 2);
    }

    static RunListener once(Runnable fault, Predicate<RunEvent.Progress> moment) {
        return event -> {
            if (event instanceof RunEvent.Progress progress && moment.test(progress)) {
                fault.run();
            }
        };
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path child(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> teacher(Path run) throws IOException {
        assertThat(run.resolve("checkpoints")).doesNotExist();
        Map<String, String> files = RunFiles.of(run);
        // The experiments name different teachers, as the first squeeze had none yet.
        files.keySet().retainAll(List.of("teacher.safetensors", "metrics.csv"));
        return files;
    }

    /** The table without the seconds. */
    static List<String> table(Path run) throws IOException {
        return Files.readAllLines(child(run.resolve("evaluation")).resolve("evaluation.csv")).stream()
                .map(line -> line.replaceAll("^((?:[^,]*,){9})[^,]*,", "$1"))
                .toList();
    }
}
