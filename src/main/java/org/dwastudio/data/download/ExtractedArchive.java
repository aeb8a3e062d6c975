package org.dwastudio.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.file.PathUtils;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.ExpansionLimit;
import org.dwastudio.file.SafeName;
import org.dwastudio.text.FailureCause;

/**
 * Zip or tar archive of a dataset's folder, extracted once to a cache. An archive that changes is extracted again.
 *
 * @param archive archive
 * @param cache folder that holds the folders of all archives
 */
public record ExtractedArchive(Path archive, Path cache) {
    private static final int MOST_ENTRIES = 3_000_000;
    private static final long MOST_BYTES = 40L << 30;
    private static final long RESERVE = 1L << 30;
    private static final int ZIP_MAGIC = 0x504B;

    /**
     * Returns the folder with the content; extracts the archive if that has not been done.
     *
     * @throws DatasetException if the archive is damaged, unsafe or too large, or the disk is full
     */
    public Path folder() throws IOException {
        Path target = cache.resolve(SafeName.of(archive.getFileName().toString(), "archive") + "-" + identity());
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(cache);
        Path part = Files.createTempDirectory(cache, "part-");
        try {
            extract(part.resolve("content"));
            Files.move(part.resolve("content"), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (UnsafeArchiveException e) {
            throw new DatasetException(FailureCause.describe(e), e);
        } finally {
            PathUtils.deleteDirectory(part);
        }
        return target;
    }

    private void extract(Path into) throws IOException {
        FreeSpace space = FreeSpace.OF_DISK;
        long most = Math.max(0, Math.min(ExpansionLimit.of(archive, MOST_BYTES), space.below(cache) - RESERVE));
        ArchiveLayout.Unpacked limits = new ArchiveLayout.Unpacked(format(), "", MOST_ENTRIES, most);
        new ArchiveExtractor(limits, new DiskSpaceChecker(space), new StopSignal(() -> false), bytes -> {})
                .unpack(archive, into);
    }

    private ArchiveLayout.Format format() throws IOException {
        try (InputStream in = BoundedFile.open(archive)) {
            return (in.read() << 8 | in.read()) == ZIP_MAGIC ? ArchiveLayout.Format.ZIP : ArchiveLayout.Format.TAR_GZ;
        }
    }

    private String identity() throws IOException {
        String text = String.format(
                Locale.ROOT,
                "%s %d %d",
                archive.toRealPath(),
                Files.size(archive),
                Files.getLastModifiedTime(archive).toMillis());
        return DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
