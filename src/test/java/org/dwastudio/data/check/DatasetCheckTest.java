package org.dwastudio.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
    private final DatasetCheck check = new DatasetCheck(new DatasetCatalog());

    @TempDir
    private Path folder;

    private DatasetFiles files;

    @BeforeEach
    void openFolder() {
        files = new DatasetFiles(folder);
    }

    @Test
    void everythingIsCountedAndWhatIsWrongIsNamed() throws IOException {
        files.splitFolders()
                .gray("train/dog/d.png", 32, 60)
                .gray("train/dog/e.png", 32, 60)
                .color("val/cat/wide.png", 40, 30, 0xFF102030)
                .text("train/cat/text.png", "hello")
                .gray("val/cat/cut.png", 32, 3)
                .cut("val/cat/cut.png", 50);

        DatasetReport report = run(ProgressListener.NONE);

        assertThat(report.format().english()).isEqualTo("image folder");
        assertThat(report.format().in(Locale.JAPANESE)).isEqualTo("画像フォルダー");
        assertThat(report.splitBySeed()).isFalse();
        assertThat(report.classes())
                .containsExactly(new DatasetReport.ClassCount("cat", 3, 3), new DatasetReport.ClassCount("dog", 4, 1));
        assertThat(report.imbalance()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(report.sizes())
                .containsExactly(new DatasetReport.SizeCount(32, 32, 1, 8), new DatasetReport.SizeCount(40, 30, 3, 1));
        assertThat(report.unreadable())
                .extracting(DatasetReport.Unreadable::file)
                .containsExactly(path("train/cat/text.png"), path("val/cat/cut.png"));
        assertThat(report.unreadable().get(1).problem()).hasToString("the file ends too early, it is truncated");
        assertThat(report.duplicates())
                .containsExactly(new DatasetReport.Duplicate(path("train/dog/d.png"), path("val/dog/c.png")));
        // 10, 20, 30, 40, 60 and 60
        assertThat(report.normalization().orElseThrow().mean().get(0)).isCloseTo(220 / 6.0 / 255, within(1e-12));
    }

    @Test
    void imagesOfOneFileAreNamedByTheirNumbers() throws IOException {
        files.cifar10("").bytes("test_batch.bin", DatasetFiles.record(13, 0));

        DatasetReport report = run(ProgressListener.NONE);

        assertThat(report.format().english()).isEqualTo("CIFAR-10, binary");
        assertThat(report.format().in(Locale.JAPANESE)).isEqualTo("CIFAR-10、バイナリー版");
        assertThat(report.duplicates()).containsExactly(new DatasetReport.Duplicate("train image 5", "test image 0"));
        assertThat(report.sizes()).containsExactly(new DatasetReport.SizeCount(32, 32, 3, 11));
    }

    @Test
    void aDatasetWithoutAnyReadableImageIsStillReported() throws IOException {
        for (String name : List.of("cat/1", "cat/2", "dog/1", "dog/2")) {
            files.text(name + ".png", "x");
        }

        DatasetReport report = run(ProgressListener.NONE);

        assertThat(report.unreadable()).hasSize(4);
        assertThat(report.sizes()).isEmpty();
        assertThat(report.normalization()).isEmpty();
        assertThat(report.duplicates()).isEmpty();
        assertThat(report.splitBySeed()).isTrue();
    }

    @Test
    void progressCountsTheImagesOfBothSplits() throws IOException {
        for (int i = 0; i < 50; i++) {
            files.gray("train/a/" + i + ".png", 8, i).gray("train/b/" + i + ".png", 8, i);
        }
        files.gray("val/a/x.png", 8, 1).gray("val/b/x.png", 8, 200);
        List<Long> seen = new ArrayList<>();

        run((done, total) -> {
            assertThat(total).isEqualTo(102);
            seen.add(done);
        });

        assertThat(seen).isSorted().startsWith(0L).endsWith(102L).contains(32L, 100L);
    }

    @Test
    void aCancelledCheckEnds() {
        files.splitFolders();
        AtomicInteger questions = new AtomicInteger();

        assertThatThrownBy(() -> check.run(
                        new DatasetConfig(folder.toString()),
                        ProgressListener.NONE,
                        () -> questions.incrementAndGet() > 2))
                .isInstanceOf(CancellationException.class);
    }

    private DatasetReport run(ProgressListener progress) throws IOException {
        return check.run(new DatasetConfig(folder.toString()), progress, () -> false);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }
}
