package org.dwastudio.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRecordTest {
    @TempDir
    private Path temp;

    @Test
    void theFolderHoldsWhatWasWritten() throws Exception {
        SweepFolder folder = SweptFolders.write(temp.resolve("sweep"), SweptFolders.trials(), SweptFolders.tests());

        SweepRecord record = SweepRecord.read(folder.root());

        assertThat(record.trials()).isEqualTo(SweptFolders.trials());
        assertThat(record.tests()).isEqualTo(SweptFolders.tests());
        assertThat(record.content()).isEqualTo(SweptFolders.content());
        assertThat(SweepRecord.isIn(folder.root())).isTrue();
        assertThat(SweepRecord.isIn(temp)).isFalse();
        Files.createDirectories(folder.runs());
        assertThat(SweepRecord.folderAt(folder.runs())).isEqualTo(folder.root());
        assertThat(SweepRecord.folderAt(folder.settings())).isEqualTo(folder.root());
        assertThat(SweepRecord.folderAt(folder.root())).isEqualTo(folder.root());
    }

    @Test
    void aDamagedTableHasNoTrials() throws Exception {
        SweepFolder folder = SweptFolders.write(temp.resolve("sweep"), SweptFolders.trials(), List.of());
        Files.writeString(folder.trials(), Files.readString(folder.trials()).replace("0.01", "a,b"));

        assertThat(SweepRecord.read(folder.root()).trials()).isEmpty();
    }
}
