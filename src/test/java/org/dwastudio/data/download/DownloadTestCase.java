package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.data.download.DownloadFixture.PATIENT;
import static org.dwastudio.data.download.DownloadFixture.PIXELS;
import static org.dwastudio.data.download.DownloadFixture.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads of a small archive from a server on this computer. */
@Timeout(60)
abstract class DownloadTestCase {
    @TempDir
    Path folder;

    LoopbackServer server;
    Path parent;
    final List<Long> progress = new ArrayList<>();
    final DatasetDownloader downloader = new DatasetDownloader(PATIENT);

    @BeforeEach
    void open() throws Exception {
        server = new LoopbackServer();
        parent = folder.resolve("datasets");
    }

    @AfterEach
    void close() {
        server.close();
    }

    Path fetch(DownloadPlan plan) throws Exception {
        return downloader.fetch(plan, parent, (done, total) -> progress.add(done), () -> false);
    }

    long rangeStart(int request) {
        return Long.parseLong(server.requests().get(request).range().replaceAll("bytes=(\\d+)-", "$1"));
    }

    void assertUnpacked() throws Exception {
        assertThat(parent.resolve("small/train/pixels.bin")).hasBinaryContent(PIXELS);
        assertThat(tree(folder)).containsOnlyKeys("datasets/small/train/pixels.bin", "datasets/small/names.txt");
        assertThat(parent).isDirectoryNotContaining("glob:**.download");
    }

    void assertNothingIsLeft() {
        assertThat(parent).isEmptyDirectory();
    }
}
