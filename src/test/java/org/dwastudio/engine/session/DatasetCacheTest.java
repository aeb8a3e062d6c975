package org.dwastudio.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.format.DatasetCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCacheTest {
    private static final DatasetConfig BUNDLED = new DatasetConfig(DatasetConfig.BUNDLED);

    private final DatasetCache shelf = new DatasetCache(new DatasetCatalog());

    @TempDir
    private Path folder;

    @Test
    void threadsThatAskTogetherShareOneDataset() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<ImageDataset> question = () -> shelf.get(BUNDLED);
            List<Future<ImageDataset>> answers =
                    threads.invokeAll(Stream.generate(() -> question).limit(4).toList());

            for (Future<ImageDataset> answer : answers) {
                assertThat(answer.get()).isSameAs(shelf.get(BUNDLED));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anotherWayToLookAtItIsAnotherDataset() throws Exception {
        ImageDataset small = shelf.get(BUNDLED);

        assertThat(shelf.get(BUNDLED.withImageSize(20)).imageSize()).isEqualTo(20);
        assertThat(shelf.get(BUNDLED)).isNotSameAs(small);
    }

    @Test
    void whatFailedIsTriedAgain() throws Exception {
        Path archive = folder.resolve("a.zip");
        DatasetConfig config = new DatasetConfig(archive.toString());
        assertThatThrownBy(() -> shelf.get(config))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("There is no folder or file");
        Files.writeString(archive, "PK..");

        assertThatThrownBy(() -> shelf.get(config)).hasMessageContaining("Archive is not a ZIP archive");
    }
}
