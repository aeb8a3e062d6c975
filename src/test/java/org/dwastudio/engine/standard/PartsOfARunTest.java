package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.event.Metric;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.run.record.JoinedRun;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a run computed in parts and joined is identical to the run computed as a whole. */
@Timeout(120)
class PartsOfARunTest {
    private static final SynthesisConfig SHORT = SynthesisPresets.demonstration()
            .synthesis()
            .withImagesPerClass(4)
            .withIterations(3)
            .withAdjustment(adjustment -> adjustment.withAscentSteps(1));

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void partsComeOutAsTheWholeByteForByte(Execution.Order order) throws Exception {
        comeOutAsTheWhole(SHORT.withExecution(execution -> execution.withOrder(order)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void partsWithOrthogonalDirectionsComeOutAsTheWhole(double factor) throws Exception {
        comeOutAsTheWhole(SHORT.withAdjustment(adjustment ->
                adjustment.withCrossEntropyFactor(factor).withDirection(Adjustment.Direction.ORTHOGONAL)));
    }

    @Test
    void aPartThatBeginsWithTheFirstColumnHasTheImagesOfTheWholeWithARepulsion() throws Exception {
        Experiment experiment = SynthesisPresets.demonstration()
                .withSynthesis(SHORT.withRepulsion(repulsion -> repulsion.withWeight(20)));
        run(experiment, "whole");
        run(part(experiment, 0, 2), "part");

        Map<String, byte[]> whole = images("whole");
        assertThat(images("part"))
                .hasSize(20)
                .allSatisfy((name, bytes) -> assertThat(bytes).as(name).isEqualTo(whole.get(name)));
    }

    @Test
    void partsWithChosenStartImagesComeOutAsTheWhole() throws Exception {
        comeOutAsTheWhole(SHORT.withInitialization(
                initialization -> initialization.withStart(Initialization.StartImages.SUREST)));
    }

    @Test
    void partsWithMosaicsComeOutAsTheWhole() throws Exception {
        comeOutAsTheWhole(SHORT.withInitialization(initialization -> initialization
                .withStart(Initialization.StartImages.MOSAIC)
                .withCandidates(20)
                .withMosaicGrid(2)));
    }

    private void comeOutAsTheWhole(SynthesisConfig synthesis) throws Exception {
        // A change in the first part must apply to the second; one in the second must not apply to the first.
        Experiment experiment = SynthesisPresets.demonstration()
                .withSynthesis(synthesis.withBatchSize(6))
                .withTuning(List.of(
                        new TuningChange(0, 1, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.05),
                        new TuningChange(1, 0, Adjustment.RHO, 0.015, 0.2),
                        new TuningChange(3, 2, Augmentation.JITTER, 4, 1)));
        run(experiment, "whole");
        run(part(experiment, 0, 1), "first");
        run(part(experiment, 1, 3), "second");
        run(part(experiment, 3, 0), "third");

        JoinedRun.of(List.of(folder.resolve("third"), folder.resolve("first"), folder.resolve("second")))
                .write(folder.resolve("joined"), ProgressListener.NONE);

        Map<String, byte[]> whole = images("whole");
        Map<String, byte[]> joined = images("joined");
        assertThat(whole).hasSize(40);
        assertThat(joined.keySet()).isEqualTo(whole.keySet());
        assertThat(joined)
                .allSatisfy((name, bytes) -> assertThat(bytes).as(name).isEqualTo(whole.get(name)));
        assertThat(Files.readString(folder.resolve("joined/experiment.yaml")))
                .isEqualTo(Files.readString(folder.resolve("whole/experiment.yaml")));
        if (synthesis.execution().order() == Execution.Order.COLUMN_BY_COLUMN) {
            assertThat(ofColumns("joined")).isEqualTo(ofColumns("whole"));
        } else {
            assertThat(ofColumns("joined")).containsExactlyInAnyOrderElementsOf(ofColumns("whole"));
        }
        assertThat(folder.resolve("joined/contact-sheet.png")).isRegularFile();
    }

    @Test
    void aPartShowsItsTrueColumns() throws Exception {
        run(part(SynthesisPresets.demonstration().withSynthesis(SHORT), 2, 3), "part");

        assertThat(images("part").keySet()).hasSize(10).allSatisfy(name -> assertThat(name)
                .endsWith("/02.png"));
        assertThat(Files.readAllLines(folder.resolve("part/metrics.csv")))
                .filteredOn(line -> line.startsWith("synthesis,total_loss,"))
                .extracting(line -> line.substring(0, line.lastIndexOf(',')))
                .containsExactly(
                        "synthesis,total_loss,2,0,0", "synthesis,total_loss,2,1,1", "synthesis,total_loss,2,2,2");
    }

    private static Experiment part(Experiment experiment, int start, int end) {
        return experiment.withSynthesis(experiment.synthesis().withColumns(columns -> columns.withStart(start)
                .withEnd(end)));
    }

    private void run(Experiment experiment, String name) throws Exception {
        scope.run(SynthesisRequest.fresh(experiment, folder.resolve(name)));
    }

    private Map<String, byte[]> images(String run) throws IOException {
        Path images = folder.resolve(run).resolve("images");
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(images)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(images.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    /** Returns the per-column metrics without the step of the whole run, which differs when columns alternate. */
    private List<String> ofColumns(String run) throws IOException {
        return Files.readAllLines(folder.resolve(run).resolve("metrics.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(field -> Metric.OF_THE_GRID.stream().map(Metric::key).noneMatch(field[1]::equals))
                .map(field -> String.join(",", field[1], field[2], field[3], field[5]))
                .toList();
    }
}
