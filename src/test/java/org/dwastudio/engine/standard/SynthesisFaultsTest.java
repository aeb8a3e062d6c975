package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.event.RunEvent;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A synthesis that meets a damaged checkpoint, a changed file or a folder that is in use. */
@Timeout(120)
class SynthesisFaultsTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private SmallSynthesis synthesis;

    @BeforeEach
    void trainATeacher() throws Exception {
        synthesis = new SmallSynthesis(scope, folder);
    }

    @Test
    void aBrokenCheckpointIsPassedOverForTheOneBeforeAndTwoAreRefused() throws Exception {
        Experiment experiment = synthesis.experiment(Execution.Order.ALL_AT_ONCE);
        synthesis.start(experiment, folder.resolve("whole"), event -> {});
        Path stopped = folder.resolve("stopped");
        synthesis.stopAfter(20, experiment, stopped);
        RunFiles.copy(stopped, folder.resolve("cut"));
        List<Path> checkpoints = checkpoints(stopped);
        assertThat(checkpoints).hasSize(2);
        flipABit(checkpoints.get(1));
        byte[] bytes = Files.readAllBytes(checkpoints(folder.resolve("cut")).get(1));
        Files.write(checkpoints(folder.resolve("cut")).get(1), Arrays.copyOf(bytes, bytes.length / 2));

        for (String one : List.of("stopped", "cut")) {
            synthesis.resume(folder.resolve(one), event -> {});
            assertThat(folder.resolve(one).resolve("run.log"))
                    .content()
                    .contains("resumed after step 19 ")
                    .contains("passed over: ")
                    .contains(checkpoints.get(1).getFileName().toString());
            assertThat(RunFiles.of(folder.resolve(one))).isEqualTo(RunFiles.of(folder.resolve("whole")));
        }

        Path lost = folder.resolve("lost");
        synthesis.stopAfter(3, experiment, lost);
        List<Path> broken = checkpoints(lost);
        for (Path checkpoint : broken) {
            flipABit(checkpoint);
        }
        assertThatThrownBy(() -> synthesis.resume(lost, event -> {}))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("No checkpoint in ")
                .hasMessageContaining(
                        "Please delete these files, so that the synthesis starts from the beginning, or start it again"
                                + " in a new folder.");

        for (Path checkpoint : broken) {
            Files.delete(checkpoint);
        }
        synthesis.resume(lost, event -> {});
        assertThat(RunFiles.of(lost)).isEqualTo(RunFiles.of(folder.resolve("whole")));
    }

    @Test
    void whatWasChangedSinceIsRefusedWithAMessage() throws Exception {
        Path stopped = folder.resolve("stopped");
        synthesis.stopAfter(20, synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN), stopped);

        Path experiment = stopped.resolve("experiment.yaml");
        String text = Files.readString(experiment);
        Files.writeString(experiment, text.replace("ascentSteps: 1", "ascentSteps: 2"));
        assertThatThrownBy(() -> synthesis.resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("it has 'ascentSteps: 2' where it had 'ascentSteps: 1'");
        Files.writeString(experiment, text);

        String facts = Files.readString(stopped.resolve("run.yaml"));
        Files.writeString(
                stopped.resolve("run.yaml"),
                facts.replaceFirst("teacherFingerprint: \"[^\"]*\"", "teacherFingerprint: \"0\""));
        assertThatThrownBy(() -> synthesis.resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("is not the one that this synthesis began with")
                .hasMessageContaining("it was 0");
        Files.writeString(stopped.resolve("run.yaml"), facts.replace("format: \"1\"", "format: \"2\""));
        assertThatThrownBy(() -> synthesis.resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("was written by a newer version of this program (9.9;");
        Files.writeString(stopped.resolve("run.yaml"), facts);

        Path image;
        try (Stream<Path> images = Files.walk(stopped.resolve("images"))) {
            image = images.filter(file -> file.endsWith("00.png")).findFirst().orElseThrow();
        }
        Files.delete(image);
        assertThatThrownBy(() -> synthesis.resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("in column 0 is missing, though it was finished");
    }

    @Test
    void aFinishedSynthesisAndTheFolderOfASqueezeAreRefusedWithAMessage() throws Exception {
        Path finished = folder.resolve("finished");
        synthesis.start(synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN), finished, event -> {});

        assertThatThrownBy(() -> synthesis.resume(finished, event -> {}))
                .cause()
                .hasMessageContaining("this synthesis is finished");
        Files.delete(finished.resolve("contact-sheet.png"));
        Files.createDirectory(finished.resolve("checkpoints"));
        assertThatThrownBy(() -> synthesis.resume(finished, event -> {}))
                .cause()
                .hasMessageContaining("holds no synthesis that could be resumed");
    }

    @Test
    void whereNoCheckpointCanBeWrittenTheRunEndsAndTheLastOneServes() throws Exception {
        Experiment experiment = synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN);
        synthesis.start(experiment, folder.resolve("whole"), event -> {});
        Path run = folder.resolve("run");
        // A folder in the place of the next checkpoint: writing it fails, whoever runs the test.
        assertThatThrownBy(() -> synthesis.start(experiment, run, event -> {
                    if (event instanceof RunEvent.Progress progress && progress.step() == 20) {
                        occupy(run.resolve("synthesis-checkpoints/step-000000020.safetensors"));
                    }
                }))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining(run + ": cannot be written")
                .hasMessageEndingWith(
                        "The checkpoint after step 19 is intact: the synthesis can be resumed from there.");

        Files.delete(run.resolve("synthesis-checkpoints/step-000000020.safetensors/stone"));
        Files.delete(run.resolve("synthesis-checkpoints/step-000000020.safetensors"));
        synthesis.resume(run, event -> {});
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(folder.resolve("whole")));
    }

    @Test
    void aFolderThatVanishesEndsTheRunWithAMessage() throws Exception {
        Path run = folder.resolve("run");

        assertThatThrownBy(() -> synthesis.start(synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN), run, event -> {
                    if (event instanceof RunEvent.Progress progress && progress.step() == 20) {
                        move(run, folder.resolve("elsewhere"));
                    }
                }))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageStartingWith(run + ": ");

        assertThat(synthesis.resume(folder.resolve("elsewhere"), event -> {}).cancelled())
                .isFalse();
    }

    @Test
    void aSecondRunOnTheFolderIsRefusedWithAMessage() throws Exception {
        Path held = folder.resolve("held");
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        try (StandardEngine other = new StandardEngine("9.9")) {
            synthesis.start(synthesis.experiment(Execution.Order.COLUMN_BY_COLUMN), held, event -> {
                if (event instanceof RunEvent.Progress progress && progress.step() == 3) {
                    other.start(SynthesisRequest.resumed(held), second -> {})
                            .outcome()
                            .whenComplete((outcome, failure) -> refused.complete(failure))
                            .exceptionally(failure -> null)
                            .join();
                }
            });
        }

        assertThat(refused.get()).hasMessageContaining(held + ": is being written to by another run");
    }

    private static List<Path> checkpoints(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("synthesis-checkpoints"))) {
            return files.sorted().toList();
        }
    }

    private static void occupy(Path file) {
        try {
            Files.createDirectories(file);
            Files.writeString(file.resolve("stone"), "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path run, Path target) {
        try {
            Files.move(run, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flipABit(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 9] ^= 1;
        Files.write(file, bytes);
    }
}
