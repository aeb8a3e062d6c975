package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.download.DownloadFixture.PATIENT;
import static org.dwastudio.data.download.DownloadFixture.PIXELS;
import static org.dwastudio.data.download.DownloadFixture.goodArchive;
import static org.dwastudio.data.download.DownloadFixture.keptPlan;
import static org.dwastudio.data.download.DownloadFixture.noise;
import static org.dwastudio.data.download.DownloadFixture.remote;
import static org.dwastudio.data.download.DownloadFixture.tarPlan;
import static org.dwastudio.data.download.DownloadFixture.tree;
import static org.dwastudio.data.download.DownloadFixture.zipPlan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dwastudio.data.DatasetException;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.Test;

class DatasetDownloaderTest extends DownloadTestCase {
    @Test
    void anArchiveIsFetchedUnpackedAndRemoved() throws Exception {
        byte[] archive = goodArchive();
        DownloadPlan plan = tarPlan(server, archive);
        server.answering(LoopbackServer.serving(archive));

        Path dataset = fetch(plan);

        assertThat(dataset).isEqualTo(parent.resolve("small"));
        assertThat(dataset.resolve("train/pixels.bin")).hasBinaryContent(PIXELS);
        assertThat(tree(folder))
                .isEqualTo(Map.of(
                        "datasets/small/train/pixels.bin", (long) PIXELS.length, "datasets/small/names.txt", 2L));
        assertThat(parent).isDirectoryNotContaining("glob:**.download");
        assertThat(progress).isSorted().startsWith(0L).endsWith(plan.workBytes());
        assertThat(server.requests()).containsExactly(new LoopbackServer.Request("/set.tar.gz", null, null));
    }

    @Test
    void aZipIsUnpackedLikewise() throws Exception {
        byte[] archive = Archives.zip(zip -> {
            Archives.entry(zip, "set/", 040755, new byte[0]);
            Archives.file(zip, "set/train/pixels.bin", PIXELS);
            Archives.file(zip, "set/names.txt", new byte[] {'a'});
        });
        server.answering(LoopbackServer.serving(archive));

        Path dataset = fetch(zipPlan(server, archive));

        assertThat(dataset.resolve("train/pixels.bin")).hasBinaryContent(PIXELS);
        assertThat(tree(folder)).hasSize(2);
    }

    @Test
    void filesThatAreKeptGetTheirNamesAndTheClassesNextToThem() throws Exception {
        byte[] images = noise(5000);
        byte[] labels = noise(60);
        server.answering(LoopbackServer.serving(images), LoopbackServer.serving(labels));

        Path dataset = fetch(keptPlan(List.of(remote(server, "i.gz", images), remote(server, "l.gz", labels))));

        assertThat(dataset.resolve("i.gz")).hasBinaryContent(images);
        assertThat(dataset.resolve("l.gz")).hasBinaryContent(labels);
        assertThat(dataset.resolve("classes.txt")).hasContent("cat\ndog\n");
        assertThat(tree(folder)).hasSize(3);
        assertThat(progress).endsWith(5060L);
    }

    @Test
    void whatIsThereAndCompleteIsNotFetchedAgain() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.serving(archive));
        Path first = fetch(tarPlan(server, archive));

        assertThat(fetch(tarPlan(server, archive))).isEqualTo(first);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws Exception {
        Files.createDirectories(parent.resolve("small"));
        Files.writeString(parent.resolve("small/mine.txt"), "mine");

        assertThatThrownBy(() -> fetch(tarPlan(server, goodArchive())))
                .isInstanceOf(DatasetException.class)
                .hasMessage(parent.resolve("small") + " exists, but lacks train/pixels.bin of Small."
                        + " Please move it away, or choose another folder.");

        assertThat(tree(folder)).containsOnlyKeys("datasets/small/mine.txt");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anEmptyFolderInItsPlaceIsFilled() throws Exception {
        Files.createDirectories(parent.resolve("small"));
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.serving(archive));

        assertThat(fetch(tarPlan(server, archive)).resolve("names.txt")).hasContent("a");
    }

    @Test
    void aSecondDownloadOfTheSameIsRejectedWhileTheFirstIsAtWork() throws Exception {
        byte[] archive = goodArchive();
        DownloadPlan plan = tarPlan(server, archive);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        server.answering(exchange -> {
            asked.countDown();
            await(answer);
            LoopbackServer.serving(archive).handle(exchange);
        });
        DatasetDownloader first = new DatasetDownloader(PATIENT);
        CompletableFuture<Path> running = CompletableFuture.supplyAsync(() -> {
            try {
                return first.fetch(plan, parent, ProgressListener.NONE, () -> false);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        await(asked);

        for (DatasetDownloader second : List.of(first, downloader)) {
            assertThatThrownBy(() -> second.fetch(plan, parent, ProgressListener.NONE, () -> false))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith("Another download is writing to "
                            + parent.toRealPath().resolve("small.download"));
        }
        answer.countDown();

        assertThat(running.get(30, TimeUnit.SECONDS)).isEqualTo(parent.resolve("small"));
        assertThat(server.requests()).hasSize(1);
        assertUnpacked();
    }

    @Test
    void aDiskWithoutRoomIsReportedBeforeAnythingIsFetched() throws Exception {
        DatasetDownloader onFullDisk = new DatasetDownloader(PATIENT, where -> 500_000);
        DownloadPlan plan = tarPlan(server, goodArchive());

        assertThatThrownBy(() -> onFullDisk.fetch(plan, parent, ProgressListener.NONE, () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessage(parent.resolve("small.download") + " has 500 kB free, and Small needs 610 kB."
                        + " Please make room, or choose a folder on another disk.");

        assertThat(server.requests()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws Exception {
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> downloader.fetch(
                        tarPlan(server, goodArchive()),
                        folder.resolve("file/datasets"),
                        ProgressListener.NONE,
                        () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cannot be made")
                .hasMessageEndingWith("Please choose another folder.");
    }

    @Test
    void anArchiveWithoutTheExpectedFilesLeavesNothing() throws Exception {
        byte[] archive = Archives.tarGz(tar -> Archives.file(tar, "set/names.txt", new byte[] {1}));
        server.answering(LoopbackServer.serving(archive));

        assertThatThrownBy(() -> fetch(tarPlan(server, archive)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("The downloaded part of Small lacks train/pixels.bin.");

        assertNothingIsLeft();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
