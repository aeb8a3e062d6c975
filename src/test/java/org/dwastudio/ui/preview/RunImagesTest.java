package org.dwastudio.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;
import org.dwastudio.run.TestImages;
import org.dwastudio.ui.preview.RunImages.PlacedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunImagesTest {
    private static final List<String> NAMES = List.of("T-shirt/top", "Bag", "Boot");

    @TempDir
    private Path run;

    @Test
    void allImagesOfASmallRunAreRead() throws IOException {
        store(4);

        RunImages images = RunImages.read(run, PreviewSize.LARGE).orElseThrow();

        assertThat(images.classNames()).isEqualTo(NAMES);
        assertThat(images.columns()).isEqualTo(4);
        assertThat(images.isAll()).isTrue();
        assertThat(images.images()).hasSize(12);
        PlacedImage last = images.images().get(11);
        assertThat(last.row()).isEqualTo(2);
        assertThat(last.column()).isEqualTo(3);
        assertThat(last.image().bytes()).isEqualTo(TestImages.bytesOf(column(3), 2));
    }

    @Test
    void aPreviewHasTheFirstImagesOfTheFirstClasses() throws IOException {
        store(4);

        RunImages images = RunImages.read(run, new PreviewSize(2, 3)).orElseThrow();

        assertThat(images.classNames()).containsExactly("T-shirt/top", "Bag");
        assertThat(images.columns()).isEqualTo(3);
        assertThat(images.allClasses()).isEqualTo(3);
        assertThat(images.allColumns()).isEqualTo(4);
        assertThat(images.isAll()).isFalse();
        assertThat(images.images()).hasSize(6).allMatch(image -> image.row() < 2 && image.column() < 3);
    }

    @Test
    void whatIsMissingBrokenOrOfAnotherSizeIsLeftOut() throws IOException {
        store(4);
        RunDirectory directory = new RunDirectory(run);
        Files.delete(StoredImages.file(directory, 1, 0).orElseThrow());
        Files.writeString(StoredImages.file(directory, 1, 1).orElseThrow(), "no image");
        PngFile.write(
                TestImages.random(1, 5, 1, 1),
                0,
                StoredImages.file(directory, 1, 2).orElseThrow(),
                new byte[0]);

        RunImages images = RunImages.read(run, PreviewSize.LARGE).orElseThrow();

        assertThat(images.images().stream().filter(image -> image.row() == 1))
                .extracting(PlacedImage::column)
                .containsExactly(3);
        assertThat(images.classNames()).containsExactly("T-shirt-top", "Bag", "Boot");
    }

    @Test
    void aRunWithoutImagesHasNoPreview() throws IOException {
        assertThat(RunImages.read(run, PreviewSize.LARGE)).isEmpty();
    }

    @Test
    void manyImagesAreReadInPartAndClassesComeFirst() {
        ImageBatch small = TestImages.random(1, 28, 1, 1);
        ImageBatch large = TestImages.random(1, 224, 3, 1);

        assertThat(PreviewSize.LARGE.of(10, 100, small)).isEqualTo(new PreviewSize(10, 100));
        assertThat(PreviewSize.LARGE.of(100, 50, small)).isEqualTo(new PreviewSize(100, 10));
        assertThat(PreviewSize.LARGE.of(1000, 50, small)).isEqualTo(new PreviewSize(1000, 1));
        assertThat(PreviewSize.LARGE.of(1000, 50, large)).isEqualTo(new PreviewSize(637, 1));
    }

    private void store(int columns) throws IOException {
        ImageStore store = new ImageStore(new RunDirectory(run).images(), NAMES, columns);
        for (int column = 0; column < columns; column++) {
            store.write(column, 0, column(column), SynthesisPresets.demonstration());
        }
    }

    private static ImageBatch column(int column) {
        return TestImages.random(NAMES.size(), 28, 1, column);
    }
}
