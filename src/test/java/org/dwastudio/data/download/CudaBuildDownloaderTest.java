package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaBuildDownloaderTest {
    private static final RetryPolicy RETRIES =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofSeconds(5), 2, Duration.ofMillis(1));
    private static final String PLACE = "/pytorch/2.7.1/cu128/linux-x86_64/native/lib/";
    private static final String LIST = """
            cpu/linux-x86_64/native/lib/libtorch.so.gz
            cu128/linux-x86_64/native/lib/libtorch.so.gz
            cu128/linux-x86_64/native/lib/libc10%2Bcuda.so.gz
            cu128/win-x86_64/native/lib/torch.dll.gz
            """;

    @TempDir
    private Path folder;

    @Test
    void theSizeIsAskedFirstAndTheFilesAreFetchedAndInflated() throws Exception {
        byte[] torch = gzip("torch");
        byte[] cuda = gzip("cuda");
        try (LoopbackServer server = publisher(torch, cuda)) {
            CudaBuildDownloader build = build(server);
            CudaBuildDownloader.Offer offer = build.lookUp();
            assertThat(offer.bytes()).isEqualTo(torch.length + cuda.length);
            assertThat(offer.host()).isEqualTo("127.0.0.1");
            assertThat(offer.folder()).isEqualTo(folder.resolve("2.7.1-cu128-linux-x86_64"));
            assertThat(folder).isEmptyDirectory();
            assertThat(build.isPresent()).isFalse();

            Path fetched = build.fetch(offer, (done, total) -> {}, () -> false);

            assertThat(fetched.resolve("libtorch.so")).hasContent("torch");
            assertThat(fetched.resolve("libc10+cuda.so")).hasContent("cuda");
            assertThat(build.isPresent()).isTrue();
        }
    }

    @Test
    void aFileThatIsBrokenIsRejectedByItsNameAndNothingIsLeft() throws Exception {
        byte[] torch = gzip("torch");
        torch[torch.length - 6] ^= 1;
        try (LoopbackServer server = publisher(torch, gzip("cuda"))) {
            CudaBuildDownloader build = build(server);
            CudaBuildDownloader.Offer offer = build.lookUp();
            assertThatThrownBy(() -> build.fetch(offer, (done, total) -> {}, () -> false))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("libtorch.so.gz is broken");
            assertThat(build.isPresent()).isFalse();
        }
    }

    @Test
    void aFileLongerThanAnnouncedIsRefused() throws Exception {
        try (LoopbackServer server = publisher(gzip("torch"), gzip("cuda"))) {
            CudaBuildDownloader build = build(server);
            CudaBuildDownloader.Offer offer = build.lookUp();
            PublishedDataset.RemoteFile first = offer.files().get(0);
            PublishedDataset.RemoteFile shorter =
                    new PublishedDataset.RemoteFile(first.address(), first.bytes() - 1, first.checksum());
            CudaBuildDownloader.Offer other = new CudaBuildDownloader.Offer(
                    List.of(shorter, offer.files().get(1)), offer.bytes() - 1, offer.host(), offer.folder());

            assertThatThrownBy(() -> build.fetch(other, (done, total) -> {}, () -> false))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("is now another file: " + first.bytes() + " bytes");
            assertThat(build.isPresent()).isFalse();
        }
    }

    @Test
    void aPublisherWithoutTheBuildIsReported() throws Exception {
        try (LoopbackServer server = new LoopbackServer().answering(LoopbackServer.whole(new byte[0]))) {
            assertThatThrownBy(() -> build(server).lookUp())
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("names no build cu128/linux-x86_64/");
        }
    }

    @Test
    void onlyLinuxAndWindowsOnUsualProcessorsHaveOne() {
        assertThat(CudaBuildDownloader.of("Linux", "amd64", "2.7.1", "cu128", folder))
                .isPresent();
        assertThat(CudaBuildDownloader.of("Windows 11", "amd64", "2.7.1", "cu128", folder))
                .isPresent();
        assertThat(CudaBuildDownloader.of("Mac OS X", "aarch64", "2.7.1", "cu128", folder))
                .isEmpty();
        assertThat(CudaBuildDownloader.of("Linux", "aarch64", "2.7.1", "cu128", folder))
                .isEmpty();
    }

    private CudaBuildDownloader build(LoopbackServer server) {
        URI source = server.address("pytorch/");
        return new CudaBuildDownloader(source, "2.7.1", "cu128", "linux-x86_64", folder, RETRIES);
    }

    private static LoopbackServer publisher(byte[] torch, byte[] cuda) throws IOException {
        Map<String, byte[]> files = Map.of(
                "/pytorch/2.7.1/files.txt",
                LIST.getBytes(StandardCharsets.UTF_8),
                PLACE + "libtorch.so.gz",
                torch,
                PLACE + "libc10+cuda.so.gz",
                cuda);
        HttpHandler answer = exchange -> {
            byte[] content = files.get(exchange.getRequestURI().getPath());
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
                exchange.sendResponseHeaders(200, -1);
            } else {
                LoopbackServer.whole(content).handle(exchange);
            }
        };
        return new LoopbackServer().answering(answer);
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
