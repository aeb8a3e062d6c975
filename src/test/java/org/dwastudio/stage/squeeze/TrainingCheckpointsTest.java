package org.dwastudio.stage.squeeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.checkpoint.NewerFormatException;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCheckpointsTest {
    private static final CheckpointOrigin ORIGIN =
            new CheckpointOrigin("name: x\n", "abcd", new Normalization(List.of(0.1), List.of(1.0 / 3)), true);

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsReadBack() throws IOException {
        TrainingCheckpoint checkpoint = new TrainingCheckpoint(
                Map.of("w", tensor(1)),
                Map.of("w", tensor(2)),
                List.of(new EpochScores(1.0 / 3, 0.5, 0.7), new EpochScores(0.1, 0.6, 0.6)),
                Optional.of(new BestEpoch(1, 0.7, Map.of("w", tensor(3)))));
        new TrainingCheckpoints(folder).keep(checkpoint, ORIGIN);

        CheckpointFolder.Found<TrainingCheckpoints.Content> found =
                new TrainingCheckpoints(folder).newest().orElseThrow();

        assertThat(found.content().checkpoint()).isEqualTo(checkpoint);
        assertThat(found.content().origin()).isEqualTo(ORIGIN);
        assertThat(found.broken()).isEmpty();
        assertThat(found.file()).hasFileName("epoch-00002.safetensors");
    }

    @Test
    void theNewestTwoAreKept() throws IOException {
        keep(0, 1, 2, 3);

        assertThat(files()).containsExactly("epoch-00002.safetensors", "epoch-00003.safetensors");
    }

    @Test
    void whereNoneWasWrittenThereIsNone() throws IOException {
        Files.writeString(folder.resolve("epoch-00001.safetensors.part"), "half");

        assertThat(new TrainingCheckpoints(folder).newest()).isEmpty();
    }

    @Test
    void aCutNewestFallsBackToTheOneBefore() throws IOException {
        keep(1, 2);
        byte[] whole = Files.readAllBytes(file(2));
        for (int length : new int[] {0, 7, 100, whole.length / 2, whole.length - 1}) {
            Files.write(file(2), Arrays.copyOf(whole, length));

            CheckpointFolder.Found<TrainingCheckpoints.Content> found =
                    new TrainingCheckpoints(folder).newest().orElseThrow();

            assertThat(found.content().checkpoint().epochs())
                    .as("cut to " + length)
                    .isEqualTo(1);
            assertThat(found.broken()).singleElement().asString().contains("epoch-00002.safetensors");
        }
    }

    @Test
    void aChangedByteIsNoticedWhereverItIs() throws IOException {
        keep(1, 2);
        byte[] whole = Files.readAllBytes(file(2));
        for (int place = 8; place < whole.length; place += 13) {
            byte[] changed = whole.clone();
            changed[place] ^= 4;
            Files.write(file(2), changed);

            assertThat(new TrainingCheckpoints(folder)
                            .newest()
                            .orElseThrow()
                            .content()
                            .checkpoint())
                    .as("byte " + place)
                    .satisfiesAnyOf(found -> assertThat(found.epochs()).isEqualTo(1), found -> assertThat(found)
                            .isEqualTo(checkpoint(2)));
        }
    }

    @Test
    void twoBrokenOnesAreReported() throws IOException {
        keep(1, 2);
        Files.writeString(file(1), "nothing");
        Files.writeString(file(2), "nothing");

        assertThatThrownBy(() -> new TrainingCheckpoints(folder).newest())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("epoch-00001.safetensors")
                .hasMessageContaining("Please delete these files, so that the squeeze starts from the beginning");
    }

    @Test
    void aTensorFileOfAnotherKindIsNoCheckpoint() throws IOException {
        new TensorFile(file(1), Map.of("w", tensor(1)), Map.of("author", "me")).write();

        assertThatThrownBy(() -> new TrainingCheckpoints(folder).newest())
                .hasMessageContaining("none of the files that this program keeps for itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null]", "{}", ""})
    void aHistoryWithGapsIsNoCheckpoint(String history) throws IOException {
        keep(1);
        ChecksummedTensorFile whole = ChecksummedTensorFile.read(file(1), 1);
        Map<String, String> text = new HashMap<>(whole.text());
        text.put("history", history);
        new ChecksummedTensorFile(whole.tensors(), text).write(file(1), 1);

        assertThatThrownBy(() -> new TrainingCheckpoints(folder).newest())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("it is no checkpoint of a squeeze, or broken");
    }

    @Test
    void aNewerFormatIsRefusedWithAMessage() throws IOException {
        keep(1);
        ChecksummedTensorFile.read(file(1), 1).write(file(1), 2);

        assertThatThrownBy(() -> new TrainingCheckpoints(folder).newest())
                .isInstanceOf(NewerFormatException.class)
                .hasMessageContaining("newer version of this program");
    }

    @Test
    void deletingLeavesNothing() throws IOException {
        keep(1, 2);
        Files.writeString(folder.resolve("epoch-00003.safetensors.part"), "half");

        new TrainingCheckpoints(folder).delete();

        assertThat(folder).doesNotExist();
    }

    private void keep(int... epochs) throws IOException {
        for (int count : epochs) {
            new TrainingCheckpoints(folder).keep(checkpoint(count), ORIGIN);
        }
    }

    private static TrainingCheckpoint checkpoint(int epochs) {
        return new TrainingCheckpoint(
                Map.of("w", tensor(epochs)),
                Map.of("w", tensor(-epochs)),
                Collections.nCopies(epochs, new EpochScores(0.5, 0.5, 0.5)),
                Optional.empty());
    }

    private Path file(int epoch) {
        return folder.resolve("epoch-0000" + epoch + ".safetensors");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static StoredTensor tensor(int value) {
        return new StoredTensor(
                DataType.INT32,
                new Shape(1, 3),
                ByteBuffer.allocate(12).putInt(value).putInt(2).putInt(3).flip());
    }
}
