package org.dwastudio.data.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.data.download.DownloadPlan.Content;

/** Small dataset as a publisher would offer it. */
final class DownloadFixture {
    /** Longer limits than a busy computer needs. */
    static final RetryPolicy PATIENT =
            new RetryPolicy(Duration.ofSeconds(30), Duration.ofSeconds(30), 3, Duration.ZERO);

    static final byte[] PIXELS = noise(300_000);

    private DownloadFixture() {}

    static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }

    static RemoteFile remote(LoopbackServer server, String name, byte[] published) throws Exception {
        String digits =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(published));
        return new RemoteFile(server.address(name), published.length, "sha256:" + digits);
    }

    /** Returns the archive of a dataset of two files in the folder {@code set}. */
    static byte[] goodArchive() throws IOException {
        return Archives.tarGz(tar -> {
            Archives.file(tar, "./set/train/pixels.bin", PIXELS);
            Archives.file(tar, "./set/names.txt", new byte[] {'a', '\n'});
        });
    }

    static DownloadPlan tarPlan(LoopbackServer server, byte[] published) throws Exception {
        return archivePlan(server, ArchiveLayout.Format.TAR_GZ, "set.tar.gz", published);
    }

    static DownloadPlan zipPlan(LoopbackServer server, byte[] published) throws Exception {
        return archivePlan(server, ArchiveLayout.Format.ZIP, "set.zip", published);
    }

    private static DownloadPlan archivePlan(
            LoopbackServer server, ArchiveLayout.Format format, String file, byte[] published) throws Exception {
        return new DownloadPlan(
                "small",
                "Small",
                List.of(remote(server, file, published)),
                new ArchiveLayout.Unpacked(format, "set", 10, 1_000_000),
                List.of(new Content("train/pixels.bin", PIXELS.length), Content.any("names.txt")),
                310_000);
    }

    static DownloadPlan keptPlan(List<RemoteFile> files) {
        return new DownloadPlan(
                "small",
                "Small",
                files,
                new ArchiveLayout.Kept(Map.of("classes.txt", "cat\ndog\n")),
                files.stream()
                        .map(file -> new Content(FileFetch.nameOf(file), file.bytes()))
                        .toList(),
                files.stream().mapToLong(RemoteFile::bytes).sum());
    }

    /** Returns all files below a folder with their sizes, by path. */
    static Map<String, Long> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, Long> sizes = new TreeMap<>();
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> sizes.put(folder.relativize(file).toString().replace('\\', '/'), size(file)));
            return sizes;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
