package org.dwastudio.run.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.TestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {
    private static final int CLASSES = 3;
    private static final int RECORD = 16 + CLASSES * 8 * 8 + 4;
    private static final ImageBatch START = TestImages.random(CLASSES, 8, 1, 1);
    private static final ImageBatch LATER = TestImages.random(CLASSES, 8, 1, 2);

    @TempDir
    private Path temp;

    private Path file;

    @BeforeEach
    void writeTwo() throws IOException {
        file = temp.resolve("snapshots.bin");
        try (SnapshotWriter writer = new SnapshotWriter(file, 0, 10_000)) {
            writer.add(place(0, 0), START, CLASSES);
            writer.add(place(0, 4), LATER, CLASSES);
            assertThat(writer.bytes()).isEqualTo(24 + 2 * RECORD);
        }
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertThat(reader.snapshots()).containsExactly(place(0, 0), place(0, 4));
            assertThat(reader.classes()).isEqualTo(CLASSES);
            assertThat(reader.images(0).bytes()).isEqualTo(START.bytes());
            assertThat(reader.images(1).bytes()).isEqualTo(LATER.bytes());
        }
    }

    @Test
    void whatIsAddedLaterIsReadAfterARefresh() throws IOException {
        try (SnapshotReader reader = SnapshotReader.open(file);
                SnapshotWriter writer = new SnapshotWriter(file, 24 + 2 * RECORD, 10_000)) {
            writer.add(place(1, 0), START, CLASSES);
            writer.bytes();
            assertThat(reader.snapshots()).hasSize(2);
            reader.refresh();
            assertThat(reader.snapshots()).containsExactly(place(0, 0), place(0, 4), place(1, 0));
        }
    }

    @Test
    void whatCameAfterACheckpointIsRemoved() throws IOException {
        byte[] both = Files.readAllBytes(file);
        try (SnapshotWriter writer = new SnapshotWriter(file, 24 + RECORD, 10_000)) {
            assertThat(Files.size(file)).isEqualTo(24 + RECORD);
            writer.add(place(0, 4), LATER, CLASSES);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(both);
    }

    @Test
    void aRecordThatAKilledRunLeftIncompleteIsNoContent() throws IOException {
        byte[] both = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(both, both.length - 1));

        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertThat(reader.snapshots()).containsExactly(place(0, 0));
            assertThat(reader.bytes()).isEqualTo(24 + RECORD);
        }
        try (SnapshotWriter writer = new SnapshotWriter(file, both.length, 10_000)) {
            writer.add(place(0, 4), LATER, CLASSES);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(both);
    }

    @Test
    void aDamagedSnapshotIsRefused() throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        damaged[24 + RECORD + 20]++;
        Files.write(file, damaged);

        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertThat(reader.images(0).bytes()).isEqualTo(START.bytes());
            assertThatIOException()
                    .isThrownBy(() -> reader.images(1))
                    .withMessage(file + ": the snapshot at byte " + (24 + RECORD)
                            + " is damaged; take the folder as the run left it");
        }
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Files.writeString(file, "no snapshots at all, but long enough", StandardOpenOption.TRUNCATE_EXISTING);

        assertThatIOException()
                .isThrownBy(() -> SnapshotReader.open(file))
                .withMessage(file + ": is no file of snapshots; take the folder as the run left it");
    }

    @Test
    void snapshotsBeyondTheBudgetAreLeftOut() throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(file, 0, 24 + RECORD)) {
            writer.add(place(0, 0), START, CLASSES);
            writer.add(place(0, 4), LATER, CLASSES);
            assertThat(writer.bytes()).isEqualTo(24 + RECORD);
            assertThat(writer.failure()).isEmpty();
        }
        assertThat(Files.size(file)).isEqualTo(24 + RECORD);
    }

    @Test
    void aFailureOfTheDiskEndsTheFile() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("gone"));
        try (SnapshotWriter writer = new SnapshotWriter(folder.resolve("snapshots.bin"), 0, 10_000)) {
            writer.add(place(0, 0), START, CLASSES);
            writer.bytes();
            Files.delete(folder.resolve("snapshots.bin"));
            Files.createDirectory(folder.resolve("snapshots.bin"));
            writer.add(place(0, 4), LATER, CLASSES);
            writer.bytes();
            assertThat(writer.failure()).isPresent();
            writer.add(place(0, 8), LATER, CLASSES);
            assertThat(writer.bytes()).isZero();
        }
        assertThat(folder.resolve("snapshots.bin")).isEmptyDirectory();
    }

    private static Snapshot place(int column, int iteration) {
        return new Snapshot(column, 0, iteration, CLASSES);
    }
}
