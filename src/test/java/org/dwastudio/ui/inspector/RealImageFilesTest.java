package org.dwastudio.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.TestImages;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealImageFilesTest {
    private final Notices notices = new Notices();
    private final List<Path> revealed = new ArrayList<>();
    private final RealImageFiles files = new RealImageFiles(
            file -> {
                if (!Files.exists(file)) {
                    throw new IOException("no file manager");
                }
                revealed.add(file);
            },
            notices,
            new Threads(Runnable::run, Runnable::run, () -> 0));
    private final ImageBatch pixels = TestImages.random(1, 8, 3, 1);

    @TempDir
    private Path folder;

    @Test
    void theFileOfAnImageIsShownWhereThereIsOne() throws IOException {
        Path file = Files.createFile(folder.resolve("0057.jpg"));

        files.open(image(Optional.of(file)));
        files.open(image(Optional.empty()));

        assertThat(revealed).containsExactly(file);
        assertThat(notices.shown()).isEmpty();

        files.open(image(Optional.of(folder.resolve("missing.jpg"))));
        assertThat(notices.shown()).hasSize(1);
        assertThat(notices.shown().get(0).key()).isEqualTo("notice.cannotOpen");
    }

    @Test
    void anImageIsSavedAsItIs() throws IOException {
        Path target = folder.resolve("copy.png");

        files.save(pixels, target);

        assertThat(PngFile.read(target).bytes()).isEqualTo(pixels.bytes());
        assertThat(notices.shown().get(0).key()).isEqualTo("notice.saved");
    }

    @Test
    void anImageThatCannotBeSavedLeavesANotice() {
        files.save(pixels, folder.resolve("missing").resolve("copy.png"));

        assertThat(notices.shown().get(0).key()).isEqualTo("tile.failed");
    }

    private RealImage image(Optional<Path> file) {
        return new RealImage(pixels, 57, "0057.jpg", file, 0.97, false);
    }
}
