package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.cli.FirstVersion.images;
import static org.dwastudio.cli.FirstVersion.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.Repulsion;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.run.history.RunHistoryReader;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.teacher.TeacherLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of version 0.1.0 that are opened: experiments, teachers, runs and an export. Their values are compared exactly. */
@Timeout(120)
class FirstVersionTest {
    private static final Set<Parameter<SynthesisConfig>> ADDED_LATER = Set.of(
            Execution.SNAPSHOT_MEGABYTES,
            Adjustment.CROSS_ENTROPY_FACTOR,
            Matching.RATE,
            Matching.MOMENTUM,
            Matching.IMAGES,
            Matching.WIDTH,
            Repulsion.WEIGHT,
            Initialization.CANDIDATES,
            Initialization.MOSAIC_CROPS,
            Initialization.MOSAIC_GRID);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal", "least", "greatest", "choices-0", "choices-1", "choices-2", "choices-3"})
    void anExperimentHasTheValuesOfItsFile(String name) throws Exception {
        Path file = stored("experiments/" + name + ".yaml");
        JsonNode written = new YAMLMapper().readTree(file.toFile());

        Experiment read = ExperimentReader.read(file);

        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            assertThat(parameter.in(read.synthesis()))
                    .as(parameter.key())
                    .isEqualTo(written.at("/synthesis/" + parameter.key())
                            .asDouble(
                                    ADDED_LATER.contains(parameter)
                                            ? parameter.range().defaultValue()
                                            : Double.NaN));
        }
        for (Parameter<SqueezeConfig> parameter : SqueezeSettings.parameters()) {
            assertThat(parameter.in(read.squeeze()))
                    .as(parameter.key())
                    .isEqualTo(written.at("/squeeze/" + parameter.key()).asDouble(Double.NaN));
        }
        for (Parameter<EvaluationConfig> parameter : EvaluationSettings.parameters()) {
            assertThat(parameter.in(read.evaluation()))
                    .as(parameter.key())
                    .isEqualTo(written.at("/evaluation/" + parameter.key()).asDouble(Double.NaN));
        }
        Path again = folder.resolve("again.yaml");
        ExperimentWriter.write(read, again);
        assertThat(ExperimentReader.read(again)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void anExperimentAsItWasTypedIsThatWhichTheFirstVersionReadInIt(String name) throws Exception {
        assertThat(ExperimentReader.read(stored("experiments/" + name + "-as-typed.yaml")))
                .isEqualTo(ExperimentReader.read(stored("experiments/" + name + ".yaml")));
    }

    @Test
    void theLibraryListsItsTeacher() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder);

        assertThat(TeacherLibraries.in(first.resolve("home/dwa-studio")).list())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.name()).isEqualTo("tiny");
                    assertThat(entry.metadata().classNames()).containsExactly("bar", "cross", "round shape");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "run-finished/teacher, FINISHED, 0.7",
        "run-finished/distilled, FINISHED, ",
        "synthesis-interrupted, INTERRUPTED, ",
        "squeeze-interrupted, INTERRUPTED, 0.9",
    })
    void theHistoryShowsStateAndAccuracyOfARun(String name, RunState state, Double accuracy) throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, name);
        Path run = first.resolve(name);

        RunSummary summary = new RunStore(run.getParent(), nothing -> {}).read(run, false);

        assertThat(summary.state()).isEqualTo(state);
        assertThat(summary.problem()).isEmpty();
        if (accuracy != null) {
            assertThat(summary.figures().lastAccuracy()).isEqualTo(accuracy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run-finished/distilled", "synthesis-interrupted", "synthesis-mid-interrupted", "tuned"})
    void theLossesOfARunAddUpToTheTotalsOfItsFile(String name) throws Exception {
        FirstVersion first = FirstVersion.copiedTo(folder, name);
        List<Double> written = new ArrayList<>();
        RunHistoryReader.in(RunDirectory.open(first.resolve(name))).forEachRow(row -> {
            if (row.metric() == Metric.TOTAL_LOSS) {
                written.add(row.value());
            }
        });

        List<Double> read = LoadedRun.read(first.resolve(name)).events().stream()
                .filter(RunEvent.LossMeasured.class::isInstance)
                .map(event -> ((RunEvent.LossMeasured) event).loss().total())
                .toList();

        assertThat(read).isNotEmpty().isEqualTo(written.subList(0, read.size()));
        assertThat(written.size() - read.size()).isBetween(0, 1);
    }

    @Test
    void anExportOpensAsADataset() throws IOException {
        FirstVersion first = FirstVersion.copiedTo(folder, "bundled-export");
        Path export = first.resolve("bundled-export/pictures");

        ImageDataset dataset = new DatasetCatalog().load(new DatasetConfig(export.toString()));

        assertThat(dataset.classNames()).hasSize(10).contains("T-shirt/top", "Ankle boot");
        assertThat(dataset.trainCount()).isEqualTo(10);
        assertThat(dataset.testCount()).isEqualTo(2000);
        Map<String, ImageBatch> stored = images(export);
        for (int i = 0; i < 10; i++) {
            String name =
                    dataset.classNames().get(dataset.label(Split.TRAIN, i)).replaceAll("[^A-Za-z]", "-");
            assertThat(dataset.images(Split.TRAIN, i).bytes())
                    .as(name)
                    .isEqualTo(stored.get(name + "/00.png").bytes());
        }
    }
}
