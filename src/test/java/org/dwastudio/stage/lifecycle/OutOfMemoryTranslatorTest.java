package org.dwastudio.stage.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.engine.standard.EngineScope;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class OutOfMemoryTranslatorTest {
    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[enforce fail at alloc_cpu.cpp:115] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to"
                        + " allocate 822083584 bytes. Error code 12 (Cannot allocate memory)",
                "[enforce fail at alloc_cpu.cpp:117] data. DefaultCPUAllocator: not enough memory: you tried to"
                        + " allocate 4096 bytes.",
                "CUDA out of memory. Tried to allocate 2.00 GiB",
                "std::bad_alloc"
            })
    void theEnginesWordsAreUnderstood(String message) {
        assertThat(OutOfMemoryTranslator.isCauseOf(new EngineException(message)))
                .isTrue();
        assertThat(OutOfMemoryTranslator.isCauseOf(new IllegalStateException(new EngineException(message))))
                .isTrue();
        assertThat(OutOfMemoryTranslator.isCauseOf(new IllegalArgumentException(message)))
                .isFalse();
    }

    @Test
    void soAreJavasAndOtherFailuresAreLeftAlone() {
        assertThat(OutOfMemoryTranslator.isCauseOf(new OutOfMemoryError("Direct buffer memory")))
                .isTrue();
        assertThat(OutOfMemoryTranslator.isCauseOf(new EngineException("shapes cannot be multiplied")))
                .isFalse();
    }

    @Test
    void aRunOutOfMemoryReportsWhatWouldFitAndSavesItsColumns() throws Exception {
        SynthesisConfig config = SynthesisPresets.demonstration()
                .synthesis()
                .withImagesPerClass(3)
                .withIterations(2)
                .withAdjustment(adjustment -> adjustment.withAscentSteps(1));
        Experiment experiment = SynthesisPresets.demonstration().withSynthesis(config);
        List<RunEvent> events = new ArrayList<>();
        assertThatThrownBy(() -> scope.run(SynthesisRequest.fresh(experiment, folder.resolve("run")), event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Progress progress && progress.step() == 3) {
                        throw new EngineException("DefaultCPUAllocator: can't allocate memory");
                    }
                }))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(StageException.class)
                .hasMessageContaining("not enough memory for a batch of 10. Please choose a batch size of 5 or less")
                .hasMessageContaining("Finished columns are kept");

        assertThat(events).last().isInstanceOf(RunEvent.StageFailed.class);
        assertThat(folder.resolve("run/images/00_T-shirt-top/00.png")).isRegularFile();
        assertThat(folder.resolve("run/contact-sheet.png")).isRegularFile();
        assertThat(ExperimentReader.read(folder.resolve("run/experiment.yaml")))
                .isEqualTo(experiment.withSynthesis(experiment.synthesis().withParallelColumns(OptionalInt.of(1))));
        assertThat(Files.readString(folder.resolve("run/run.log"))).contains("not enough memory for a batch of 10");
    }
}
