package org.dwastudio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageInputsTest {
    @TempDir
    private Path home;

    private static QueuedStage on(QueuedRun run) {
        return QueuedStage.waiting(
                StageName.EVALUATION, SynthesisPresets.demonstration(), run, Instant.parse("2026-11-23T15:31:00Z"));
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        String dataset = home.resolve("images").toString();
        String teacher = home.resolve("teacher.safetensors").toString();
        Path run = home.resolve("run");

        assertThat(missing(QueuedRun.on(run), Optional.empty(), Optional.empty()))
                .contains(Message.of("queue.missing.run", run.toString()));
        assertThat(missing(QueuedRun.fresh(), Optional.of(dataset), Optional.of(teacher)))
                .contains(Message.of("queue.missing.dataset", dataset));
        Files.createDirectory(home.resolve("images"));
        assertThat(missing(QueuedRun.fresh(), Optional.of(dataset), Optional.of(teacher)))
                .contains(Message.of("queue.missing.teacher", teacher));
        Files.createFile(home.resolve("teacher.safetensors"));
        assertThat(missing(QueuedRun.fresh(), Optional.of(dataset), Optional.of(teacher)))
                .isEmpty();
        assertThat(missing(QueuedRun.fresh(), Optional.of(DatasetConfig.BUNDLED), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aRunThatWasBegunIsNeitherFinishedNorResumableWithoutItsFolder() throws IOException {
        QueuedRun begun = QueuedRun.fresh().withMade(Optional.of(home.resolve("gone")));
        StageInputs inputs = StageInputs.of(on(begun), Optional.empty(), Optional.empty());

        assertThat(inputs).isEqualTo(new StageInputs(Optional.empty(), Optional.empty(), false));
    }

    @Test
    void aRunMustHaveFinished() throws IOException {
        Path run = Files.createDirectory(home.resolve("run"));
        Message unfinished = Message.of("queue.missing.end", run.toString());

        assertThat(missing(QueuedRun.on(run), Optional.empty(), Optional.empty()))
                .contains(unfinished);
        for (String end : List.of("stopped by the user", "failed: no memory")) {
            Files.writeString(run.resolve("run.log"), "2026-11-23T15:31:00Z  synthesis " + end + "\n");
            assertThat(missing(QueuedRun.on(run), Optional.empty(), Optional.empty()))
                    .contains(unfinished);
        }
        Files.writeString(run.resolve("run.log"), "2026-11-23T15:31:00Z  synthesis finished\n");
        assertThat(missing(QueuedRun.on(run), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    private static Optional<Message> missing(QueuedRun run, Optional<String> dataset, Optional<String> teacher)
            throws IOException {
        return StageInputs.of(on(run), dataset, teacher).missing();
    }
}
